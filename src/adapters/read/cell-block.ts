import type { CellPlaces, KernelCells } from '../../kernel/cells.js';

/**
 * Rows whose wanted cells were found all at once, as places in the memory of the kernel: cells of undecoded text, in the
 * sheet's encoding, quoting of the file format already removed. Valid only during the call.
 */
export interface CellBlock {
  readonly cells: KernelCells;
  readonly rows: number;
  /** By row: the line it begins on, its cells, 1 + position of its last cell with content. */
  readonly lines: Int32Array;
  readonly widths: Int32Array;
  readonly filled: Int32Array;
  /** The cells of a wanted column, by its place among the wanted. A cell ends where it begins if it is blank or not there. */
  column(place: number): CellPlaces;
  /** Room in the memory of the kernel for three bytes for every two of the block. */
  readonly scratch: number;
}
