import { afterTag, MALFORMED } from './xml-elements.js';

/** Where a cell's value stands: nowhere, as characters of XML, or as runs inside an item. */
export const cellForm = { none: 0, plain: 1, rich: 2 } as const;

/** The place of a cell's value. */
export interface CellPlace {
  form: number;
  from: number;
  to: number;
}

const LESS = 60;
const SLASH = 47;
const LETTER = { i: 105, s: 115, t: 116 } as const;

/**
 * Where the text of `<is>` stands: `<is><t>…</t></is>` as plain characters, everything else as runs. The position after
 * it.
 */
export function itemPlace(cell: CellPlace, bytes: Uint8Array, at: number, end: number, prefix: number): number {
  const from = afterTag(bytes, at, end);
  if (from < 0 || bytes[from - 2] === SLASH) return from;
  cell.form = cellForm.rich;
  cell.from = from;
  let tags = 0;
  let plain = false;
  for (let next = from; ; next++) {
    while (bytes[next] !== LESS) if (++next >= end) return MALFORMED;
    tags++;
    if (bytes[next + 1] === SLASH) {
      const name = bytes[next + 2 + prefix];
      if (name === LETTER.i && bytes[next + 3 + prefix] === LETTER.s) {
        if (!plain || tags !== 3) cell.to = next;
        return afterTag(bytes, next, end);
      }
      if (tags === 2 && plain && name === LETTER.t) {
        cell.form = cellForm.plain;
        cell.to = next;
      } else rich(cell, from);
    } else if (tags === 1 && bytes[next + 1 + prefix] === LETTER.t) {
      const inner = afterTag(bytes, next, end);
      if (inner < 0) return MALFORMED;
      plain = bytes[inner - 2] !== SLASH;
      if (plain) cell.from = inner;
    } else {
      plain = false;
      rich(cell, from);
    }
  }
}

function rich(cell: CellPlace, from: number): void {
  cell.form = cellForm.rich;
  cell.from = from;
}
