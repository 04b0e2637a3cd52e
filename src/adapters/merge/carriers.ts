import { NONE } from '../../model/orders.js';
import type { RowStore } from '../rows/rows.js';
import { type Entities, LINE, ORDER, PRODUCT } from './entities.js';
import { bestKind, type OrderParts } from './order-parts.js';
import type { Layout } from './product-rows.js';
import { isRejected } from './row-fate.js';

const AMOUNTS_FROM = [ORDER, PRODUCT, LINE];

/**
 * Per row: 1 if the row's own amount is (part of) its order's, 0 if another row carries it: lines of an order that the
 * order report has too, and rows that repeat the order's amount. So that the amounts of the rows used are those of the
 * orders. Rows rejected carry what they say.
 */
export function carriersOf(
  store: RowStore,
  entities: Entities,
  layouts: readonly Layout[],
  groupOfRow: Int32Array,
  parts: OrderParts,
  fate: Uint8Array,
): Uint8Array {
  const carries = new Uint8Array(store.size).fill(1);
  for (let row = 0; row < store.size; row++) {
    const group = groupOfRow[row]!;
    const order = parts.orderOfGroup[group]!;
    const entity = entities.rows.of[row]!;
    if (entity === NONE) carries[row] = isRejected(fate[row]!) ? 1 : 0;
    if (entity === NONE || order === NONE) continue;
    const kind = entities.kind[entity]!;
    const carrier = bestKind(entities.kinds[group]!, AMOUNTS_FROM);
    const repeats = kind === PRODUCT && !layouts[store.sheet[row]!]!.adds.has('paid');
    carries[row] = kind !== carrier || (repeats && entity !== parts.base[order]) ? 0 : 1;
  }
  return carries;
}
