import { NONE, stages } from '../../model/orders.js';
import type { BlockLoops } from './block-loops.js';
import type { CodeTranslation } from './code-translation.js';
import type { FieldCells } from './field-cells.js';
import { unlessAddressed } from './place-lookup.js';
import { copyRun, FEW } from './ready-columns.js';
import { placeColumns, type RowColumns } from './row-columns.js';
import type { RowRun } from './row-fill.js';
import type { RowMeanings } from './row-meanings.js';
import { closeReasons } from './rows.js';
import type { SheetCells } from './sheet-cells.js';
import { CELL, VALUE_CELL } from './staged-column.js';

const PAID_STAGE = stages.indexOf('paid');
const COMPLETED_STAGE = stages.indexOf('completed');
const CLOSED_STAGE = stages.indexOf('closed');
const CANCELLED = closeReasons.indexOf('cancelled');

/** Fills what texts say of rows. */
export interface MeaningFiller {
  /** The stages of the first `rows` rows of a block, by row; `none` without a status. To be asked for before `fill`. */
  stages(rows: number): Uint8Array;
  /**
   * Fills stage, why it was closed, platform, and what columns of places say; what addresses say is told later, where a
   * blank cell is left `AS_ADDRESS`.
   */
  fill(run: RowRun, store: RowColumns): void;
}

/** Makes the filler for the fields of a sheet. `splits`: memos may say that an order was split. */
export function meaningFiller(
  cells: SheetCells,
  meanings: RowMeanings,
  splits: boolean,
  loops: BlockLoops,
): MeaningFiller {
  const { closeReason, refundStatus, platform, province, city, defaultPlatform } = meanings;
  const [status, reason, refund] = [cells.of('status'), cells.of('closeReason'), cells.of('refundStatus')];
  const [source, provinces, cities] = [cells.of('platform'), cells.of('province'), cells.of('city')];
  const unaddressed = !meanings.placesFromAddresses;
  const stages = loops.bytes();
  const overlay = overlayIn(loops);
  return {
    stages: (rows) => {
      stages.fill(0, 0, rows);
      if (status.present) loops.meanings(status, 0, rows, meanings.stage, stages);
      return stages.subarray(0, rows);
    },
    fill: (run, store) => {
      const end = run.target + run.to - run.from;
      copyRun(run, stages, store.stage);
      store.closeReason.fill(0, run.target, end);
      overlay(run, refund, refundStatus, store.closeReason);
      overlay(run, reason, closeReason, store.closeReason);
      closeCancelled(run, store);
      if (splits && cells.of('memo').present) closeSplit(run, store, meanings);
      store.platform.fill(defaultPlatform, run.target, end);
      overlay(run, source, platform, store.platform);
      if (unaddressed) for (const name of placeColumns) store[name].fill(NONE, run.target, end);
      overlay(run, provinces, province, store.province);
      overlay(run, cities, city, store.city);
      if (!cities.present && provinces.present && !unaddressed)
        fillCities(run, provinces, meanings.cityInProvince, store.city);
    },
  };
}

type Column = Uint8Array | Int32Array;
type Overlay = (run: RowRun, cells: FieldCells, meaning: CodeTranslation, into: Column) => void;

/** Puts what the texts of a field mean into a column of the store, leaving what is known where there is no text. */
function overlayIn(loops: BlockLoops): Overlay {
  const [small, wide] = [loops.bytes(), loops.ints()];
  return (run, cells, meaning, into) => {
    const { from, to, target } = run;
    if (!cells.present) return;
    if (to - from <= FEW) {
      overlayFew(run, cells, meaning, into);
      return;
    }
    const room = into instanceof Uint8Array ? small : wide;
    room.set(into.subarray(target, target + to - from), from);
    loops.meanings(cells, from, to, meaning, room);
    copyRun(run, room, into);
  };
}

function overlayFew({ from, to, target }: RowRun, cells: FieldCells, meaning: CodeTranslation, into: Column): void {
  for (let row = from, at = target; row < to; row++, at++) {
    const code = cells.code(row);
    if (code !== NONE) into[at] = meaning.of(code);
  }
}

/** The city that the cell of the province names, unless the address tells one. */
function fillCities(
  { from, to, target }: RowRun,
  { states, values }: FieldCells,
  meaning: CodeTranslation,
  into: Int32Array,
): void {
  for (let row = from, at = target; row < to; row++, at++) {
    const code = (states[row]! & CELL) === VALUE_CELL ? meaning.of(values[row]!) : NONE;
    if (code !== NONE) into[at] = unlessAddressed(code);
  }
}

/** A close reason that says "cancelled" closes the order whatever its status. */
function closeCancelled({ from, to, target }: RowRun, { stage, closeReason }: RowColumns): void {
  const reasons = closeReason.subarray(target, target + to - from);
  for (let row = reasons.indexOf(CANCELLED); row >= 0; row = reasons.indexOf(CANCELLED, row + 1)) {
    const before = stage[target + row]!;
    if (before >= PAID_STAGE && before <= COMPLETED_STAGE) stage[target + row] = CLOSED_STAGE;
  }
}

/** A split order whose memo says so: its parts are in the file too. */
function closeSplit({ from, to, target }: RowRun, { stage, memo, order }: RowColumns, meanings: RowMeanings): void {
  for (let at = target; at < target + to - from; at++) {
    if (memo[at] !== NONE && meanings.isSplit(order[at]!, memo[at]!)) stage[at] = CLOSED_STAGE;
  }
}
