/** Where the rejected rows of a sheet stand and what is wrong with them, one typed array per column, in reading order. */
export interface RejectedPlaces {
  readonly size: number;
  readonly line: Int32Array;
  /** Index into `problems`. */
  readonly problem: Uint8Array;
  /** Position of the column that is bad, NONE = the whole row. */
  readonly column: Int32Array;
  /** Keys of `i18n/issues`. */
  readonly problems: readonly string[];
  /** Cells of the longest row that is too long, 0 = none is. */
  readonly widest: number;
}

/** A sheet with rejected rows. */
export interface SheetRejects {
  /** Index among the sheets of its file. */
  readonly index: number;
  readonly name: string;
  readonly headerLine: number | null;
  readonly places: RejectedPlaces;
}

/** All rejected rows in the order of files, sheets and reading, and the columns that their cells are in. */
export interface RejectedRows {
  /** The headers of the sheets they come from, columns of one name once. */
  readonly headers: readonly string[];
  readonly rows: AsyncIterable<RejectedRow>;
}

/** A rejected row as the file has it. */
export interface RejectedRow {
  readonly file: string;
  readonly sheet: string;
  readonly line: number;
  /** The header of the column that is bad, null = the whole row. */
  readonly column: string | null;
  /** A key of `i18n/issues`. */
  readonly problem: string;
  /** In the order of the headers, null = blank; all blank where the row could not be taken apart. */
  readonly cells: readonly (string | number | null)[];
}
