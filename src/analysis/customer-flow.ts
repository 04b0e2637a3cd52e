import type { Cell } from '../model/report.js';
import { isoMonth, monthEnd, monthOf } from '../util/calendar.js';
import { ownDefinition, wholeHistory } from './common-words.js';
import { monthWindow } from './complete-months.js';
import { flowOf } from './customer-status.js';
import { type AnalysisInput, defineMetric } from './metric.js';
import { earlyDaysNotes, lapseNotes } from './notes/lapse.js';
import { knowsCustomers } from './period.js';

/** From the month in which the history begins (nobody is active before it) to the last that is over at the as-of day. */
function rows(input: AnalysisInput): readonly (readonly Cell[])[] {
  const { observed } = input.scope;
  if (observed === null || !knowsCustomers(input)) return [];
  const first = monthOf(observed.from);
  const last = monthOf(observed.to);
  const complete = monthEnd(last) === observed.to ? last : last - 1;
  return Array.from({ length: Math.max(0, complete - first + 1) }, (_, index) => {
    const { start, new: fresh, wonBack, lapsed, end } = flowOf(input, monthWindow(first + index));
    return [isoMonth(first + index), start, fresh, wonBack, lapsed, end];
  });
}

/** Month by month: how the active customers of the start became those of the end. */
export const customerFlow = defineMetric({
  id: 'customer-flow',
  definition: {
    name: { zh: '买家流动', en: 'customer flow' },
    aliases: ['客户流动', '买家进出', '唤回', '活跃买家', 'flow', 'won back', 'active customers', 'customer movement'],
    formula: {
      zh:
        '按月，看上月最后一天和本月最后一天结束时的状态。活跃 = 最近一次购买在 L 天以内（L = 365，--lapsed-after 可改）。\n' +
        '新增 = 首次购买在本月、月末活跃；唤回 = 月初不活跃、首次购买在以前、月末活跃；流失 = 月初活跃、月末不活跃。\n' +
        '月初 + 新增 + 唤回 − 流失 = 月末，一人不差。',
      en:
        'per month, by status at the end of the day before it and of its last day. Active = the last purchase is at most L days ago (L = 365, --lapsed-after changes it).\n' +
        'new = first purchase in the month, active at its end; won back = inactive at the start, first purchase before, active at the end; lapsed = active at the start, not at the end.\n' +
        'start + new + won back − lapsed = end, to the customer.',
    },
    window: wholeHistory,
    young: {
      zh: '截止日所在的月没有结束就不列。历史开始之后的头 L 天里还没有人会流失，更早的老买家看上去是新增。',
      en: 'the month of the as-of day is listed only if it is over. In the first L days of the history nobody can have lapsed yet, and customers from before it look new.',
    },
    source: ownDefinition,
  },
  compute: (input) => ({
    id: 'customer-flow',
    definition: 'customer-flow',
    window: input.scope.observed,
    columns: [
      { key: 'month', unit: 'text' },
      { key: 'start', unit: 'count' },
      { key: 'new', unit: 'count' },
      { key: 'wonBack', unit: 'count' },
      { key: 'lapsed', unit: 'count' },
      { key: 'end', unit: 'count' },
    ],
    rows: rows(input),
    view: 'plain',
    notes: [...lapseNotes(input), ...earlyDaysNotes(input)],
  }),
});
