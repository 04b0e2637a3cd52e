import type { Cell, Column, Note, Quantity, Table } from '../model/report.js';
import type { AnalysisInput } from './metric.js';
import { daysAsked, type Period, periodOf } from './period.js';
import { observedBefore } from './previous-window.js';
import { wilson } from './statistics/wilson.js';

/** One number with what it was made from. All null when it cannot be computed. */
export interface Measure {
  readonly metric: string;
  readonly unit: Quantity['unit'];
  readonly value: number | null;
  readonly numerator: Quantity | null;
  readonly denominator: Quantity | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** The numbers of some days; `before` are the days before them, null where they are not known. */
export type Measures = (input: AnalysisInput, period: Period, before: Period | null) => readonly Measure[];

const made = { numerator: null, denominator: null, low: null, high: null };

/** A number that cannot be computed. */
export function unknown(metric: string, unit: Quantity['unit']): Measure {
  return { metric, unit, value: null, ...made };
}

/** A count or sum, which has no denominator. */
export function total(metric: string, unit: Quantity['unit'], value: number): Measure {
  return { metric, unit, value, ...made };
}

/** A statistic of n units that is no quotient: a median, a Gini coefficient. */
export function statistic(metric: string, unit: Quantity['unit'], value: number | null, n: number): Measure {
  return { ...made, metric, unit, value, denominator: count(n) };
}

/** Numerator ÷ denominator, without an interval: money ratios, means, shares of orders. Empty for 0 in the denominator. */
export function quotient(metric: string, unit: Quantity['unit'], numerator: Quantity, denominator: Quantity): Measure {
  const value = denominator.value === 0 ? null : numerator.value / denominator.value;
  return { ...made, metric, unit, value, numerator, denominator };
}

/** A share of customers, each counted once, with its Wilson interval. Empty for nobody. */
export function rate(metric: string, yes: number, customers: number): Measure {
  const interval = wilson(yes, customers);
  const { low, high } = { low: interval?.low ?? null, high: interval?.high ?? null };
  return { ...quotient(metric, 'ratio', count(yes), count(customers)), low, high };
}

export function count(value: number): Quantity {
  return { value, unit: 'count' };
}

export function money(value: number): Quantity {
  return { value, unit: 'money' };
}

const columns: readonly Column[] = [
  { key: 'metric', unit: 'text' },
  { key: 'unit', unit: 'text' },
  { key: 'value', unit: 'any' },
  { key: 'numerator', unit: 'any' },
  { key: 'denominator', unit: 'any' },
  { key: 'low', unit: 'any' },
  { key: 'high', unit: 'any' },
  { key: 'previous', unit: 'any' },
];

/** The table of some measures: their values in the days asked for, and `previous`, the same in the period before. */
export function measureTable(id: string, input: AnalysisInput, measures: Measures, notes: readonly Note[]): Table {
  const { scope } = input;
  const before = scope.previous === null ? null : periodOf(input, scope.previous);
  const now = measures(input, periodOf(input, daysAsked(scope)), before);
  const then = new Map<string, number | null>();
  if (before !== null) {
    const earlier = observedBefore(before.window, scope.observed);
    for (const measure of measures(input, before, earlier === null ? null : periodOf(input, earlier))) {
      then.set(measure.metric, measure.value);
    }
  }
  const rows = now.map((measure) => cells(measure, then.get(measure.metric) ?? null));
  return { id, definition: id, window: scope.window ?? scope.observed, columns, rows, view: 'plain', notes };
}

function cells(measure: Measure, previous: number | null): readonly Cell[] {
  const { metric, unit, value, numerator, denominator, low, high } = measure;
  const as = (number: number | null) => (number === null ? null : { value: number, unit });
  return [metric, unit, as(value), numerator, denominator, as(low), as(high), as(previous)];
}
