import { NONE } from '../../model/orders.js';
import { isConstant } from '../../util/is-constant.js';
import { AS_ADDRESS } from './place-lookup.js';
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

/** Those of them whose texts are looked up when they are asked for; see `LaterTexts`. */
export const laterColumns = ['receiver', 'address'] as const satisfies readonly CodeColumnName[];
export type LaterColumnName = (typeof laterColumns)[number];
/** Those whose texts are looked up while files are read. */
export type DictionaryColumnName = Exclude<CodeColumnName, LaterColumnName>;

export function isLater(name: CodeColumnName): name is LaterColumnName {
  return (laterColumns as readonly string[]).includes(name);
}

/** Columns that are made of addresses where a row itself says nothing; see `AS_ADDRESS`. */
export const placeColumns = ['province', 'city'] as const satisfies readonly CodeColumnName[];

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

const wholeColumns = ['sheet', 'line', 'quantity', 'place'] as const satisfies readonly (keyof RowStore)[];
const smallColumns = ['timePrecision', 'stage', 'closeReason', 'filled'] as const satisfies readonly (keyof RowStore)[];

type Codes = { [K in CodeColumnName | (typeof wholeColumns)[number]]: Int32Array };
type Numbers = { [K in NumberColumnName]: Float64Array };
type Small = { [K in (typeof smallColumns)[number]]: Uint8Array };

/** The columns of the row store while they are filled. One that no sheet has needed yet is empty. */
export interface RowColumns extends Codes, Numbers, Small {}
export type ColumnName = keyof RowColumns;

type Kind = typeof Int32Array | typeof Float64Array | typeof Uint8Array;

const kinds: ReadonlyMap<ColumnName, Kind> = new Map<ColumnName, Kind>([
  ...[...codeColumns, ...wholeColumns].map((name) => [name, Int32Array] as const),
  ...numberColumns.map((name) => [name, Float64Array] as const),
  ...smallColumns.map((name) => [name, Uint8Array] as const),
]);
const blanks: ReadonlyMap<ColumnName, number> = new Map([
  ...[...codeColumns, 'quantity' as const, 'place' as const].map((name) => [name, NONE] as const),
  ...numberColumns.map((name) => [name, Number.NaN] as const),
  ...placeColumns.map((name) => [name, AS_ADDRESS] as const),
]);

/** All columns. */
export const everyColumn: readonly ColumnName[] = [...kinds.keys()];

/** Columns of no rows. */
export function noColumns(): RowColumns {
  const empty = [...kinds].map(([name, Kind]) => [name, new Kind(0)]);
  return Object.fromEntries(empty) as RowColumns;
}

/** Gives a column room for `capacity` rows; what stands in the first `size` of them stays. */
export function makeRoom(columns: RowColumns, name: ColumnName, size: number, capacity: number): void {
  const old = columns[name].subarray(0, size);
  const roomier = new (kinds.get(name)!)(capacity);
  roomier.set(old);
  put(columns, name, roomier);
}

/** For how many rows of a column there is room in the memory of another of its kind. */
export function roomIn(name: ColumnName, { buffer }: RowColumns[ColumnName]): number {
  return Math.floor(buffer.byteLength / kinds.get(name)!.BYTES_PER_ELEMENT);
}

/** Lets a column use the memory of another of its kind, whatever stands in it. */
export function makeUseOf(columns: RowColumns, name: ColumnName, other: RowColumns[ColumnName]): void {
  put(columns, name, new (kinds.get(name)!)(other.buffer as ArrayBuffer, 0, roomIn(name, other)));
}

/** Nothing is known of rows `from` to `to` (left out) of a column. */
export function makeBlank(columns: RowColumns, name: ColumnName, from: number, to: number): void {
  columns[name].fill(blanks.get(name) ?? 0, from, to);
}

/** Columns that are made when they are asked for. */
export type MadeLater = LaterColumnName | (typeof placeColumns)[number];
const madeLater: ReadonlySet<ColumnName> = new Set<MadeLater>([...laterColumns, ...placeColumns]);

/**
 * The columns of `size` rows, without those that are made later. Those that no sheet needed, and others that say the same
 * everywhere, are one.
 */
export function finished(columns: RowColumns, size: number): Omit<RowColumns, MadeLater> {
  const cut = noColumns();
  const shared = new Map<string, Int32Array | Float64Array | Uint8Array>();
  for (const [name, Kind] of kinds) {
    if (madeLater.has(name)) continue;
    const column = columns[name].subarray(0, size);
    const isNeeded = columns[name].length > 0;
    if (isNeeded && !isConstant(column)) {
      put(cut, name, column);
      continue;
    }
    const value = (isNeeded ? column[0] : blanks.get(name)) ?? 0;
    const key = `${Kind.name} ${value}`;
    put(cut, name, shared.get(key) ?? new Kind(size).fill(value));
    shared.set(key, cut[name]);
  }
  return cut;
}

function put(columns: RowColumns, name: ColumnName, column: Int32Array | Float64Array | Uint8Array): void {
  (columns as Record<ColumnName, unknown>)[name] = column;
}
