import { CellJob } from './cell-job';

/** So many rows ahead a cell is asked for, so that it has come from far memory when its turn comes. */
const AHEAD: usize = 12;

/** A byte of the cell that will be looked at after this row; it means nothing. */
export function ahead(job: CellJob, row: usize): i32 {
  const next = row + AHEAD;
  return next < <usize>job.rows ? <i32>load<u8>(<usize>load<i32>(job.starts + (next << 2))) : 0;
}
