import type { CellBlock, CellTarget } from '../cell-block.js';
import { isPlain, textAt, utf8Of } from './cell-text.js';
import { numberAt, truthAt } from './cell-value.js';
import { has, hasOthers, kernelCell } from './kernel-kinds.js';
import type { KernelRows } from './kernel-rows.js';
import { truths } from './row-delivery.js';

const INT = 4;
const DOUBLE = 8;

/** The rows a kernel scanned last, column by column. */
export function kernelBlock(found: KernelRows): CellBlock {
  const { kernel, rows, room } = found;
  const numbers = (place: number) => kernel.ints.subarray(place / INT, place / INT + rows);
  const mask = (place: number) => kernel.ints[found.masks / INT + place]!;
  const places = (array: number, place: number) => array + place * room * INT;
  return {
    ...{ cells: found.texts, rows, scratch: 0 },
    ...{ lines: numbers(found.lines), widths: numbers(found.widths), filled: numbers(found.filled) },
    column: (place) => ({ rows, starts: places(found.starts, place), ends: places(found.ends, place) }),
    others: {
      hasTexts: (place) => has(mask(place), kernelCell.literal),
      shared: (place) => (has(mask(place), kernelCell.shared) ? numbers(places(found.indexes, place)) : null),
      numbers: (place) =>
        mask(place) === 1 << kernelCell.number
          ? { rows, numbers: found.cells + place * room * DOUBLE, kinds: found.kinds + place * room }
          : null,
      each: (place, first, target) => {
        if (hasOthers(mask(place))) tellOthers(found, place, first, target);
      },
    },
  };
}

function tellOthers(found: KernelRows, place: number, first: number, target: CellTarget): void {
  const { kernel, room, rows, book } = found;
  const { bytes, ints, doubles } = kernel;
  const kinds = found.kinds + place * room;
  const cells = found.cells / DOUBLE + place * room;
  for (let row = 0; row < rows; row++) {
    const kind = bytes[kinds + row]!;
    if (kind === kernelCell.number) target.number(first + row, doubles[cells + row]!, false);
    else if (kind === kernelCell.date) target.number(first + row, doubles[cells + row]! + book.dayShift, true);
    else if (kind !== kernelCell.blank && kind !== kernelCell.literal && kind !== kernelCell.shared) {
      const at = (cells + row) * 2;
      tellOther(kind, first + row, bytes, ints[at]!, ints[at + 1]!, book.dayShift, target);
    }
  }
}

function tellOther(
  kind: number,
  row: number,
  bytes: Uint8Array,
  from: number,
  to: number,
  dayShift: number,
  target: CellTarget,
): void {
  if (kind === kernelCell.text) tellText(row, bytes, from, to, target);
  else if (kind === kernelCell.truth) {
    const word = truths[truthAt(bytes, from, to) === 1 ? 1 : 0];
    target.text(row, word, 0, word.length);
  } else if (kind === kernelCell.error) target.error(row, textAt(bytes, from, to));
  else {
    const value = numberAt(bytes, from, to);
    if (!Number.isFinite(value)) target.error(row, '#NUM!');
    else if (kind === kernelCell.rawDate) target.number(row, value + dayShift, true);
    else target.number(row, value, false);
  }
}

function tellText(row: number, bytes: Uint8Array, from: number, to: number, target: CellTarget): void {
  if (from === to) return;
  if (isPlain(bytes, from, to)) {
    target.text(row, bytes, from, to);
    return;
  }
  const text = utf8Of(textAt(bytes, from, to));
  if (text.length > 0) target.text(row, text, 0, text.length);
}
