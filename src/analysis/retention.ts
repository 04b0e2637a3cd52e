import type { Cell, Column } from '../model/report.js';
import { type Cohorts, cellOf, cohortsOf, isObserved } from './cohorts.js';
import { ownDefinition, wholeHistory, wilsonInterval } from './common-words.js';
import { defineMetric } from './metric.js';
import { cohortNotes } from './notes/cohorts.js';
import { wilson } from './statistics/wilson.js';

/** The last periods of which the unbounded rate is not shown: many of their customers are still about to return. */
const UNBOUNDED_LEFT_OUT = 3;

const columns: readonly Column[] = [
  { key: 'cohort', unit: 'text' },
  { key: 'size', unit: 'count' },
  { key: 'period', unit: 'count' },
  { key: 'eligible', unit: 'count' },
  { key: 'active', unit: 'count' },
  { key: 'rate', unit: 'ratio' },
  { key: 'cumulativeRate', unit: 'ratio' },
  { key: 'sales', unit: 'money' },
  { key: 'cumulativeSalesPerCustomer', unit: 'price' },
  { key: 'returned', unit: 'count' },
  { key: 'low', unit: 'ratio' },
  { key: 'high', unit: 'ratio' },
];

const unboundedColumns: readonly Column[] = [
  { key: 'unbounded', unit: 'count' },
  { key: 'unboundedRate', unit: 'ratio' },
];

/** Cohort by cohort, period by period; the cohorts without customers are not listed. */
function* rows(cohorts: Cohorts, unbounded: boolean): Generator<readonly Cell[]> {
  for (let cohort = 0; cohort < cohorts.periods; cohort++) {
    if (cohorts.size[cohort] === 0) continue;
    const stillActive = unbounded ? laterPurchasers(cohorts, cohort) : null;
    let returned = 0;
    let sales = 0;
    for (let period = 0; cohort + period < cohorts.periods; period++) {
      const cell = cellOf(cohorts, cohort, period);
      returned += cohorts.firstReturn[cell]!;
      sales += cohorts.sales[cell]!;
      const cells = row(cohorts, cohort, period, returned, sales);
      yield stillActive === null ? cells : [...cells, ...unboundedCells(cohorts, cohort, period, stillActive)];
    }
  }
}

function row(cohorts: Cohorts, cohort: number, period: number, returned: number, sales: number): readonly Cell[] {
  const size = cohorts.size[cohort]!;
  const place = [cohorts.calendar.key(cohorts.first + cohort), size, period];
  if (!isObserved(cohorts, cohort, period)) return [...place, ...Array.from({ length: 9 }, () => null)];
  const cell = cellOf(cohorts, cohort, period);
  const active = cohorts.active[cell]!;
  const interval = period === 0 ? null : wilson(active, size);
  const rates = [active / size, returned / size, cohorts.sales[cell]!, sales / size, returned];
  return [...place, size, active, ...rates, interval?.low ?? null, interval?.high ?? null];
}

/** Per period: customers of the cohort with a purchase in it or later, up to the as-of day. */
function laterPurchasers(cohorts: Cohorts, cohort: number): Int32Array {
  const customers = new Int32Array(cohorts.periods - cohort);
  let later = 0;
  for (let period = customers.length - 1; period >= 0; period--) {
    later += cohorts.latest[cellOf(cohorts, cohort, period)]!;
    customers[period] = later;
  }
  return customers;
}

function unboundedCells(cohorts: Cohorts, cohort: number, period: number, later: Int32Array): readonly Cell[] {
  if (!isObserved(cohorts, cohort, period + UNBOUNDED_LEFT_OUT)) return [null, null];
  return [later[period]!, later[period]! / cohorts.size[cohort]!];
}

/** One row per cohort and period. */
export const retention = defineMetric({
  id: 'retention',
  definition: {
    name: { zh: '留存率', en: 'cohort retention' },
    aliases: [
      '留存',
      '同期群',
      '同期群留存',
      '群组留存',
      '累计回头率',
      'retention',
      'retention rate',
      'cohort',
      'cohorts',
      'cohort analysis',
      'unbounded retention',
      'cumulative retention',
    ],
    formula: {
      zh:
        '同期群 = 首次购买在同一自然月（--cohort week 为 ISO 周，周一开始；quarter 为季度）的买家。\n' +
        '第 k 期留存率 = 首购之后第 k 个周期里有购买的买家 ÷ 该群买家；第 0 期按定义为 100 %，没有区间。\n' +
        '累计回头率 = 第 1 到 k 期至少购买一次的买家 ÷ 该群买家，只升不降。人均累计销售额 = 第 0 到 k 期的销售额 ÷ 该群买家。\n' +
        `--unbounded 另给：第 k 期或更晚有购买的占比；最后三个周期不显示，也不要拿它比较不同的群。\n${wilsonInterval.zh}`,
      en:
        'cohort = customers whose first purchase is in the same calendar month (--cohort week: ISO week, from Monday; quarter).\n' +
        'retention in period k = customers with a purchase in the k-th period after the first ÷ customers of the cohort; period 0 is 100 % by definition and has no interval.\n' +
        'cumulative = customers with at least one purchase in periods 1 to k ÷ customers of the cohort; it only rises. Cumulative sales per customer = sales of periods 0 to k ÷ customers of the cohort.\n' +
        `--unbounded adds the share with a purchase in period k or later; its last three periods are not shown, and cohorts are not to be compared on it.\n${wilsonInterval.en}`,
    },
    window: wholeHistory,
    young: {
      zh: '只要周期有一天在截止日之后，该格就留空，不写 0。首次购买早于 --history-start 的买家不计。',
      en: 'a cell whose period lies even partly after the as-of day is empty, not 0. Customers first seen before --history-start are left out.',
    },
    source: ownDefinition,
  },
  compute: (input) => {
    const { unbounded } = input.scope;
    const cohorts = cohortsOf(input);
    return {
      id: 'retention',
      definition: 'retention',
      window: input.scope.observed,
      columns: unbounded ? [...columns, ...unboundedColumns] : columns,
      rows: { [Symbol.iterator]: () => rows(cohorts, unbounded) },
      view: 'heat',
      notes: cohortNotes(input),
    };
  },
});
