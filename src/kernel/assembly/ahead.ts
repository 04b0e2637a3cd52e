import { CellJob } from './cell-job';

/** Cells are asked for so many at a time, so that the waits for far memory overlap. */
const TOGETHER: usize = 16;

/**
 * Before each `TOGETHER` rows: asks for where the cells begin and end that will be looked at after those, and for the very
 * first. The answer means nothing.
 */
export function ahead(job: CellJob, row: usize): i32 {
  if ((row & (TOGETHER - 1)) !== 0) return 0;
  const end = min(row + 2 * TOGETHER, <usize>job.rows);
  let sum: i32 = 0;
  for (let next = row === 0 ? row : row + TOGETHER; next < end; next++) {
    sum += <i32>load<u8>(<usize>load<i32>(job.starts + (next << 2)));
    sum += <i32>load<u8>(<usize>load<i32>(job.ends + (next << 2)));
  }
  return sum;
}
