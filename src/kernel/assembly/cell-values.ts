import { holdsValue } from './cell-states';

const NONE: i32 = -1;
/** A meaning that was not asked for yet, as in adapters/rows/code-translation.ts. */
const UNKNOWN: i32 = -2;

/** Puts cells that are not blank, their numbers of `size` bytes, onto others. */
export function overlayCells(states: usize, values: usize, rows: usize, onto: usize, into: usize, size: usize): void {
  for (let row: usize = 0; row < rows; row++) {
    const state = load<u8>(states + row);
    if (state === 0) continue;
    store<u8>(onto + row, state);
    if (size === 4) store<i32>(into + (row << 2), load<i32>(values + (row << 2)));
    else store<i64>(into + (row << 3), load<i64>(values + (row << 3)));
  }
}

/** The codes of cells, NONE where there is no value. */
export function codesOrNone(states: usize, codes: usize, rows: usize, into: usize): void {
  for (let row: usize = 0; row < rows; row++) {
    store<i32>(into + (row << 2), holdsValue(states, row) ? load<i32>(codes + (row << 2)) : NONE);
  }
}

/** The units of cells, which stand there as doubles, NONE where there is no value. */
export function unitsOrNone(states: usize, units: usize, rows: usize, into: usize): void {
  for (let row: usize = 0; row < rows; row++) {
    store<i32>(into + (row << 2), holdsValue(states, row) ? <i32>load<f64>(units + (row << 3)) : NONE);
  }
}

/**
 * Amounts in minor units as `minorBy` of adapters/values/money.ts gives them, NaN where there is no value; how many lost
 * something. `units`: by row, the ten-thousandths of a minor unit.
 */
export function minorAmounts(states: usize, amounts: usize, units: usize, rows: usize, into: usize): i32 {
  let lost = 0;
  for (let row: usize = 0; row < rows; row++) {
    let minor = NaN;
    if (holdsValue(states, row)) {
      const amount = load<f64>(amounts + (row << 3));
      const unit = load<f64>(units + (row << 3));
      minor = floor(abs(amount) / unit + 0.5);
      if (amount < 0 && minor !== 0) minor = -minor;
      if (minor * unit !== amount) lost++;
    }
    store<f64>(into + (row << 3), minor);
  }
  return lost;
}

/** Seconds of the stamps of cells (see adapters/values/stamp.ts), NaN where there is no value. */
export function secondsOf(states: usize, stamps: usize, rows: usize, into: usize): void {
  for (let row: usize = 0; row < rows; row++) {
    const seconds = holdsValue(states, row) ? floor(load<f64>(stamps + (row << 3)) / 4) : NaN;
    store<f64>(into + (row << 3), seconds);
  }
}

/** Puts the precisions of the stamps of cells into bytes, where there is a value. */
export function overlayPrecisions(states: usize, stamps: usize, rows: usize, into: usize): void {
  for (let row: usize = 0; row < rows; row++) {
    if (!holdsValue(states, row)) continue;
    const stamp = load<f64>(stamps + (row << 3));
    store<u8>(into + row, <u8>(stamp - floor(stamp / 4) * 4));
  }
}

/**
 * Puts what the codes of cells mean into numbers of `size` bytes, from `row` to `end` (left out), where there is a value; the
 * row of the first code whose meaning is not known yet, `end` if there is none. `known`: how many codes have a meaning.
 */
export function overlayMeanings(
  states: usize,
  codes: usize,
  row: usize,
  end: usize,
  meanings: usize,
  known: u32,
  into: usize,
  size: usize,
): usize {
  for (; row < end; row++) {
    if (!holdsValue(states, row)) continue;
    const code = load<u32>(codes + (row << 2));
    const meaning = code < known ? load<i32>(meanings + ((<usize>code) << 2)) : UNKNOWN;
    if (meaning === UNKNOWN) return row;
    if (size === 1) store<u8>(into + row, <u8>meaning);
    else store<i32>(into + (row << 2), meaning);
  }
  return end;
}
