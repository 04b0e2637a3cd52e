import { addressColumn, attributesEnd, cellStyle, cellType, lettersEnd, OF_SHARED } from './sheet-attributes';
import {
  beginContent,
  contentEnd,
  filledColumns,
  isStalled,
  numericEnd,
  sharedEnd,
  valueColumns,
} from './sheet-content';
import { FILLED, LINES, SCANNED, WIDTHS } from './sheet-request';
import { tagEnd, textEnd } from './sheet-text';
import {
  CELL_END,
  CELL_HEAD,
  FORMULA_END,
  FORMULA_HEAD,
  NUMBER_HEAD,
  ROW_END,
  ROW_HEAD,
  SHARED_HEAD,
  SHARED_REST,
  SIX,
} from './sheet-words';

const MAX_ROWS = 1048576;
const MOST_DIGITS = 7;

let line: i32 = 0;
/** The digits of the row's number and the quote behind them, and which bytes of eight they are. */
let digits: u64 = 0;
let digitBytes: u64 = 0;
let digitCount: i32 = 0;

/** The number of the row scanned last. */
export function rowLine(): i32 {
  return line;
}

/** The position after the row at `at`, its cells put into the answer as row number `row`; 0 where it is written otherwise. */
export function rowEnd(request: usize, row: i32, at: usize, limit: usize, lineBefore: i32): usize {
  at = headEnd(at, limit, lineBefore);
  if (at === 0) return 0;
  beginContent(request, row, line);
  let scanned = load<i32>(request, SCANNED);
  let last = -1;
  for (;;) {
    const head = load<u64>(at) & SIX;
    if (head === CELL_HEAD) {
      at = addressEnd(at + 6, last < 0);
      if (at === 0 || addressColumn() <= last) return 0;
      last = addressColumn();
      scanned++;
      at = cellEnd(at, limit, last);
      if (at === 0) return 0;
    } else if (head === ROW_END) break;
    else if (at >= limit || load<u8>(at) > 32) return 0;
    else at++;
  }
  if (at + 6 > limit || isStalled()) return 0;
  store<i32>(request, scanned, SCANNED);
  store<i32>(<usize>load<u32>(request, LINES) + (row << 2), line);
  store<i32>(<usize>load<u32>(request, WIDTHS) + (row << 2), valueColumns());
  store<i32>(<usize>load<u32>(request, FILLED) + (row << 2), filledColumns());
  return at + 6;
}

/** The position after `<row r="12" …>`, a number above that of the row before; 0 where something else stands there. */
function headEnd(at: usize, limit: usize, lineBefore: i32): usize {
  if (load<u64>(at) !== ROW_HEAD) return 0;
  const from = at + 8;
  let next = from;
  line = 0;
  for (let digit = <u32>load<u8>(next) - 48; digit <= 9; digit = <u32>load<u8>(next) - 48) {
    line = line * 10 + digit;
    if (<i32>(++next - from) > MOST_DIGITS) return 0;
  }
  digitCount = <i32>(next - from);
  if (digitCount === 0 || load<u8>(next) !== 34 || line > MAX_ROWS || line <= lineBefore) return 0;
  digitBytes = digitCount === MOST_DIGITS ? ~(<u64>0) : ((<u64>1) << (8 * (digitCount + 1))) - 1;
  digits = load<u64>(from) & digitBytes;
  const inner = tagEnd(next + 1, limit);
  return inner === 0 || load<u8>(inner - 2) === 47 ? 0 : inner;
}

/** The position after an address and its quote. The first one of a row must name the row, as the others mostly do. */
function addressEnd(at: usize, isFirst: bool): usize {
  at = lettersEnd(at);
  if (at === 0) return 0;
  if ((load<u64>(at) & digitBytes) === digits) return at + digitCount + 1;
  if (isFirst) return 0;
  while (<u32>load<u8>(at) - 48 <= 9) at++;
  return load<u8>(at) === 34 ? at + 1 : 0;
}

/** The position after a cell whose address ends at `at`. */
function cellEnd(at: usize, limit: usize, column: i32): usize {
  const head = load<u64>(at);
  if (head === SHARED_HEAD && load<u16>(at, 8) === SHARED_REST) return sharedEnd(at + 10, column);
  if (<u32>head === NUMBER_HEAD) return numericEnd(at + 4, limit, column, 0);
  at = attributesEnd(at);
  if (at === 0) return 0;
  const type = cellType();
  if (load<u8>(at) !== 62) return type <= OF_SHARED && load<u16>(at) === 0x3e2f ? at + 2 : 0;
  at++;
  if (type <= OF_SHARED && load<u32>(at) === CELL_END) return at + 4;
  if (load<u16>(at) === FORMULA_HEAD) at = formulaEnd(at, limit);
  return at === 0 ? 0 : contentEnd(at, limit, column, type, cellStyle());
}

/** The position after `<f …>…</f>` or `<f …/>`: only the value behind it counts. */
function formulaEnd(at: usize, limit: usize): usize {
  const after = load<u8>(at, 2);
  if (after !== 62 && after !== 47 && after !== 32) return 0;
  const inner = tagEnd(at, limit);
  if (inner === 0 || load<u8>(inner - 2) === 47) return inner;
  const end = textEnd(inner, limit);
  return end !== 0 && load<u32>(end) === FORMULA_END ? end + 4 : 0;
}
