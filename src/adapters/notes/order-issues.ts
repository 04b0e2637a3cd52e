import type { Issue, IssueLog } from '../../model/issue.js';
import type { Field } from '../dialect.js';
import { areRejected, fates, isRejected, OUT_OF_RANGE } from '../merge/row-fate.js';
import { IssueCollector } from '../rows/issue-collector.js';
import type { RowStore } from '../rows/rows.js';
import type { OrdersMade } from '../settle/to-orders.js';

/** Where a row stands, the header of the column a field was read from, and what stands there. */
export type PlaceOf = (
  row: number,
  field: Field,
) => Pick<Issue, 'file' | 'sheet' | 'line' | 'column' | 'got' | 'value'>;

/**
 * What is wrong with rows once they are orders: rejected for their day or for want of an amount, states that contradict
 * each other, more refunded than paid, negative amounts. In the order of the files.
 */
export function orderIssues(store: RowStore, made: OrdersMade, placeOf: PlaceOf): IssueLog {
  const rejected = areRejected(made.fate);
  const found: { row: number; problem: string; field: Field; done: Issue['done'] }[] = [];
  for (let row = 0; row < store.size && rejected; row++) {
    const fate = made.fate[row]!;
    if (!isRejected(fate)) continue;
    const field = fate !== OUT_OF_RANGE ? 'paid' : Number.isNaN(made.rows.paidAt[row]!) ? 'created' : 'time';
    found.push({ row, problem: fates[fate]!, field, done: 'rejected' });
  }
  for (const { row, field } of made.merged.conflicts)
    found.push({ row, problem: 'conflicting-states', field, done: 'merged' });
  const { merged, settled } = made;
  for (let order = 0; order < merged.size && made.facts.odd > 0; order++) {
    const row = merged.row[order]!;
    const gross = settled.gross[order]!;
    const refunded = settled.refunded[order]!;
    if (gross < 0 || refunded < 0) found.push({ row, problem: 'negative-amount', field: 'paid', done: 'kept' });
    else if (refunded > gross) found.push({ row, problem: 'refund-exceeds-paid', field: 'refund', done: 'kept' });
  }
  found.sort((one, other) => one.row - other.row || (one.problem < other.problem ? -1 : 1));
  const collector = new IssueCollector();
  for (const { row, problem, field, done } of found) {
    collector.add(problem, () => ({ ...placeOf(row, field), done }));
  }
  return collector.log();
}

/** Two logs as one; `place` gives the position of an issue in the files, by which the first ones are sorted. */
export function joinedIssues(
  one: IssueLog,
  other: IssueLog,
  place: (issue: Issue) => readonly [number, number],
): IssueLog {
  const byProblem = new Map(one.byProblem);
  for (const [problem, count] of other.byProblem) byProblem.set(problem, (byProblem.get(problem) ?? 0) + count);
  const first = [...one.first, ...other.first].map((issue) => ({ issue, place: place(issue) }));
  first.sort((left, right) => left.place[0] - right.place[0] || left.place[1] - right.place[1]);
  return {
    count: one.count + other.count,
    byProblem: new Map([...byProblem].sort(([left], [right]) => (left < right ? -1 : 1))),
    first: first.map(({ issue }) => issue),
  };
}
