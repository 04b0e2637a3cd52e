import type { CellPlaces, KernelCells, NumberPlaces } from '../../kernel/cells.js';

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
  /** What stands in cells of a workbook besides such texts; not there where nothing can. */
  readonly others?: OtherCells;
}

/** Cells of a workbook that are no plain texts: among the texts of a block they look blank. */
export interface OtherCells {
  /** Whether a column, by its place, has texts at all. */
  hasTexts(place: number): boolean;
  /** By row: 1 + index of a string of the sheet's own table, 0 for other cells; null where a column has none. */
  shared(place: number): Int32Array | null;
  /** Where the numbers of a column stand that holds nothing else, and no dates; null of other columns. */
  numbers(place: number): NumberPlaces | null;
  /** Tells of all others of a column, row by row. */
  each(place: number, first: number, target: CellTarget): void;
}

/** Takes the cells of a column, by row. */
export interface CellTarget {
  text(row: number, bytes: Uint8Array, from: number, to: number): void;
  number(row: number, value: number, isDate: boolean): void;
  error(row: number, code: string): void;
}
