import { historyOf } from '../model/history-builder.js';
import type { Cell, Note, Table } from '../model/report.js';
import { validRowsOf } from '../model/valid-rows.js';
import { metricOf } from './compute.js';
import { type Grouping, groupsOf } from './groups/group-keys.js';
import { orderParts } from './groups/order-parts.js';
import { DAYS_AROUND, promotions } from './groups/promotion-days.js';
import { byCodePoint } from './lists/code-point-order.js';
import type { AnalysisInput } from './metric.js';
import { note } from './notes/note.js';
import { isPaid } from './paid-money.js';

/** One group and everything its numbers are computed from. */
export interface Group {
  /** Null: unknown. */
  readonly key: string | null;
  readonly input: AnalysisInput;
}

/**
 * The shop cut into groups: each customer with all orders in exactly one, that of the first purchase; each order
 * without a customer in its own; unknown is a group. So orders, sales, refunds, purchases and customers of the groups
 * sum to those of the shop. The scope stays that of the shop: the same days, window and as-of day for every group.
 * Most orders first, then by key in order of code points, unknown last.
 */
export function groupInputs(input: AnalysisInput, by: Grouping): readonly Group[] {
  const { orders, history, scope } = input;
  const paid = new Int32Array(orders.size).map((_, row) => row).filter((row) => isPaid(orders, scope, row));
  const groups = groupsOf(input, by, paid);
  const parts = orderParts(orders, groups);
  const found = groups.keys.map((key, index) => {
    const part = parts[index]!;
    const validRows = validRowsOf(part, scope.currencyCode, scope.asOf);
    const own = historyOf(part, scope.currencyCode, history.purchaseRule, scope.asOf, validRows);
    return { key, input: { orders: part, history: own, validRows, scope } };
  });
  return found.sort(inOrder);
}

function inOrder(one: Group, other: Group): number {
  if (one.key === null || other.key === null) return Number(one.key === null) - Number(other.key === null);
  return other.input.validRows.length - one.input.validRows.length || byCodePoint(one.key, other.key);
}

/** Metrics computed for each group by itself: their tables, with the first columns `by` and `group` (null = unknown). */
export function grouped(ids: readonly string[], input: AnalysisInput, by: Grouping): readonly Table[] {
  const groups = groupInputs(input, by);
  return ids.map((id) => {
    const whole = metricOf(id).compute(input);
    const columns = [
      { key: 'by', unit: 'text' },
      { key: 'group', unit: by === 'promotion' ? 'text' : 'name' },
      ...whole.columns,
    ] as const;
    const rows = groups.flatMap((group) => [...rowsOf(id, by, group)]);
    return { ...whole, columns, rows, view: 'plain', notes: [...groupNotes(by), ...whole.notes] };
  });
}

function* rowsOf(id: string, by: Grouping, { key, input }: Group): Generator<readonly Cell[]> {
  for (const row of metricOf(id).compute(input).rows) yield [by, key, ...row];
}

function groupNotes(by: Grouping): readonly Note[] {
  if (by !== 'promotion') return [note('info', 'groups')];
  const days = promotions.map(({ name }) => name).join(', ');
  return [note('info', 'groups'), note('info', 'promotion-days', { days, around: DAYS_AROUND })];
}
