import { KernelCells } from '../../../kernel/cells.js';
import { scanJob } from '../../../kernel/functions.js';
import { Job } from '../../../kernel/job.js';
import type { Kernel } from '../../../kernel/kernel.js';
import { gb18030Characters } from '../../../util/gb18030.js';
import type { CellBlock } from '../cell-block.js';
import { MAX_RECORD } from '../lines.js';
import { MAX_LINES_IN_RECORD } from '../records.js';
import { MAX_COLUMNS } from '../sheet-limits.js';
import { showsAtOnce } from './cell-content.js';

/** Most rows found at once: so few that their bytes are still in the cache when their cells are looked at. */
const ROWS = 1024;
const INT = 4;
/** A position that no cell has. */
const NOWHERE = 0x7fffffff;

/**
 * Finds whole records in the memory of the kernel, many at a time, and the places of their wanted cells. At a record
 * that must be looked at more closely it stops: RecordScanner takes that one.
 */
export class RecordBlocks {
  readonly #job: Job;
  readonly #places: number;
  readonly #cells: KernelCells;

  /** `columns`: the wanted ones, ascending. */
  constructor(
    private readonly kernel: Kernel,
    columns: readonly number[],
    delimiter: number,
    encoding: 'utf-8' | 'gb18030',
  ) {
    const numbers = (count: number) => kernel.take(count * INT);
    const job = new Job(kernel, scanJob);
    this.#job = job;
    this.#places = numbers(columns.length * 2 * ROWS);
    this.#cells = new KernelCells(kernel, ROWS, encoding === 'gb18030' ? gb18030Characters() : null);
    job.set(scanJob.delimiter, delimiter);
    job.set(scanJob.places, this.#places);
    job.set(scanJob.stride, ROWS);
    for (const place of [scanJob.lines, scanJob.cells, scanJob.filled]) job.set(place, numbers(ROWS));
    job.set(scanJob.doubled, numbers(columns.length));
    job.set(scanJob.mostColumns, MAX_COLUMNS);
    job.set(scanJob.mostBytes, MAX_RECORD);
    job.set(scanJob.mostLines, MAX_LINES_IN_RECORD);
    job.set(scanJob.wanted, numbers(columns.length + 1));
    job.list(scanJob.wanted, columns.length + 1).set([...columns, NOWHERE]);
    const content = kernel.take(256);
    job.set(scanJob.content, content);
    for (let byte = 0; byte < 256; byte++) kernel.bytes[content + byte] = Number(showsAtOnce(byte, encoding));
  }

  /** Where the first record begins that was not taken. */
  get next(): number {
    return this.#job.get(scanJob.next);
  }

  /** The line it begins on. */
  get line(): number {
    return this.#job.get(scanJob.line);
  }

  /**
   * Takes up to `room` records between two places; null if there is none to take. `line`: that of the first; `scratch`:
   * see CellBlock.
   */
  take(start: number, end: number, room: number, line: number, scratch: number): CellBlock | null {
    const job = this.#job;
    job.set(scanJob.line, line);
    const rows = this.kernel.functions.scanRecords(job.place, start, end, Math.min(room, ROWS));
    if (rows === 0) return null;
    return {
      cells: this.#cells,
      rows,
      scratch,
      lines: job.list(scanJob.lines, rows),
      widths: job.list(scanJob.cells, rows),
      filled: job.list(scanJob.filled, rows),
      column: (place) => {
        const starts = this.#places + place * 2 * ROWS * INT;
        return { rows, starts, ends: starts + ROWS * INT };
      },
    };
  }
}
