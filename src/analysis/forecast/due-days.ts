import type { Cell, Table } from '../../model/report.js';
import type { Day } from '../../util/calendar.js';
import { ownDefinition, wholeHistory } from '../common-words.js';
import { type AnalysisInput, defineMetric } from '../metric.js';
import { banded } from './banded.js';
import type { Forecast } from './forecast.js';
import { basisNotes } from './forecast-notes.js';
import type { CustomerForecast } from './per-customer-forecast.js';
import { usualForecastOf } from './usual-forecast.js';

const bands = ['overdue', 'due14', 'due30', 'due90', 'dueLater', 'noDueDay'] as const;

/** Overdue is before the as-of day; the others count from it. */
function bandOfDay(dueDay: Day | null, asOf: Day): (typeof bands)[number] {
  if (dueDay === null) return 'noDueDay';
  if (dueDay < asOf) return 'overdue';
  if (dueDay <= asOf + 14) return 'due14';
  if (dueDay <= asOf + 30) return 'due30';
  return dueDay <= asOf + 90 ? 'due90' : 'dueLater';
}

/** When the next purchase is due, customers by band. */
export function dueDaysTable(input: AnalysisInput, forecast: Forecast): Table {
  return {
    id: 'due-days',
    definition: 'due-days',
    window: input.scope.observed,
    columns: [
      { key: 'due', unit: 'text' },
      { key: 'customers', unit: 'count' },
      { key: 'share', unit: 'ratio' },
      { key: 'pAlive', unit: 'ratio' },
      { key: 'expected90', unit: 'number' },
      { key: 'predictedValue', unit: 'price' },
    ],
    rows: rows(input, forecast),
    view: 'bars',
    notes: basisNotes(input, forecast),
  };
}

function rows({ history, scope }: AnalysisInput, { perCustomer, spend }: Forecast): readonly (readonly Cell[])[] {
  if (perCustomer === null) return [];
  const bandOf = ({ dueDay }: CustomerForecast) => bands.indexOf(bandOfDay(dueDay, scope.asOf));
  const found = banded(history.customers, perCustomer, bands.length, bandOf);
  return found.map(({ customers, share, pAlive, expected90, predictedValue }, band) => [
    ...[bands[band]!, customers, share, pAlive, expected90],
    spend === null ? null : predictedValue,
  ]);
}

/** The day by which a customer should have bought again. */
export const dueDays = defineMetric({
  id: 'due-days',
  definition: {
    name: { zh: '应购日', en: 'due day' },
    aliases: [
      ...['该买的日子', '逾期', '预计回购日', '下次购买', '应购名单', '到期名单'],
      ...['due', 'due list', 'due date', 'overdue', 'likely by', 'likely-by day', 'next purchase'],
    ],
    formula: {
      zh:
        '应购日 = 最近一次购买后第 t 天，t 为使“t 天内再次购买”的概率 ≥ ½ 的最小整数（t ≥ 1），在最近一次购买当时评估；早于截止日为逾期。概率到不了 ½ 的没有应购日。\n' +
        '预计回购日从截止日算起：使“t 天内购买”的概率 ≥ ½ 的最小 t；预测期内到不了则留空，即“不太会来”。\n' +
        '应购名单：应购日在今后若干天内的买家，逾期的排在前面，再按预测价值从高到低。',
      en:
        'due day = the last purchase plus the smallest whole t ≥ 1 with a chance of at least ½ of another purchase within t days, as the model stood at the last purchase; overdue if before the as-of day. No due day where the chance never reaches ½.\n' +
        'likely by, counted from the as-of day: the smallest t with a chance of at least ½ of a purchase within t days; empty ("unlikely") if not reached within the horizon.\n' +
        'due list: customers whose due day falls within the days given; overdue ones first, then by predicted value.',
    },
    window: wholeHistory,
    young: {
      zh: '只买过一次的买家也有应购日，只要模型认为多数人会再来。',
      en: 'one-time buyers have a due day too, if the model takes it as more likely than not that such a customer returns.',
    },
    source: ownDefinition,
  },
  compute: (input) => dueDaysTable(input, usualForecastOf(input)),
});
