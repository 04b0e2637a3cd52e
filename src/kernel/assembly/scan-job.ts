/**
 * What a scan is about and where its answers go, as numbers of 32 bits one after another. The order is known to
 * RecordJob of adapters/read/csv.
 */
@unmanaged
export class ScanJob {
  delimiter: i32;
  /** Positions of the wanted columns, ascending, and behind them one that no cell has. */
  wanted: usize;
  /** For every wanted column: `stride` starts of cells, then `stride` ends. */
  places: usize;
  stride: i32;
  /** By row: the line it begins on, its cells, 1 + position of the last cell with content. */
  lines: usize;
  cells: usize;
  filled: usize;
  /** By byte: 1 where it shows content as the first of a cell, whatever follows. */
  content: usize;
  /** Room for a number for each wanted column. */
  doubled: usize;
  mostColumns: i32;
  mostBytes: i32;
  mostLines: i32;
  /** The line that the next record begins on. */
  line: i32;
  /** Where the next record begins. */
  next: usize;
}
