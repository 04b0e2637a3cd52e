import type { Cell } from '../model/report.js';
import { type Cohorts, cellOf, cohortsOf, isObserved } from './cohorts.js';
import { ownDefinition, wholeHistory, wilsonInterval } from './common-words.js';
import { defineMetric } from './metric.js';
import { cohortNotes } from './notes/cohorts.js';
import { wilson } from './statistics/wilson.js';

/** Sums over the cohorts whose cell of a period is observed. */
interface PeriodSums {
  readonly eligible: number;
  readonly active: number;
  readonly returned: number;
  readonly sales: number;
}

function* rows(cohorts: Cohorts): Generator<readonly Cell[]> {
  const returned = new Int32Array(cohorts.periods);
  let sales = 0;
  for (let period = 0; period < cohorts.complete; period++) {
    const sums = sumsOf(cohorts, period, returned);
    if (sums.eligible === 0) continue;
    sales += sums.sales / sums.eligible;
    const interval = period === 0 ? null : wilson(sums.active, sums.eligible);
    const rates = [sums.active / sums.eligible, sums.returned / sums.eligible, sales, sums.returned];
    yield [period, sums.eligible, sums.active, ...rates, interval?.low ?? null, interval?.high ?? null];
  }
}

/** `returned` holds, per cohort, the customers back by the period before; it is carried to this one. */
function sumsOf(cohorts: Cohorts, period: number, returned: Int32Array): PeriodSums {
  const sums = { eligible: 0, active: 0, returned: 0, sales: 0 };
  for (let cohort = 0; isObserved(cohorts, cohort, period); cohort++) {
    const cell = cellOf(cohorts, cohort, period);
    returned[cohort]! += cohorts.firstReturn[cell]!;
    sums.eligible += cohorts.size[cohort]!;
    sums.active += cohorts.active[cell]!;
    sums.returned += returned[cohort]!;
    sums.sales += cohorts.sales[cell]!;
  }
  return sums;
}

/** One row per period after the first purchase, over all cohorts that have been observed so long. */
export const retentionMean = defineMetric({
  id: 'retention-mean',
  definition: {
    name: { zh: '平均留存率', en: 'mean retention' },
    aliases: ['平均留存', '加权留存率', '留存均值', 'mean retention over cohorts', 'weighted retention', 'cohort mean'],
    formula: {
      zh:
        '第 k 期的平均 = 各群第 k 期有购买的买家之和 ÷ 这些群的买家之和，只取第 k 期已经结束的群。按人数加权，不是百分比的平均。\n' +
        '累计回头率同样加权；相邻两期的群不尽相同，所以群的差别也可能使它下降。\n' +
        '人均累计销售额逐期相加：第 k 期的增量 = 这些群第 k 期的销售额 ÷ 这些群的买家数，因此不会下降。\n' +
        wilsonInterval.zh,
      en:
        'mean of period k = Σ customers with a purchase in their period k ÷ Σ customers, over the cohorts whose period k is over. Weighted by customers, never the mean of percentages.\n' +
        'The cumulative rate is weighted alike; neighbouring periods are not about the same cohorts, so differences of cohorts may make it fall.\n' +
        'Cumulative sales per customer are chained: the increment of period k = sales of these cohorts in period k ÷ their customers, so they cannot fall.\n' +
        wilsonInterval.en,
    },
    window: wholeHistory,
    young: {
      zh: '第 k 期还没有结束的群，第 k 期的分子分母都不计。首次购买早于 --history-start 的买家不计。',
      en: 'a cohort whose period k is not over is in neither sum of period k. Customers first seen before --history-start are left out.',
    },
    source: ownDefinition,
  },
  compute: (input) => {
    const cohorts = cohortsOf(input);
    return {
      id: 'retention-mean',
      definition: 'retention-mean',
      window: input.scope.observed,
      columns: [
        { key: 'period', unit: 'count' },
        { key: 'eligible', unit: 'count' },
        { key: 'active', unit: 'count' },
        { key: 'rate', unit: 'ratio' },
        { key: 'cumulativeRate', unit: 'ratio' },
        { key: 'cumulativeSalesPerCustomer', unit: 'price' },
        { key: 'returned', unit: 'count' },
        { key: 'low', unit: 'ratio' },
        { key: 'high', unit: 'ratio' },
      ],
      rows: { [Symbol.iterator]: () => rows(cohorts) },
      view: 'line',
      notes: cohortNotes(input),
    };
  },
});
