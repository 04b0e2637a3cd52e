import { KernelCells } from '../../../kernel/cells.js';
import { scanJob } from '../../../kernel/functions.js';
import { Job } from '../../../kernel/job.js';
import type { Kernel } from '../../../kernel/kernel.js';
import { twoByteCharacters } from '../../../util/gb18030.js';
import type { CellBlock } from '../cell-block.js';
import { MAX_RECORD } from '../lines.js';
import { MAX_LINES_IN_RECORD } from '../records.js';
import { MAX_COLUMNS } from '../sheet-limits.js';
import { showsAtOnce } from './cell-content.js';

/** Most rows found at once. */
const ROWS = 4096;
const INT = 4;
/** A position that no cell has. */
const NOWHERE = 0x7fffffff;

/**
 * Finds whole records in the memory of the kernel, many at a time, and the places of their wanted cells. At a record
 * that must be looked at more closely it stops: RecordScanner takes that one.
 */
export class RecordBlocks {
  readonly #job: Job<(typeof scanJob)[number]>;
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
    const wanted = numbers(columns.length + 1);
    const content = kernel.take(256);
    this.#places = numbers(columns.length * 2 * ROWS);
    this.#job = new Job(kernel, scanJob);
    this.#job.set({ delimiter, wanted, places: this.#places, stride: ROWS, content, doubled: numbers(columns.length) });
    this.#job.set({ lines: numbers(ROWS), cells: numbers(ROWS), filled: numbers(ROWS) });
    this.#job.set({ mostColumns: MAX_COLUMNS, mostBytes: MAX_RECORD, mostLines: MAX_LINES_IN_RECORD });
    this.#cells = new KernelCells(kernel, ROWS, encoding === 'gb18030' ? twoByteCharacters() : null);
    kernel.ints.set([...columns, NOWHERE], wanted / INT);
    for (let byte = 0; byte < 256; byte++) kernel.bytes[content + byte] = Number(showsAtOnce(byte, encoding));
  }

  /** Where the first record begins that was not taken. */
  get next(): number {
    return this.#job.get('next');
  }

  /** The line it begins on. */
  get line(): number {
    return this.#job.get('line');
  }

  /**
   * Takes up to `room` records between two places; null if there is none to take. `line`: that of the first; `scratch`:
   * see CellBlock.
   */
  take(start: number, end: number, room: number, line: number, scratch: number): CellBlock | null {
    this.#job.set({ line });
    const { kernel } = this;
    const rows = kernel.functions.scanRecords(this.#job.place, start, end, Math.min(room, ROWS));
    if (rows === 0) return null;
    const numbers = (name: 'lines' | 'cells' | 'filled') => {
      const first = this.#job.get(name) / INT;
      return kernel.ints.subarray(first, first + rows);
    };
    const starts = (place: number) => this.#places + place * 2 * ROWS * INT;
    return {
      ...{ cells: this.#cells, rows, scratch },
      ...{ lines: numbers('lines'), widths: numbers('cells'), filled: numbers('filled') },
      column: (place) => ({ rows, starts: starts(place), ends: starts(place) + ROWS * INT }),
    };
  }
}
