import { ERROR, INLINE_1, INLINE_2, NUMBER, SHARED, STYLE, TEXT, TRUTH, TYPE } from './sheet-words';

// What a cell says it is.
export const OF_NUMBER: i32 = 0;
export const OF_SHARED: i32 = 1;
export const OF_TEXT: i32 = 2;
export const OF_INLINE: i32 = 3;
export const OF_TRUTH: i32 = 4;
export const OF_ERROR: i32 = 5;

const MAX_COLUMNS = 16384;
const MOST_STYLES = 1000000;

let column: i32 = 0;
let type: i32 = 0;
let style: i32 = 0;

/** The column of the address read last, from 0. */
export function addressColumn(): i32 {
  return column;
}

/** What the cell of the attributes read last says it is. */
export function cellType(): i32 {
  return type;
}

/** Its style. */
export function cellStyle(): i32 {
  return style;
}

/** The position after the one to three capital letters at `at`; 0 where there are none or they lie beyond the grid. */
export function lettersEnd(at: usize): usize {
  let letter = <i32>load<u8>(at) - 65;
  if (<u32>letter > 25) return 0;
  column = letter;
  letter = <i32>load<u8>(++at) - 65;
  if (<u32>letter > 25) return at;
  column = (column + 1) * 26 + letter;
  letter = <i32>load<u8>(++at) - 65;
  if (<u32>letter > 25) return at;
  column = (column + 1) * 26 + letter;
  return column < MAX_COLUMNS ? at + 1 : 0;
}

/** The position after the attributes `s` and `t` of a cell, in any order; 0 where there are others. */
export function attributesEnd(at: usize): usize {
  type = OF_NUMBER;
  style = 0;
  while (load<u8>(at) === 32) {
    const name = load<u32>(at) >>> 8;
    if (name === STYLE) at = styleEnd(at + 4);
    else if (name === TYPE) at = typeEnd(at + 4);
    else return 0;
    if (at === 0) return 0;
  }
  return at;
}

function styleEnd(at: usize): usize {
  style = 0;
  for (let digit = <u32>load<u8>(at) - 48; digit <= 9; digit = <u32>load<u8>(at) - 48) {
    style = style * 10 + digit;
    if (style > MOST_STYLES) return 0;
    at++;
  }
  return load<u8>(at) === 34 ? at + 1 : 0;
}

function typeEnd(at: usize): usize {
  const word = load<u32>(at);
  const short = word & 0xffff;
  if (short === SHARED) {
    type = OF_SHARED;
    return at + 2;
  }
  if (load<u64>(at) === INLINE_1 && load<u16>(at, 8) === INLINE_2) {
    type = OF_INLINE;
    return at + 10;
  }
  if (word === TEXT) {
    type = OF_TEXT;
    return at + 4;
  }
  if (short === NUMBER) type = OF_NUMBER;
  else if (short === TRUTH) type = OF_TRUTH;
  else if (short === ERROR) type = OF_ERROR;
  else return 0;
  return at + 2;
}
