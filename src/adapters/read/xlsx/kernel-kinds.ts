import { rowCell } from './row-cells.js';

/** What the kernel finds in cells: as `rowCell`, and numbers that are not written in plain digits. */
export const kernelCell = { ...rowCell, raw: 10, rawDate: 11 } as const;

const APART = (1 << kernelCell.blank) | (1 << kernelCell.literal) | (1 << kernelCell.shared);

/** Whether there is a kind among those of a mask. */
export function has(mask: number, kind: number): boolean {
  return (mask & (1 << kind)) !== 0;
}

/** Whether a mask names other kinds than plain texts and shared strings. */
export function hasOthers(mask: number): boolean {
  return (mask & ~APART) !== 0;
}
