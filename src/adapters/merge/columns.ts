import { joined } from '../../util/later.js';
import type { RowStore } from '../rows/rows.js';
import { pickedBytes, pickedCodes, pickedFloats } from './picked.js';
import type { CodedTexts } from './sheet-defaults.js';

const amounts = ['total', 'goods', 'postage', 'discount', 'paid', 'refund', 'listPrice', 'hash'] as const;
const times = ['createdAt', 'paidAt', 'shippedAt', 'completedAt'] as const;
const codes = [
  'sheet',
  'paidSheet',
  'line',
  'order',
  'lineId',
  'platform',
  'shop',
  'currency',
  'quantity',
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
] as const;
const bytes = ['timePrecision', 'stage', 'closeReason', 'filled', 'has'] as const;

/**
 * What is known of rows, of merged lines or of merged orders, one typed array per column, with the blanks of a
 * `RowStore`. `paidSheet`: the sheet whose report gave `paid` and so says what it means. `has`: `HAS_…` bits, which
 * columns the sheets behind the state have at all. Those of a store's rows that are made later still are; those of merged
 * states (`gathered`) are asked for then.
 */
export type Columns = Readonly<Record<(typeof amounts)[number] | (typeof times)[number], Float64Array>> &
  Readonly<Record<(typeof codes)[number], Int32Array>> &
  Readonly<Record<(typeof bytes)[number], Uint8Array>>;

/** The sheet has a payment time column. */
export const HAS_TIME = 1;
/** The sheet has a column of what was paid. */
export const HAS_PAID = 2;
/** The sheet has a refund amount column. */
export const HAS_REFUND = 4;
/** The sheet has a status column. */
export const HAS_STATUS = 8;
/** The sheet has a column that tells why an order was closed or how its refund stands. */
export const HAS_CLOSE_REASON = 16;
/** The sheet has a creation time column. */
export const HAS_CREATED = 32;

/** A blank payment time tells nothing: the status says whether the order was paid. */
export const STATUS_TELLS = 64;

/** Columns that are filled from an older state by a plain "blank takes the other's value". */
export const plainAmounts = ['total', 'goods', 'postage', 'discount', 'refund', 'listPrice'] as const;
export const plainCodes = [
  'shop',
  'currency',
  'quantity',
  'lineId',
  'province',
  'city',
  'memo',
  'product',
  'sku',
] as const;
/** Columns that name a person: a masked value tells less than a full one. */
export const personCodes = ['buyer', 'account', 'phone', 'receiver', 'address'] as const;

/**
 * The rows of a store as columns, with the platform and currency of their sheet where the row names none. They have
 * no hashes yet; see `rowHashes`.
 */
export function rowColumns(store: RowStore, platform: CodedTexts, currency: CodedTexts): Columns {
  const has = Uint8Array.from(store.sheets, ({ fields, dialect }) => {
    const reason = fields.has('closeReason') || fields.has('refundStatus') ? HAS_CLOSE_REASON : 0;
    const bit = (field: 'time' | 'paid' | 'refund' | 'status' | 'created', value: number) =>
      fields.has(field) ? value : 0;
    return (
      bit('time', HAS_TIME) |
      bit('paid', HAS_PAID) |
      bit('refund', HAS_REFUND) |
      bit('status', HAS_STATUS) |
      bit('created', HAS_CREATED) |
      (dialect.paidBy === 'status' ? STATUS_TELLS : 0) |
      reason
    );
  });
  return joined(store, {
    platform: platform.codes,
    currency: currency.codes,
    paidSheet: store.sheet,
    hash: new Float64Array(0),
    has: pickedBytes(has, store.sheet),
  });
}

/** New columns whose i-th entry is entry `rows[i]` of the old ones. */
export function gathered(from: Columns, rows: Int32Array): Columns {
  const floats = [...amounts, ...times].map((name) => [name, pickedFloats(from[name], rows)]);
  const ints = codes.map((name) => [name, pickedCodes(from[name], rows)]);
  const small = bytes.map((name) => [name, pickedBytes(from[name], rows)]);
  return Object.fromEntries([...floats, ...ints, ...small]) as Columns;
}
