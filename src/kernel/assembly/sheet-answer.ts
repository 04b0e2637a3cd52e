import { CELLS, COLUMNS, ENDS, INDEXES, KINDS, KNOWN, MASKS, ROOM, SPANS, STARTS, WANTED } from './sheet-request';

// As `rowCell` of row-cells.ts.
const SHARED: u8 = 3;
const LITERAL: u8 = 9;

let request: usize = 0;
let row: i32 = 0;

/** Begins a row of the answer. */
export function beginAnswer(from: usize, place: i32): void {
  request = from;
  row = place;
}

/** The place of a cell of the row in the answer; −1 where its column is not wanted. */
export function wantedPlace(column: i32): i32 {
  const place = wantedColumn(column);
  return place < 0 ? -1 : place * load<i32>(request, ROOM) + row;
}

/** The place of a column among the wanted; −1 where it is not. */
function wantedColumn(column: i32): i32 {
  if (column >= load<i32>(request, COLUMNS)) return -1;
  return <i32>load<u16>(<usize>load<u32>(request, WANTED) + (column << 1)) - 1;
}

/** Puts a cell into the answer, if its column is wanted. */
export function takePlace(column: i32, kind: u8, from: usize, to: usize): void {
  const place = wantedPlace(column);
  if (place < 0) return;
  takeKind(column, place, kind);
  store<u32>(<usize>load<u32>(request, CELLS) + (place << 3), <u32>from);
  store<u32>(<usize>load<u32>(request, CELLS) + (place << 3), <u32>to, 4);
}

/** Says what a cell is that is wanted. */
export function takeKind(column: i32, place: i32, kind: u8): void {
  store<u8>(<usize>load<u32>(request, KINDS) + place, kind);
  const mask = <usize>load<u32>(request, MASKS) + (wantedColumn(column) << 2);
  store<u32>(mask, load<u32>(mask) | (1 << kind));
}

/** Puts a shared string into the answer: its text where that is known, else its index. */
export function takeString(column: i32, place: i32, index: u32): void {
  const spans = <usize>load<u32>(request, SPANS);
  if (spans === 0) {
    takeKind(column, place, SHARED);
    store<u32>(<usize>load<u32>(request, INDEXES) + (place << 2), index + 1);
  } else if (index < load<u32>(request, KNOWN)) {
    const span = spans + ((<usize>index) << 3);
    const from = load<u32>(span);
    const to = load<u32>(span, 4);
    if (to > from) takeLiteral(column, place, from, to);
  }
}

/** Puts a text into the answer of which every byte stands for itself. */
export function takeLiteral(column: i32, place: i32, from: u32, to: u32): void {
  takeKind(column, place, LITERAL);
  store<u32>(<usize>load<u32>(request, STARTS) + (place << 2), from);
  store<u32>(<usize>load<u32>(request, ENDS) + (place << 2), to);
}
