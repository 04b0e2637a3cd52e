import { NONE, precisions, stages } from '../../model/orders.js';
import { SECONDS_A_DAY } from '../../util/calendar.js';
import type { Dialect, Field } from '../dialect.js';
import type { BlockCurrency } from './block-currency.js';
import type { BlockLoops } from './block-loops.js';
import { derivations } from './derived-amounts.js';
import type { FieldCells } from './field-cells.js';
import { meaningFiller } from './meaning-fill.js';
import { amountFields, copyRun, ReadyAmounts, ReadyPrecisions, readyColumns, timeFields } from './ready-columns.js';
import type { CodeColumnName, ColumnName, RowColumns } from './row-columns.js';
import type { RowMeanings } from './row-meanings.js';
import type { RowTally } from './row-tally.js';
import type { SheetCells } from './sheet-cells.js';
import { copiedTexts } from './sheet-columns.js';

const NO_PRECISION = precisions.indexOf('none');
/** Columns that every row fills, here or where it is written. */
const filledAlways = [
  'sheet',
  'line',
  'timePrecision',
  'filled',
  'currency',
  'stage',
  'closeReason',
  'platform',
] as const;

/** Rows `from` to `to` (left out) of a block, which become the rows from `target` on of the store. */
export interface RowRun {
  readonly from: number;
  readonly to: number;
  readonly target: number;
}

/** Fills the columns of the store from blocks. Bad cells count as blank; whoever calls this has looked at them. */
export interface RowFiller {
  /** The columns of the store that every row fills. */
  readonly columns: readonly ColumnName[];
  /** The stages of the first `rows` rows of a block; to be asked for before `fill`. */
  stages(rows: number): Uint8Array;
  /** Makes of the first `rows` cells of a block what the store holds. */
  prepare(rows: number, currency: BlockCurrency): void;
  /** Fills a run of rows of the block that was prepared. */
  fill(run: RowRun, store: RowColumns, currency: BlockCurrency): void;
}

/** Makes the filler for rows of a sheet: fields the sheet does not have cost nothing. */
export function rowFiller(
  cells: SheetCells,
  meanings: RowMeanings,
  tally: RowTally,
  dialect: Dialect,
  loops: BlockLoops,
): RowFiller {
  const columns = readyColumns(cells, loops);
  const amounts = cells.each(amountFields).map(({ cells, to }) => new ReadyAmounts(cells, to, loops));
  const precisions = new ReadyPrecisions(cells.of('created'), cells.of('time'), loops);
  const filled = loops.bytes();
  const orders = cells.of('order');
  const meant = meaningFiller(cells, meanings, dialect.splitMemo !== undefined, loops);
  const splits = dialect.splits === true && orders.several && !cells.of('line').present;
  const derived = derivations(dialect);
  return {
    columns: [...columns.map(({ to }) => to), ...amounts.map(({ to }) => to), ...filledAlways],
    stages: meant.stages,
    prepare: (rows, currency) => {
      for (const column of columns) column.prepare(rows);
      for (const column of amounts) column.prepare(rows, currency.units);
      precisions.prepare(rows);
      filled.fill(0, 0, rows);
      for (const { states } of cells.list) loops.addValues(states, rows, filled);
    },
    fill: (run, store, currency) => {
      for (const { ready, to } of columns) copyRun(run, ready, store[to]);
      if (splits) fillParts(run, orders, store.lineId, meanings);
      for (const column of amounts) tally.roundedAmounts += column.fill(run, store, currency.units);
      for (const { fill } of derived) fill(store, run.target, run.target + run.to - run.from);
      copyRun(run, precisions.ready, store.timePrecision);
      copyRun(run, filled, store.filled);
      if (dialect.createdIn === 'order') fillDaysFromNumbers(run, store, meanings, tally);
      copyRun(run, currency.codes, store.currency);
      meant.fill(run, store);
    },
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
  if (has('province')) needed.add('province');
  if (has('city', 'province')) needed.add('city');
  if (dialect.createdIn === 'order') needed.add('createdAt');
  for (const { needs } of derivations(dialect)) for (const name of needs) needed.add(name);
  return needed;
}

/** A split order: its parts share the main number and keep their own, which tells them apart. */
function fillParts({ from, to, target }: RowRun, orders: FieldCells, lineId: Int32Array, meanings: RowMeanings): void {
  for (let row = from, at = target; row < to; row++, at++) {
    const part = orders.otherCode(row);
    if (part !== NONE) lineId[at] = meanings.part.of(part);
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

/** Index of the stage that a status means which nobody knows. */
export const UNKNOWN_STAGE = stages.indexOf('unknown');
