import { MAX_COLUMNS } from '../sheet-limits.js';
import { cellForm, itemPlace } from './cell-place.js';
import { type QuickPlace, quickItem, quickValue } from './quick-cell.js';
import { afterElement, afterTag, MALFORMED } from './xml-elements.js';

/** What a cell says it is (`t`). */
export const cellType = { number: 0, shared: 1, text: 2, inline: 3, truth: 4, error: 5, date: 6 } as const;

/** The position given for an address beyond the grid. */
export const OUTSIDE = -2;

const LESS = 60;
const GREATER = 62;
const SLASH = 47;
const EQUALS = 61;
const BLANK = 32;
const DOUBLE = 34;
const LETTER = { a: 97, b: 98, c: 99, d: 100, e: 101, f: 102, i: 105, n: 110, r: 114, s: 115, t: 116, v: 118 } as const;

/**
 * Scans one cell element at a time: `<c r="B7" s="1" t="s"><v>12</v></c>`, its names with or without the prefix of the
 * sheet. Nothing is decoded; what is not understood is malformed, never passed over. ECMA-376 18.3.1.4.
 */
export class CellScanner implements QuickPlace {
  /** From 0; follows the cell before where it has no address. */
  column = -1;
  /** Where the address stands; `refTo` 0 where there is none. */
  refFrom = 0;
  refTo = 0;
  /** Where the digits of the address begin. */
  refDigits = 0;
  type: number = cellType.number;
  style = 0;
  form: number = cellForm.none;
  from = 0;
  to = 0;
  /** The value where it is written in a few digits and nothing else, as indexes of strings are; else −1. */
  integer = -1;
  /** A plain text of which every character stands for itself, for sure. */
  literal = false;
  /** Holds a formula. */
  formula = false;

  /** `prefix`: bytes of the sheet's prefix and its colon. */
  constructor(private readonly prefix: number) {}

  /** `at`: of `<` of a cell; the position after it. */
  scan(bytes: Uint8Array, at: number, end: number): number {
    this.type = cellType.number;
    this.style = 0;
    this.form = cellForm.none;
    this.formula = false;
    this.integer = -1;
    this.literal = false;
    this.refTo = 0;
    this.column++;
    let next = at + this.prefix + 2;
    if (bytes[next + 1] === LETTER.r && bytes[next + 2] === EQUALS && bytes[next + 3] === DOUBLE) {
      next = this.#address(bytes, next + 4);
      if (next < 0) return OUTSIDE;
      while (bytes[next]! >= 48 && bytes[next]! <= 57) next++;
      if (bytes[next] !== DOUBLE) return OUTSIDE;
      this.refTo = next++;
    }
    for (;;) {
      const byte = bytes[next]!;
      if (byte === GREATER) return this.#content(bytes, next + 1, end);
      if (byte === SLASH) return bytes[next + 1] === GREATER ? next + 2 : MALFORMED;
      if (byte <= BLANK) {
        if (next >= end) return MALFORMED;
        next++;
        continue;
      }
      next = this.#attribute(bytes, next, end);
      if (next < 0) return next;
    }
  }

  #attribute(bytes: Uint8Array, at: number, end: number): number {
    let equals = at + 1;
    while (bytes[equals] !== EQUALS) if (++equals >= end) return MALFORMED;
    let from = equals + 1;
    while (bytes[from]! <= BLANK && from < end) from++;
    const quote = bytes[from++]!;
    if (quote !== 34 && quote !== 39) return MALFORMED;
    const isShort = equals === at + 1 || bytes[at + 1]! <= BLANK;
    const name = isShort ? bytes[at]! : 0;
    let to = from;
    if (name === LETTER.r) {
      to = this.#address(bytes, from);
      if (to < 0) return OUTSIDE;
    } else if (name === LETTER.s) {
      let style = 0;
      for (; bytes[to]! >= 48 && bytes[to]! <= 57; to++) style = style * 10 + bytes[to]! - 48;
      this.style = style;
    }
    while (bytes[to] !== quote) if (++to >= end) return MALFORMED;
    if (name === LETTER.t) this.type = typeOf(bytes, from, to);
    if (name === LETTER.r) this.refTo = to;
    return to + 1;
  }

  #address(bytes: Uint8Array, from: number): number {
    this.refFrom = from;
    let column = 0;
    let at = from;
    for (;;) {
      const letter = (bytes[at]! | 0x20) - 96;
      if (letter < 1 || letter > 26) break;
      column = column * 26 + letter;
      if (column > MAX_COLUMNS) return OUTSIDE;
      at++;
    }
    if (column === 0) return OUTSIDE;
    this.column = column - 1;
    this.refDigits = at;
    return at;
  }

  #content(bytes: Uint8Array, start: number, end: number): number {
    const { prefix } = this;
    const quick =
      this.type === cellType.inline
        ? quickItem(this, bytes, start, end, prefix)
        : quickValue(this, bytes, start, end, prefix);
    if (quick > 0) return quick;
    let at = start;
    for (;;) {
      while (bytes[at] !== LESS) if (bytes[at]! > BLANK || ++at >= end) return MALFORMED;
      if (bytes[at + 1] === SLASH) return bytes[at + 2 + prefix] === LETTER.c ? afterTag(bytes, at, end) : MALFORMED;
      const name = bytes[at + 1 + prefix];
      const after = bytes[at + 2 + prefix]!;
      const isLetter = after === GREATER || after === SLASH || after <= BLANK;
      if (name === LETTER.v && isLetter) at = this.#value(bytes, at, end);
      else if (name === LETTER.f && isLetter) {
        this.formula = true;
        at = afterElement(bytes, at, end);
      } else if (name === LETTER.i && after === LETTER.s) at = itemPlace(this, bytes, at, end, prefix);
      else at = afterElement(bytes, at, end);
      if (at < 0) return at;
    }
  }

  #value(bytes: Uint8Array, at: number, end: number): number {
    const from = afterTag(bytes, at, end);
    if (from < 0 || bytes[from - 2] === SLASH) return from;
    let to = from;
    while (bytes[to] !== LESS) if (++to >= end) return MALFORMED;
    if (bytes[to + 1] !== SLASH || bytes[to + 2 + this.prefix] !== LETTER.v) return MALFORMED;
    if (to > from) {
      this.form = cellForm.plain;
      this.from = from;
      this.to = to;
    }
    return afterTag(bytes, to, end);
  }
}

function typeOf(bytes: Uint8Array, from: number, to: number): number {
  const first = bytes[from]!;
  if (first === LETTER.s) return to - from === 1 ? cellType.shared : cellType.text;
  if (first === LETTER.i) return cellType.inline;
  if (first === LETTER.b) return cellType.truth;
  if (first === LETTER.e) return cellType.error;
  return first === LETTER.d ? cellType.date : cellType.number;
}
