import { NONE, precisions, stages } from '../../model/orders.js';
import { SECONDS_A_DAY } from '../../util/calendar.js';
import type { Dialect, Field } from '../dialect.js';
import { minorBy } from '../values/money.js';
import { precisionOf, secondsOf } from '../values/stamp.js';
import type { BlockCurrency } from './block-currency.js';
import { derivations } from './derived-amounts.js';
import type { FieldCells, SheetCells } from './field-cells.js';
import { meaningFiller } from './meaning-fill.js';
import type { CodeColumnName, NumberColumnName, RowColumns } from './row-columns.js';
import type { RowMeanings } from './row-meanings.js';
import type { RowTally } from './row-tally.js';
import { copiedTexts } from './sheet-columns.js';
import { CELL, VALUE_CELL } from './staged-column.js';
import { putWhereNone } from './state-words.js';

export const timeFields: readonly (readonly [Field, NumberColumnName])[] = [
  ['created', 'createdAt'],
  ['time', 'paidAt'],
  ['shipped', 'shippedAt'],
  ['completed', 'completedAt'],
];
const amountFields: readonly (readonly [Field, NumberColumnName])[] = [
  ['total', 'total'],
  ['goods', 'goods'],
  ['postage', 'postage'],
  ['discount', 'discount'],
  ['paid', 'paid'],
  ['refund', 'refund'],
  ['price', 'listPrice'],
];
const NO_PRECISION = precisions.indexOf('none');

/** Rows `from` to `to` (left out) of a block, which become the rows from `target` on of the store. */
export interface RowRun {
  readonly from: number;
  readonly to: number;
  readonly target: number;
}

/** Fills a run of rows, column by column. Bad cells count as blank; whoever calls this has looked at them. */
export type FillRows = (run: RowRun, store: RowColumns, currency: BlockCurrency) => void;

/** Makes the function that fills rows of a sheet: fields the sheet does not have cost nothing. */
export function rowFiller(cells: SheetCells, meanings: RowMeanings, tally: RowTally, dialect: Dialect): FillRows {
  const texts = cells.each(Object.entries(copiedTexts) as [Field, CodeColumnName][]);
  const times = cells.each(timeFields);
  const amounts = cells.each(amountFields);
  const [orders, quantity] = [cells.of('order'), cells.of('quantity')];
  const [paidAt, createdAt] = [cells.of('time'), cells.of('created')];
  const fillMeanings = meaningFiller(cells, meanings, dialect.splitMemo !== undefined);
  const splits = dialect.splits === true && orders.several && !cells.of('line').present;
  const derived = derivations(dialect);
  return (run, store, currency) => {
    for (const { cells, to } of texts) fillCodes(run, cells, store[to]);
    if (splits) fillParts(run, orders, store.lineId, meanings);
    for (const { cells, to } of times) fillTimes(run, cells, store[to]);
    for (const { cells, to } of amounts) tally.roundedAmounts += fillAmounts(run, cells, store[to], currency.units);
    if (quantity.present) fillCodes(run, quantity, store.quantity);
    for (const { fill } of derived) fill(store, run.target, run.target + run.to - run.from);
    fillPrecisions(run, paidAt, createdAt, store.timePrecision);
    if (dialect.createdIn === 'order') fillDaysFromNumbers(run, store, meanings, tally);
    store.currency.set(currency.codes.subarray(run.from, run.to), run.target);
    fillMeanings(run, store);
  };
}

/** The columns of the store that rows of a sheet need. */
export function columnsNeeded(cells: SheetCells, dialect: Dialect): ReadonlySet<keyof RowColumns> {
  const has = (...fields: Field[]) => fields.some((field) => cells.of(field).present);
  const named = [...(Object.entries(copiedTexts) as [Field, CodeColumnName][]), ...timeFields, ...amountFields];
  const needed = new Set<keyof RowColumns>(named.filter(([field]) => has(field)).map(([, name]) => name));
  for (const name of ['sheet', 'line', 'order', 'currency', 'platform'] as const) needed.add(name);
  for (const name of ['timePrecision', 'stage', 'closeReason', 'filled'] as const) needed.add(name);
  if (has('quantity')) needed.add('quantity');
  if (cells.of('order').several) needed.add('lineId');
  if (has('address', 'province')) needed.add('province');
  if (has('address', 'city', 'province')) needed.add('city');
  if (dialect.createdIn === 'order') needed.add('createdAt');
  for (const { needs } of derivations(dialect)) for (const name of needs) needed.add(name);
  return needed;
}

function fillCodes({ from, to, target }: RowRun, { states, values }: FieldCells, into: Int32Array): void {
  into.set(values.subarray(from, to), target);
  putWhereNone(states, from, to, into, target, NONE);
}

/** A split order: its parts share the main number and keep their own, which tells them apart. */
function fillParts({ from, to, target }: RowRun, orders: FieldCells, lineId: Int32Array, meanings: RowMeanings): void {
  for (let row = from, at = target; row < to; row++, at++) {
    const part = orders.otherCode(row);
    if (part !== NONE) lineId[at] = meanings.part.of(part);
  }
}

function fillTimes({ from, to, target }: RowRun, { states, values }: FieldCells, into: Float64Array): void {
  for (let row = from, at = target; row < to; row++, at++) {
    into[at] = (states[row]! & CELL) === VALUE_CELL ? secondsOf(values[row]!) : Number.NaN;
  }
}

/** How many amounts lost something below the minor unit. */
function fillAmounts(
  { from, to, target }: RowRun,
  { states, values }: FieldCells,
  into: Float64Array,
  units: Float64Array,
): number {
  let rounded = 0;
  for (let row = from, at = target; row < to; row++, at++) {
    if ((states[row]! & CELL) !== VALUE_CELL) {
      into[at] = Number.NaN;
      continue;
    }
    const minor = minorBy(values[row]!, units[row]!);
    into[at] = minor;
    if (minor * units[row]! !== values[row]!) rounded++;
  }
  return rounded;
}

/** Of the payment time, else of the creation time. */
function fillPrecisions({ from, to, target }: RowRun, paid: FieldCells, created: FieldCells, into: Uint8Array): void {
  for (let row = from, at = target; row < to; row++, at++) {
    const time = (paid.states[row]! & CELL) === VALUE_CELL ? paid : created;
    into[at] = (time.states[row]! & CELL) === VALUE_CELL ? precisionOf(time.values[row]!) : NO_PRECISION;
  }
}

/** The day that the order number begins with, where no time says it. */
function fillDaysFromNumbers(
  { from, to, target }: RowRun,
  { order, createdAt, timePrecision }: RowColumns,
  { dayInNumber }: RowMeanings,
  tally: RowTally,
): void {
  for (let at = target; at < target + to - from; at++) {
    if (timePrecision[at] !== NO_PRECISION || order[at] === NONE) continue;
    const day = dayInNumber.of(order[at]!);
    if (day === NONE) continue;
    createdAt[at] = day * SECONDS_A_DAY;
    timePrecision[at] = precisions.indexOf('day');
    tally.daysFromNumbers++;
  }
}

/** Whether a status code means a stage that nobody knows. */
export function isUnknownStage(stage: number): boolean {
  return stage === stages.indexOf('unknown');
}
