import type { Cell, Note, Quantity, Table } from '../../model/report.js';
import { ownDefinition } from '../common-words.js';
import { flowOf } from '../customer-status.js';
import { type AnalysisInput, defineMetric } from '../metric.js';
import { customerNotes } from '../notes/customers.js';
import { note } from '../notes/note.js';
import { periodOf } from '../period.js';
import { type AcquisitionCost, acquisitionCost } from './acquisition-cost.js';

/** What the user knows of a customer’s costs; money in minor units per customer, over all years of use; null = not said. */
export interface SimpleValueOptions {
  readonly margin: number | null;
  /** Years of use; null = from the churn of the last 365 days. */
  readonly years: number | null;
  readonly acquisition: AcquisitionCost | null;
  readonly upkeep: number | null;
  readonly service: number | null;
}

const YEAR = 365;
/** Nobody is taken to stay longer. */
const MOST_YEARS = 5;

/** Years of use × profit per year − costs, every input beside it. */
export function simpleValueTable(input: AnalysisInput, options: SimpleValueOptions): Table {
  return {
    id: 'simple-value',
    definition: 'simple-value',
    window: input.scope.observed,
    columns: [
      { key: 'metric', unit: 'text' },
      { key: 'unit', unit: 'text' },
      { key: 'value', unit: 'any' },
    ],
    rows: rows(input, options),
    view: 'plain',
    notes: notes(input, options),
  };
}

function rows(input: AnalysisInput, options: SimpleValueOptions): readonly (readonly Cell[])[] {
  const churn = yearlyChurn(input);
  const years = options.years ?? (churn === null ? null : churn === 0 ? MOST_YEARS : Math.min(1 / churn, MOST_YEARS));
  const sales = salesPerYear(input);
  const profit = sales === null ? null : sales * (options.margin ?? 1);
  const costs = costsOf(input, options);
  const all = costs.reduce((sum: number, [, cost]) => sum + (cost ?? 0), 0);
  return [
    line('yearlyChurn', 'ratio', churn),
    line('yearsOfUse', 'number', years),
    line('salesPerYear', 'price', sales),
    line('margin', 'ratio', options.margin),
    line('profitPerYear', 'price', profit),
    ...costs.map(([metric, cost]) => line(metric, 'price', cost)),
    line('simpleValue', 'price', years === null || profit === null ? null : years * profit - all),
  ];
}

/** What was not said is empty, counts as 0, and is named in a note. */
function costsOf(input: AnalysisInput, { acquisition, upkeep, service }: SimpleValueOptions) {
  return [
    ['acquisitionCost', acquisition === null ? null : acquisitionCost(input, acquisition)],
    ['upkeepCost', upkeep],
    ['serviceCost', service],
  ] as const;
}

function line(metric: string, unit: Quantity['unit'], value: number | null): readonly Cell[] {
  return [metric, unit, value === null ? null : { value, unit }];
}

function lastYear({ scope }: AnalysisInput) {
  return { from: scope.asOf - YEAR + 1, to: scope.asOf };
}

/** Churn of the last 365 days; null with less than 730 days of history, or nobody active at their start. */
function yearlyChurn(input: AnalysisInput): number | null {
  const { observed, asOf, lapsedAfter } = input.scope;
  if (observed === null || asOf - observed.from + 1 < YEAR + Math.max(YEAR, lapsedAfter)) return null;
  const { start, lapsed } = flowOf(input, lastYear(input));
  return start === 0 ? null : lapsed / start;
}

/** Sales of the last 365 days ÷ customers who bought in them; null with less history, or nobody. */
function salesPerYear(input: AnalysisInput): number | null {
  const { observed, asOf } = input.scope;
  if (observed === null || asOf - observed.from + 1 < YEAR) return null;
  const { buyers, net } = periodOf(input, lastYear(input));
  let sales = 0;
  for (const one of net) sales += one;
  return buyers.length === 0 ? null : sales / buyers.length;
}

function notes(input: AnalysisInput, options: SimpleValueOptions): readonly Note[] {
  const found = [...customerNotes(input, input.scope.observed)];
  if (options.margin === null) found.push(note('info', 'clv-sales'));
  if (costsOf(input, options).some(([, cost]) => cost === null)) found.push(note('info', 'simple-value-costs'));
  if (options.years === null && yearlyChurn(input) === null) found.push(note('warning', 'simple-value-years'));
  return found;
}

/** The value of a customer by the rule of thumb. */
export const simpleValue = defineMetric({
  id: 'simple-value',
  definition: {
    name: { zh: '简易客户价值', en: 'simple customer value' },
    aliases: ['简单客户价值', '客户价值公式', '使用年限', 'simple CLV', 'simple value', 'years of use'],
    formula: {
      zh:
        '使用年限 × 每年利润 −（获客成本 + 维护成本 + 服务成本）。\n' +
        '使用年限 = min(1 ÷ 年流失率, 5)；年流失率 = 截止日为止 365 天的期间流失率。每年利润 = 这 365 天的销售额 ÷ 这 365 天买过的买家 × 毛利率；没有毛利率时为销售额。各项输入一并列出。',
      en:
        'years of use × profit per year − (acquisition + upkeep + service cost).\n' +
        'years = min(1 ÷ yearly churn, 5); yearly churn = churn of the 365 days to the as-of day. profit per year = sales of these 365 days ÷ customers who bought in them × margin; sales without a margin. Every input is shown.',
    },
    window: {
      zh: '截止日为止的 365 天。',
      en: 'the 365 days to the as-of day.',
    },
    young: {
      zh: '历史不满 730 天时还看不出年流失率：留空，需给出使用年限；不满 365 天时每年利润也留空。',
      en: 'with less than 730 days of history yearly churn cannot be seen: empty, and the years must be given; with less than 365 days profit per year is empty too.',
    },
    source: ownDefinition,
  },
  compute: (input) =>
    simpleValueTable(input, { margin: null, years: null, acquisition: null, upkeep: null, service: null }),
});
