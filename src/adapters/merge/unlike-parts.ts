import type { RowSheet } from '../rows/rows.js';
import type { Columns } from './columns.js';
import type { Conflict } from './conflicts.js';
import { type Entities, PRODUCT } from './entities.js';
import type { MergedStates } from './merge-states.js';
import { type OrderParts, partsOfKind } from './order-parts.js';
import type { Layout } from './product-rows.js';

/**
 * Product rows that state another total or paid amount than their order, in a layout that repeats the order's amounts on
 * each of its rows: one of the rows is wrong, or was exported at another time. The newest row's amount counts; the others
 * are listed. Within one minor unit they are equal.
 */
export function unlikeParts(
  orders: Columns,
  { columns: states, row }: MergedStates,
  entities: Entities,
  parts: OrderParts,
  layouts: readonly Layout[],
  sheets: readonly RowSheet[],
): readonly Conflict[] {
  const conflicts: Conflict[] = [];
  if (entities.kinds.every((kinds) => (kinds & PRODUCT) === 0)) return conflicts;
  for (let order = 0; order < parts.size; order++) {
    if (entities.kinds[parts.group[order]!] !== PRODUCT) continue;
    const { adds } = layouts[orders.sheet[order]!]!;
    const stated = sheets[orders.sheet[order]!]!.dialect.paidFrom === undefined ? 'paid' : 'goods';
    const repeated = (['total', stated] as const).filter((name) => !adds.has(name));
    for (const part of partsOfKind(parts, entities, order, [PRODUCT])) {
      for (const field of repeated) {
        if (Math.abs(states[field][part]! - orders[field][order]!) > 1) conflicts.push({ row: row[part]!, field });
      }
    }
  }
  return conflicts;
}
