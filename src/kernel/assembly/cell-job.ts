/** Where things stand for a column of cells, as numbers of 32 bits; known to KernelCells of adapters/rows. */
@unmanaged
export class CellJob {
  /** Places of the cells by row. */
  starts: usize;
  ends: usize;
  rows: i32;
  /** State of each row. */
  states: usize;
  /** Numbers by row, 64 bits each. */
  values: usize;
  /** The texts found, one after another: start, end, hash, and row counted from `firstRow`. */
  textStarts: usize;
  textEnds: usize;
  hashes: usize;
  textRows: usize;
  firstRow: i32;
  /** Code points of the two-byte characters of GB18030, and room for what is transcoded by it. */
  codes: usize;
  scratch: usize;
  /** Rows whose text stands in an earlier row too, and that row; how many there are. */
  repeatRows: usize;
  repeatOf: usize;
  repeats: i32;
  /** Room for `RECENT` numbers: where texts found lately stand. */
  recent: usize;
  /** The same for texts of GB18030 as they stand, and by text where it stands so. */
  recentRaw: usize;
  rawStarts: usize;
  rawEnds: usize;
  /** Rows that must be looked at without the kernel; their state is ODD. */
  odd: i32;
  /** Means nothing: keeps what is asked for ahead from being optimised away. */
  fetched: i32;
  /** Bytes of the texts found. */
  length: i32;
}
