import { NONE, stages } from '../../model/orders.js';
import type { CodeTranslation } from './code-translation.js';
import type { FieldCells } from './field-cells.js';
import { unlessAddressed } from './place-lookup.js';
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

/**
 * Fills what texts say of a run of rows: stage, why it was closed, platform, and what columns of places say; what addresses
 * say is told later, where a blank cell is left `AS_ADDRESS`.
 */
export function meaningFiller(
  cells: SheetCells,
  meanings: RowMeanings,
  splits: boolean,
): (run: RowRun, store: RowColumns) => void {
  const { stage, closeReason, refundStatus, platform, province, city, defaultPlatform } = meanings;
  const [status, reason, refund] = [cells.of('status'), cells.of('closeReason'), cells.of('refundStatus')];
  const [source, provinces, cities] = [cells.of('platform'), cells.of('province'), cells.of('city')];
  const unaddressed = !meanings.placesFromAddresses;
  return (run, store) => {
    translate(run, status, stage, store.stage, 0);
    translate(run, refund, refundStatus, store.closeReason, 0);
    if (reason.present) overlay(run, reason, closeReason, store.closeReason);
    closeCancelled(run, store);
    if (splits && cells.of('memo').present) closeSplit(run, store, meanings);
    translate(run, source, platform, store.platform, defaultPlatform);
    if (unaddressed)
      for (const name of placeColumns) store[name].fill(NONE, run.target, run.target + run.to - run.from);
    if (provinces.present) overlay(run, provinces, province, store.province);
    if (cities.present) overlay(run, cities, city, store.city);
    else if (provinces.present && !unaddressed) fillCities(run, provinces, meanings.cityInProvince, store.city);
  };
}

/** What the texts of a field mean; `blank` where there is none. */
function translate(
  { from, to, target }: RowRun,
  { states, values, present }: FieldCells,
  meaning: CodeTranslation,
  into: Uint8Array | Int32Array,
  blank: number,
): void {
  if (!present) {
    into.fill(blank, target, target + to - from);
    return;
  }
  let last = NONE;
  let meant = blank;
  for (let row = from, at = target; row < to; row++, at++) {
    if ((states[row]! & CELL) !== VALUE_CELL) {
      into[at] = blank;
      continue;
    }
    const code = values[row]!;
    if (code !== last) meant = meaning.of(code);
    last = code;
    into[at] = meant;
  }
}

/** The same, leaving what is known where there is no text. */
function overlay(
  { from, to, target }: RowRun,
  { states, values }: FieldCells,
  meaning: CodeTranslation,
  into: Uint8Array | Int32Array,
): void {
  for (let row = from, at = target; row < to; row++, at++) {
    if ((states[row]! & CELL) === VALUE_CELL) into[at] = meaning.of(values[row]!);
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
  for (let at = target; at < target + to - from; at++) {
    const goesOn = stage[at]! >= PAID_STAGE && stage[at]! <= COMPLETED_STAGE;
    if (closeReason[at] === CANCELLED && goesOn) stage[at] = CLOSED_STAGE;
  }
}

/** A split order whose memo says so: its parts are in the file too. */
function closeSplit({ from, to, target }: RowRun, { stage, memo, order }: RowColumns, meanings: RowMeanings): void {
  for (let at = target; at < target + to - from; at++) {
    if (memo[at] !== NONE && meanings.isSplit(order[at]!, memo[at]!)) stage[at] = CLOSED_STAGE;
  }
}
