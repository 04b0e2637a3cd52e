import { NONE } from '../../model/orders.js';
import type { Dialect } from '../dialect.js';
import type { RowColumns } from './row-columns.js';

/** Works out of other columns of the rows `from` to `to` (left out) of the store what their layout has no column for. */
export interface Derivation {
  readonly needs: readonly (keyof RowColumns)[];
  readonly fill: (store: RowColumns, from: number, to: number) => void;
}

/** What a layout leaves to be worked out, in the order it has to be done; nothing for most. */
export function derivations({ paidFrom, refundFrom, units, grain }: Dialect): readonly Derivation[] {
  return [
    ...(units === 'row' ? [unitPerRow] : []),
    ...(paidFrom === 'unit-price' ? [paidByUnit] : []),
    ...(paidFrom === 'parts' ? [grain === 'product' ? paidForProduct : paidByParts] : []),
    ...(refundFrom === 'adjusted-total' ? [refundByAdjustment] : []),
  ];
}

const unitPerRow: Derivation = {
  needs: ['quantity'],
  fill: ({ quantity }, from, to) => {
    for (let at = from; at < to; at++) if (quantity[at] === NONE) quantity[at] = 1;
  },
};

/** Unknown where the units are. */
const paidByUnit: Derivation = {
  needs: ['goods', 'quantity', 'paid'],
  fill: ({ goods, paid, quantity }, from, to) => {
    for (let at = from; at < to; at++) {
      goods[at] = quantity[at] === NONE ? Number.NaN : goods[at]! * quantity[at]!;
      paid[at] = goods[at]!;
    }
  },
};

/** Goods + postage − discount; without goods nothing is known. */
const paidByParts: Derivation = {
  needs: ['goods', 'postage', 'discount', 'paid'],
  fill: ({ goods, postage, discount, paid }, from, to) => {
    for (let at = from; at < to; at++) paid[at] = goods[at]! + (postage[at]! || 0) - (discount[at]! || 0);
  },
};

/** The product's part; postage and discount are added when the products of an order are put together. */
const paidForProduct: Derivation = {
  needs: ['goods', 'postage', 'discount', 'paid'],
  fill: ({ goods, paid }, from, to) => {
    for (let at = from; at < to; at++) paid[at] = goods[at]!;
  },
};

/** Total − adjusted total; an adjusted total of 0 says that nothing was adjusted. */
const refundByAdjustment: Derivation = {
  needs: ['total', 'refund'],
  fill: ({ total, refund }, from, to) => {
    for (let at = from; at < to; at++) {
      refund[at] = refund[at]! > 0 ? total[at]! - refund[at]! : 0;
      total[at] = Number.NaN;
    }
  },
};
