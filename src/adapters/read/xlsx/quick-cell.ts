import { type CellPlace, cellForm } from './cell-place.js';
import { textEnd, textStart } from './quick-text.js';

/** What is found out about the value of a cell while its end is looked for. */
export interface QuickPlace extends CellPlace {
  /** The value where it is written in a few digits and nothing else, as indexes of strings are; else −1. */
  integer: number;
  /** A plain text of which every character stands for itself, for sure. */
  literal: boolean;
}

const LESS = 60;
const GREATER = 62;
const SLASH = 47;
const LETTER = { c: 99, i: 105, t: 116, v: 118 } as const;
/** More digits are not exact in a double for sure. */
const EXACT_DIGITS = 15;

/** `<v>…</v></c>` as nearly all programs write it; 0 where it is written otherwise. */
export function quickValue(cell: QuickPlace, bytes: Uint8Array, at: number, end: number, prefix: number): number {
  const from = at + prefix + 3;
  if (bytes[from - 1] !== GREATER || bytes[from - 2] !== LETTER.v || bytes[at] !== LESS) return 0;
  let to = from;
  let value = 0;
  for (let digit = bytes[to]! - 48; digit >= 0 && digit <= 9; digit = bytes[++to]! - 48) value = value * 10 + digit;
  if (bytes[to] !== LESS) {
    while (bytes[to] !== LESS) if (++to >= end) return 0;
    value = -1;
  } else if (to === from || to - from > EXACT_DIGITS) value = -1;
  const after = to + prefix + 4;
  if (bytes[to + 1] !== SLASH || bytes[after - 1] !== GREATER || bytes[after - 2] !== LETTER.v) return 0;
  const next = cellEnd(bytes, after, end, prefix);
  if (next === 0) return 0;
  if (to > from) cell.form = cellForm.plain;
  cell.integer = value;
  cell.from = from;
  cell.to = to;
  return next;
}

/** `<is><t>…</t></is></c>`; 0 where it is written otherwise. */
export function quickItem(cell: QuickPlace, bytes: Uint8Array, at: number, end: number, prefix: number): number {
  const name = at + 2 * prefix + 6;
  const isItem = bytes[at] === LESS && bytes[at + prefix + 1] === LETTER.i && bytes[at + prefix + 3] === GREATER;
  const from = isItem && bytes[name - 1] === LETTER.t ? textStart(bytes, name) : 0;
  const found = from === 0 ? 0 : textEnd(bytes, from, end);
  if (found === 0) return 0;
  const to = Math.abs(found);
  const item = to + prefix + 4;
  if (bytes[to + 1] !== SLASH || bytes[item - 1] !== GREATER || bytes[item - 2] !== LETTER.t) return 0;
  const after = item + prefix + 5;
  const ends = bytes[item + 1] === SLASH && bytes[after - 1] === GREATER && bytes[after - 3] === LETTER.i;
  const next = ends ? cellEnd(bytes, after, end, prefix) : 0;
  if (next === 0) return 0;
  cell.form = cellForm.plain;
  cell.literal = found > 0;
  cell.from = from;
  cell.to = to;
  return next;
}

/** The position after `</c>`, if it stands here; else 0. */
function cellEnd(bytes: Uint8Array, at: number, end: number, prefix: number): number {
  const after = at + prefix + 4;
  const closes = bytes[at] === LESS && bytes[at + 1] === SLASH && bytes[after - 2] === LETTER.c;
  return closes && bytes[after - 1] === GREATER && after <= end ? after : 0;
}
