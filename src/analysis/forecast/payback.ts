import type { Cell, Finding, Table } from '../../model/report.js';
import { type Cohorts, cellOf, cohortsOf, isObserved } from '../cohorts.js';
import { ownDefinition, wholeHistory } from '../common-words.js';
import { type AnalysisInput, defineMetric } from '../metric.js';
import { cohortNotes } from '../notes/cohorts.js';
import { note } from '../notes/note.js';
import { type AcquisitionCost, acquisitionCost } from './acquisition-cost.js';

export interface PaybackOptions {
  /** Null = not known: the cumulative margin is shown, no month. */
  readonly cost: AcquisitionCost | null;
  /** Part of sales that is profit; null = sales stand for it, said so. */
  readonly margin: number | null;
}

/** The month in which each cohort has earned back what winning it cost. */
export function paybackTable(input: AnalysisInput, options: PaybackOptions): Table {
  const cohorts = cohortsOf({ ...input, scope: { ...input.scope, cohort: 'month' } });
  const cac = options.cost === null ? null : acquisitionCost(input, options.cost);
  return {
    id: 'payback',
    definition: 'payback',
    window: input.scope.observed,
    columns: [
      { key: 'cohort', unit: 'text' },
      { key: 'size', unit: 'count' },
      { key: 'cac', unit: 'price' },
      { key: 'month', unit: 'count' },
      { key: 'paidBack', unit: 'text' },
      { key: 'margin', unit: 'price' },
      { key: 'monthsSeen', unit: 'count' },
    ],
    rows: rows(cohorts, cac, options.margin ?? 1),
    view: 'plain',
    notes: [
      ...cohortNotes(input),
      ...(cac === null ? [note('info', 'payback-no-cost')] : []),
      ...(options.margin === null ? [note('info', 'clv-sales')] : []),
    ],
  };
}

function rows(cohorts: Cohorts, cac: number | null, margin: number): readonly (readonly Cell[])[] {
  return Array.from({ length: cohorts.periods }, (_, cohort) => cohort)
    .filter((cohort) => cohorts.size[cohort]! > 0)
    .map((cohort) => row(cohorts, cohort, cac, margin));
}

/** A margin of 29 % of 1.00 is 0.29, whatever binary fractions make of it. */
const EQUAL = 1 - 1e-12;

/** Cumulative margin per customer of the whole cohort, over complete months; the month is the first to reach the CAC. */
function row(cohorts: Cohorts, cohort: number, cac: number | null, margin: number): readonly Cell[] {
  const size = cohorts.size[cohort]!;
  let [earned, seen] = [0, 0];
  let month: number | null = null;
  for (; isObserved(cohorts, cohort, seen); seen++) {
    earned += cohorts.sales[cellOf(cohorts, cohort, seen)]!;
    if (month === null && cac !== null && (earned * margin) / size >= cac * EQUAL) month = seen + 1;
  }
  const paid = cac === null || seen === 0 ? null : month === null ? 'notYet' : 'yes';
  const key = cohorts.calendar.key(cohorts.first + cohort);
  return [key, size, cac, month, paid, seen === 0 ? null : (earned * margin) / size, seen];
}

/** How many cohorts have earned their cost back, and how soon in the middle; null where no cohort can be judged. */
export function paybackFinding(input: AnalysisInput, { cost, margin }: PaybackOptions): Finding | null {
  const cac = cost === null ? null : acquisitionCost(input, cost);
  if (cac === null) return null;
  const cohorts = cohortsOf({ ...input, scope: { ...input.scope, cohort: 'month' } });
  const judged = rows(cohorts, cac, margin ?? 1).filter(([, , , , paid]) => paid !== null);
  const months = judged.flatMap(([, , , month]) => (typeof month === 'number' ? [month] : [])).sort((a, b) => a - b);
  if (judged.length === 0) return null;
  const params = { cac: { value: cac, unit: 'price' as const }, cohorts: judged.length, paid: months.length };
  const middle = months[Math.floor((months.length - 1) / 2)];
  if (middle === undefined) return { id: 'clv-says-not-paid-back', params };
  return { id: 'clv-says-paid-back', params: { ...params, month: middle } };
}

/** When new customers have paid for the advertising that won them. */
export const payback = defineMetric({
  id: 'payback',
  definition: {
    name: { zh: '获客回本', en: 'payback of acquisition' },
    aliases: [
      ...['CAC', '获客成本', '回本周期', '回本月', '拉新成本'],
      ...['payback', 'payback month', 'acquisition cost', 'customer acquisition cost'],
    ],
    formula: {
      zh:
        '获客成本 CAC = 广告费 ÷ 新客数，或点击单价 ÷ 转化率（1 元、2 % → 50 元），没买的访客也算在内。\n' +
        '回本月 = 首购月的同期群，人均累计毛利（销售额 × 毛利率 ÷ 整个同期群人数）第一次 ≥ CAC 的月份；首购当月为第 1 个月，只看已结束的月份，不折现；还没到的为“尚未”。',
      en:
        'CAC = ad spend ÷ new customers, or cost per click ÷ conversion (1 yuan at 2 % = 50 yuan): visitors who did not buy are paid for too.\n' +
        'payback month = the first in which the cumulative margin per customer (sales × margin ÷ the whole cohort) of the customers first seen in a month reaches the CAC; that month is month 1, complete months only, undiscounted; else "not yet".',
    },
    window: wholeHistory,
    young: {
      zh: '首购月还没有结束的同期群不判断，留空。',
      en: 'a cohort whose first month is not over is not judged: empty.',
    },
    source: ownDefinition,
  },
  compute: (input) => paybackTable(input, { cost: null, margin: null }),
});
