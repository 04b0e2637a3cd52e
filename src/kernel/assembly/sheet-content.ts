import { digitsAt, numberOf } from './digits';
import { beginAnswer, takeKind, takeLiteral, takePlace, takeString, wantedPlace } from './sheet-answer';
import { OF_ERROR, OF_INLINE, OF_NUMBER, OF_SHARED, OF_TEXT } from './sheet-attributes';
import { numberEnd, writtenNumber } from './sheet-number';
import {
  BLANKS,
  CELLS,
  COMPLETE,
  DATES,
  KNOWN,
  LAST_COLUMN,
  LAST_LINE,
  LAST_STRING,
  STRINGS,
  STYLES,
} from './sheet-request';
import { isPlainText, plainTextEnd, textEnd, textShows } from './sheet-text';
import { CELL_END, ITEM_END, ITEM_HEAD, preservedEnd, SIX, VALUE_END, VALUE_HEAD } from './sheet-words';

// As `rowCell` of row-cells.ts, and numbers that are not written in plain digits.
const NUMBER: u8 = 1;
const DATE: u8 = 2;
const TEXT: u8 = 4;
const TRUTH: u8 = 6;
const ERROR: u8 = 7;
const RAW: u8 = 10;
const RAW_DATE: u8 = 11;

const LESS = 60;
const MOST_DIGITS = 9;
/** Digits that are read at once. */
const MOST_AT_ONCE = 8;

let request: usize = 0;
let line: i32 = 0;
let width: i32 = 0;
let filled: i32 = 0;
let certain: bool = false;
let unknown: bool = false;

/** Begins a row: its cells come next. */
export function beginContent(from: usize, place: i32, number: i32): void {
  request = from;
  beginAnswer(from, place);
  line = number;
  width = 0;
  filled = 0;
  certain = false;
  unknown = false;
}

/** 1 + column of the last cell of the row that holds a value. */
export function valueColumns(): i32 {
  return width;
}

/** 1 + column of the last one with content. */
export function filledColumns(): i32 {
  return filled;
}

/** Whether nobody can tell yet if the row has content. */
export function isStalled(): bool {
  return unknown && !certain;
}

/** The position after the value that begins at `at` and the end of its cell; 0 where it is written otherwise. */
export function contentEnd(at: usize, limit: usize, column: i32, type: i32, style: i32): usize {
  if (type === OF_INLINE) return itemEnd(at, limit, column);
  if ((load<u32>(at) & 0xffffff) !== VALUE_HEAD) return 0;
  if (type === OF_SHARED) return sharedEnd(at + 3, column);
  if (type === OF_NUMBER) return numericEnd(at + 3, limit, column, style);
  const from = at + 3;
  const to = textEnd(from, limit);
  if (to === 0 || to === from || load<u64>(to) !== VALUE_END) return 0;
  if (type === OF_TEXT) {
    const place = wantedPlace(column);
    return takeText(from, to, column, place, place >= 0 && isPlainText(from, to)) ? to + 8 : 0;
  }
  takePlace(column, type === OF_ERROR ? ERROR : TRUTH, from, to);
  hasContent(column);
  return to + 8;
}

/** `<is><t>…</t></is></c>`. */
function itemEnd(at: usize, limit: usize, column: i32): usize {
  if ((load<u64>(at) & SIX) !== ITEM_HEAD) return 0;
  at += 6;
  at = load<u8>(at) === 62 ? at + 1 : preservedEnd(at);
  if (at === 0) return 0;
  const place = wantedPlace(column);
  let to = place < 0 ? 0 : plainTextEnd(at, limit);
  const isPlain = to !== 0;
  if (!isPlain) to = textEnd(at, limit);
  if (to === 0 || load<u64>(to, 1) !== ITEM_END || load<u32>(to, 9) !== CELL_END) return 0;
  return takeText(at, to, column, place, isPlain) ? to + 13 : 0;
}

/** Whether it can be told if the text has content. `isPlain`: it is wanted, and all its characters stand for themselves. */
function takeText(from: usize, to: usize, column: i32, place: i32, isPlain: bool): bool {
  const shows = textShows(from, to);
  if (shows < 0) return false;
  if (isPlain && to > from) takeLiteral(column, place, <u32>from, <u32>to);
  else takePlace(column, TEXT, from, to);
  if (shows > 0) hasContent(column);
  else width = column + 1;
  return true;
}

/** `<v>12</v></c>`, where its digits begin. */
export function sharedEnd(from: usize, column: i32): usize {
  const count = digitsAt(from);
  if (count === 0) return 0;
  let index = numberOf(from, count);
  let at = from + count;
  if (count === MOST_AT_ONCE) {
    for (let digit = <u32>load<u8>(at) - 48; digit <= 9; digit = <u32>load<u8>(at) - 48) {
      index = index * 10 + digit;
      if (<i32>(++at - from) > MOST_DIGITS) return 0;
    }
  }
  if (load<u64>(at) !== VALUE_END || index >= load<u32>(request, STRINGS)) return 0;
  width = column + 1;
  if (<i32>index > load<i32>(request, LAST_STRING)) {
    store<i32>(request, index, LAST_STRING);
    store<i32>(request, column, LAST_COLUMN);
    store<i32>(request, line, LAST_LINE);
  }
  const place = wantedPlace(column);
  if (place >= 0) takeString(column, place, index);
  if (index < load<u32>(request, KNOWN)) {
    if (load<u8>(<usize>load<u32>(request, BLANKS) + index) === 0) hasContent(column);
  } else if (load<i32>(request, COMPLETE) === 0) {
    unknown = true;
    filled = column + 1;
  }
  return at + 8;
}

/** `<v>12.5</v></c>`, where its number begins. */
export function numericEnd(from: usize, limit: usize, column: i32, style: i32): usize {
  const place = wantedPlace(column);
  let to: usize = 0;
  if (place >= 0) {
    const isDate = style < load<i32>(request, STYLES) && load<u8>(<usize>load<u32>(request, DATES) + style) === 1;
    const value = writtenNumber(from);
    to = numberEnd();
    if (to !== 0 && load<u8>(to) === LESS) {
      takeKind(column, place, isDate ? DATE : NUMBER);
      store<f64>(<usize>load<u32>(request, CELLS) + (place << 3), value);
    } else {
      to = textEnd(from, limit);
      takePlace(column, isDate ? RAW_DATE : RAW, from, to);
    }
  } else to = textEnd(from, limit);
  if (to === 0 || to === from || load<u64>(to) !== VALUE_END) return 0;
  hasContent(column);
  return to + 8;
}

function hasContent(column: i32): void {
  width = column + 1;
  filled = column + 1;
  certain = true;
}
