import type { Cell, Table } from '../../model/report.js';
import type { Day } from '../../util/calendar.js';
import type { AnalysisInput } from '../metric.js';

/** A run of days without a valid order, both ends included. */
export interface EmptyDays {
  readonly from: Day;
  readonly to: Day;
  readonly days: number;
}

const SHOWN = 5;
/** Shorter runs are weekends and quiet days. */
const SHORTEST = 3;
/** The Spring Festival closes shops for about nine days: longer runs, and so many times the usual distance, are no chance. */
const LONG = 10;
const UNUSUAL = 8;

/** All runs of days without a valid order up to the as-of day, the longest first, then the earliest. */
export function emptyRuns({ orders, validRows, scope }: AnalysisInput): readonly EmptyDays[] {
  const runs: EmptyDays[] = [];
  let before: Day | null = null;
  for (const row of validRows) {
    const day = orders.day[row]!;
    if (before !== null && day - before > 1) runs.push({ from: before + 1, to: day - 1, days: day - before - 1 });
    before = day;
  }
  if (before !== null && scope.asOf > before)
    runs.push({ from: before + 1, to: scope.asOf, days: scope.asOf - before });
  return runs.sort((one, other) => other.days - one.days || one.from - other.from);
}

/** Runs that are most likely a missing export: at least ten days, and eight times the usual distance of days with orders. */
export function suspectRuns(input: AnalysisInput): readonly EmptyDays[] {
  const { orders, validRows, scope } = input;
  if (validRows.length === 0) return [];
  const days = scope.asOf - orders.day[validRows[0]!]! + 1;
  const distinct = new Set(Array.from(validRows, (row) => orders.day[row]!)).size;
  return emptyRuns(input).filter((run) => run.days >= Math.max(LONG, (UNUSUAL * days) / distinct));
}

/** Table `empty-days`: the longest runs of at least three days without an order; an export may be missing there. */
export function emptyDaysTable(input: AnalysisInput): Table {
  const rows = emptyRuns(input)
    .filter(({ days }) => days >= SHORTEST)
    .slice(0, SHOWN)
    .map(({ from, to, days }): Cell[] => [from, to, days]);
  return {
    id: 'empty-days',
    definition: '',
    window: null,
    columns: [
      { key: 'from', unit: 'date' },
      { key: 'to', unit: 'date' },
      { key: 'days', unit: 'days' },
    ],
    rows,
    view: 'plain',
    notes: [],
  };
}
