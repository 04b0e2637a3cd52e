import type { Cell, Table } from '../../src/model/report.js';
import { addMonths, dayOf, isoMonth, monthOf } from '../../src/util/calendar.js';
import { tableOf } from './invented-report.js';

const asOf = dayOf(2025, 8, 31);
const MONTHS = 24;

interface Cohort {
  readonly name: string;
  readonly size: number;
  /** By period, null once it is not over. */
  readonly active: readonly (number | null)[];
}

/** Cohorts of months up to August 2025; the last `k` periods of the k youngest are not over. */
function cohorts(count: number): readonly Cohort[] {
  const first = monthOf(asOf) - count + 1;
  return Array.from({ length: count }, (_, at) => {
    const size = at === 3 ? 7 : 560 + ((at * 397) % 640);
    const active = Array.from({ length: count }, (_period, period) => {
      if (at + period >= count) return null;
      return period === 0 ? size : Math.floor((size * (0.16 - ((at * 7 + period * 3) % 9) / 100)) / period ** 0.6);
    });
    return { name: isoMonth(first + at), size, active };
  });
}

/** Retention of invented cohorts, long: a row a cohort and period; what is not over is empty. */
export function retention(count = MONTHS): Table {
  const words =
    'cohort:text size:count period:count eligible:count active:count rate:ratio cumulativeRate:ratio sales:money cumulativeSalesPerCustomer:price';
  const rows = cohorts(count).flatMap(({ name, size, active }) => {
    let spent = 0;
    let back = 0;
    return active.map((number, period): readonly Cell[] => {
      if (number === null) return [name, size, period, null, null, null, null, null, null];
      spent += number * 8_123;
      back = Math.min(1, back + (period === 0 ? 0 : number / size / (1 + period / 4)));
      const rate = number / size;
      return [name, size, period, size, number, rate, period === 0 ? null : back, number * 8_123, spent / size];
    });
  });
  return tableOf('retention', words, rows, { view: 'heat' });
}

/** The weighted mean of the same cohorts. */
export function retentionMean(count = MONTHS): Table {
  const words =
    'period:count eligible:count active:count rate:ratio cumulativeRate:ratio cumulativeSalesPerCustomer:price';
  const all = cohorts(count);
  let spent = 0;
  const rows = Array.from({ length: count }, (_, period): readonly Cell[] => {
    const observed = all.filter(({ active }) => typeof active[period] === 'number');
    const eligible = observed.reduce((sum, { size }) => sum + size, 0);
    const active = observed.reduce((sum, one) => sum + (one.active[period] ?? 0), 0);
    spent += (active * 8_123) / eligible;
    return [
      period,
      eligible,
      active,
      active / eligible,
      period === 0 ? null : Math.min(1, active / eligible + period / 50),
      spent,
    ];
  });
  return tableOf('retention-mean', words, rows);
}

/** Customers by their last purchase. */
export function recency(): Table {
  const ends = [0, 1, 3, 6, 12].map((months) => addMonths(asOf, -months));
  const rows = ['hot', 'warm', 'sleeping', 'aboutToLeave', 'lost'].map((name, at): readonly Cell[] => {
    const customers = [1_355, 2_181, 2_345, 1_563, 2_000][at] ?? 0;
    const sales = customers * 19_000 + at * 7_123;
    const [from, to] = [at === 4 ? null : ends[at + 1]!, at === 0 ? asOf : ends[at]! - 1];
    return [name, from, to, customers, customers / 9_444, sales, sales / customers, 1.5 + at / 10, 0.5 + at / 20];
  });
  const words =
    'class:text from:date to:date customers:count share:ratio sales:money perCustomer:price purchasesPerCustomer:number oneTimeShare:ratio';
  return tableOf('recency', words, rows, { view: 'bars' });
}

/** Lost after a year of silence. */
export function churn(): Table {
  return tableOf('churn', 'days:days base:text eligible:count lost:count churn:ratio retention:ratio', [
    [365, 'matured', 2_357, 1_539, 1_539 / 2_357, 818 / 2_357],
    [365, 'all', 9_444, 1_539, 1_539 / 9_444, 1 - 1_539 / 9_444],
  ]);
}

/** Active customers from month to month; each row balances. */
export function customerFlow(): Table {
  let start = 1_200;
  const rows = Array.from({ length: 14 }, (_, at): readonly Cell[] => {
    const [fresh, back, lapsed] = [300 + at * 3, 40 + at, 210 + at * 5];
    const before = start;
    start = before + fresh + back - lapsed;
    return [isoMonth(monthOf(asOf) - 13 + at), before, fresh, back, lapsed, start];
  });
  return tableOf('customer-flow', 'month:text start:count new:count wonBack:count lapsed:count end:count', rows);
}
