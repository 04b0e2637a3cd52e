import type { Cell, Table } from '../../model/report.js';
import type { AnalysisInput } from '../metric.js';

/**
 * Table `days`: how the valid orders cover the calendar from the first to the as-of day. A long stretch without orders
 * usually means that an export is missing.
 */
export function daysTable(input: AnalysisInput): Table {
  const { validRows, orders, scope } = input;
  const rows: Cell[][] = [];
  if (validRows.length > 0) {
    const first = orders.day[validRows[0]!]!;
    let withOrders = 0;
    let before = first - 1;
    let gap = { from: first, days: 0 };
    for (const row of validRows) {
      const day = orders.day[row]!;
      if (day === before) continue;
      withOrders += 1;
      if (day - before - 1 > gap.days) gap = { from: before + 1, days: day - before - 1 };
      before = day;
    }
    if (scope.asOf - before > gap.days) gap = { from: before + 1, days: scope.asOf - before };
    const days = scope.asOf - first + 1;
    const some = gap.days > 0;
    rows.push([
      first,
      scope.asOf,
      days,
      withOrders,
      days - withOrders,
      some ? gap.days : 0,
      some ? gap.from : null,
      some ? gap.from + gap.days - 1 : null,
    ]);
  }
  return {
    id: 'days',
    definition: '',
    window: null,
    columns: [
      { key: 'firstDay', unit: 'date' },
      { key: 'lastDay', unit: 'date' },
      { key: 'days', unit: 'count' },
      { key: 'daysWithOrders', unit: 'count' },
      { key: 'daysWithout', unit: 'count' },
      { key: 'longestGap', unit: 'days' },
      { key: 'gapFrom', unit: 'date' },
      { key: 'gapTo', unit: 'date' },
    ],
    rows,
    view: 'plain',
    notes: [],
  };
}
