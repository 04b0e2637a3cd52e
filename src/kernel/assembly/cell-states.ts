/** The bits of a state that say what the cell is, as in adapters/rows/staged-column.ts; VALUE is that of a value. */
const WHAT: i32 = 7;
const VALUE: i32 = 1;
/** The bit that only bad cells have. */
const BAD: i32 = 4;
const LANES: usize = 16;

export function isValue(state: i32): bool {
  return (state & WHAT) === VALUE;
}

/** Whether the cell of a row holds a value. */
export function holdsValue(states: usize, row: usize): bool {
  return isValue(<i32>load<u8>(states + row));
}

/** Puts 1 into `marked` where a cell is bad. */
export function markBad(states: usize, rows: usize, marked: usize): void {
  let row: usize = 0;
  for (; row + LANES <= rows; row += LANES) {
    const bad = v128.and(v128.load(states + row), i8x16.splat(<i8>BAD));
    v128.store(marked + row, v128.or(v128.load(marked + row), i8x16.shr_u(bad, 2)));
  }
  for (; row < rows; row++) if ((<i32>load<u8>(states + row) & BAD) !== 0) store<u8>(marked + row, 1);
}

/** Adds 1 to `counts` where a cell holds a value. */
export function addValues(states: usize, rows: usize, counts: usize): void {
  let row: usize = 0;
  for (; row + LANES <= rows; row += LANES) {
    v128.store(counts + row, i8x16.sub(v128.load(counts + row), values(states + row)));
  }
  for (; row < rows; row++) store<u8>(counts + row, load<u8>(counts + row) + u8(holdsValue(states, row)));
}

/** The first row from `row` on that holds no value; `rows` if there is none. */
export function nextWithoutValue(states: usize, row: usize, rows: usize): usize {
  while (row + LANES <= rows && i8x16.all_true(values(states + row))) row += LANES;
  while (row < rows && holdsValue(states, row)) row++;
  return row;
}

/** How many cells from the row `from` to `to` (left out) have `wanted` for the bits of `mask` in their state. */
export function countStates(states: usize, from: usize, to: usize, mask: i32, wanted: i32): i32 {
  let count = 0;
  let row = from;
  for (; row + LANES <= to; row += LANES) {
    const bits = v128.and(v128.load(states + row), i8x16.splat(<i8>mask));
    count += popcnt<i32>(i8x16.bitmask(i8x16.eq(bits, i8x16.splat(<i8>wanted))));
  }
  for (; row < to; row++) if ((<i32>load<u8>(states + row) & mask) === wanted) count++;
  return count;
}

function values(states: usize): v128 {
  return i8x16.eq(v128.and(v128.load(states), i8x16.splat(<i8>WHAT)), i8x16.splat(<i8>VALUE));
}
