import { NONE } from '../../model/orders.js';
import type { RowStore, RowTexts } from './rows.js';

/** The columns of dictionary codes of a row, and of doubles: in this order they make the row's hash. */
export const codeColumns = [
  'order',
  'lineId',
  'platform',
  'shop',
  'currency',
  'status',
  'buyer',
  'account',
  'phone',
  'receiver',
  'address',
  'province',
  'city',
  'memo',
  'product',
  'sku',
] as const satisfies readonly (keyof RowTexts)[];
export type CodeColumnName = (typeof codeColumns)[number];

export const numberColumns = [
  'createdAt',
  'paidAt',
  'shippedAt',
  'completedAt',
  'total',
  'goods',
  'postage',
  'discount',
  'paid',
  'refund',
  'listPrice',
] as const satisfies readonly (keyof RowStore)[];
export type NumberColumnName = (typeof numberColumns)[number];

type Codes = { [K in CodeColumnName]: Int32Array };
type Numbers = { [K in NumberColumnName]: Float64Array };

/** The columns of the row store while they are filled. */
export interface RowColumns extends Codes, Numbers {
  sheet: Int32Array;
  line: Int32Array;
  quantity: Int32Array;
  timePrecision: Uint8Array;
  stage: Uint8Array;
  closeReason: Uint8Array;
  filled: Uint8Array;
  hash: Float64Array;
}

/** Columns for `capacity` rows, nothing known in any of them. */
export function emptyColumns(capacity: number): RowColumns {
  const codes = Object.fromEntries(codeColumns.map((name) => [name, new Int32Array(capacity).fill(NONE)]));
  const numbers = Object.fromEntries(numberColumns.map((name) => [name, new Float64Array(capacity).fill(Number.NaN)]));
  return {
    ...(codes as Codes),
    ...(numbers as Numbers),
    sheet: new Int32Array(capacity),
    line: new Int32Array(capacity),
    quantity: new Int32Array(capacity).fill(NONE),
    timePrecision: new Uint8Array(capacity),
    stage: new Uint8Array(capacity),
    closeReason: new Uint8Array(capacity),
    filled: new Uint8Array(capacity),
    hash: new Float64Array(capacity),
  };
}

/** The first `size` rows of some columns in columns for `capacity` rows. */
export function resized(columns: RowColumns, size: number, capacity: number): RowColumns {
  const grown = emptyColumns(capacity);
  for (const [name, column] of Object.entries(columns) as [keyof RowColumns, Float64Array][]) {
    (grown[name] as Float64Array).set(column.subarray(0, size));
  }
  return grown;
}
