import { KernelCells } from '../../../kernel/cells.js';
import { itemJob } from '../../../kernel/functions.js';
import { Job } from '../../../kernel/job.js';
import type { Kernel } from '../../../kernel/kernel.js';
import type { CellBlock } from '../cell-block.js';
import type { CellSink } from '../sheet.js';

/** Strings of a column that are handed on at once, at most. */
const ROOM = 4096;
const INT = 4;

/** Takes strings many at a time, as far as they are written as most programs write them. */
export interface ManyStrings {
  /** Index of the first string not taken. */
  readonly index: number;
  /** Takes strings from a place in the kernel's memory on; where it stopped. */
  take(at: number, limit: number, index: number): number;
  /** The bytes are about to move: hands on what was taken. */
  settle(): void;
  /** Has had enough. */
  readonly done: boolean;
}

/** What a sink that takes strings by column offers. */
export type ManyTaker = CellSink & Required<Pick<CellSink, 'owners' | 'stringBlock'>>;

/** Deals strings out to the columns that use them. */
export class DealtStrings implements ManyStrings {
  index = 0;
  readonly done = false;
  readonly #job: Job;
  readonly #cells: KernelCells;
  readonly #counts: number;
  readonly #starts: number;
  readonly #ends: number;
  readonly #indexes: number;

  constructor(
    private readonly kernel: Kernel,
    private readonly sink: ManyTaker,
    private readonly columns: number,
  ) {
    const owners = sink.owners();
    const numbers = (count: number) => kernel.take((columns + 1) * count * INT);
    this.#job = new Job(kernel, itemJob);
    this.#counts = numbers(1);
    this.#starts = numbers(ROOM);
    this.#ends = numbers(ROOM);
    this.#indexes = numbers(ROOM);
    this.#cells = new KernelCells(kernel, ROOM, null);
    const place = kernel.take(owners.length);
    kernel.bytes.set(owners, place);
    this.#job.set(itemJob.owners, place);
    this.#job.set(itemJob.owned, owners.length);
    this.#job.set(itemJob.columns, columns);
    this.#job.set(itemJob.room, ROOM);
    this.#job.set(itemJob.counts, this.#counts);
    this.#job.set(itemJob.starts, this.#starts);
    this.#job.set(itemJob.ends, this.#ends);
    this.#job.set(itemJob.indexes, this.#indexes);
    this.#clear();
  }

  take(at: number, limit: number, index: number): number {
    this.#job.set(itemJob.index, index);
    let next = this.kernel.functions.scanItems(this.#job.place, at, limit);
    while (this.#isFull()) {
      this.settle();
      next = this.kernel.functions.scanItems(this.#job.place, next, limit);
    }
    this.index = this.#job.get(itemJob.index);
    return next;
  }

  settle(): void {
    for (let place = 0; place <= this.columns; place++) {
      const rows = this.kernel.ints[this.#counts / INT + place]!;
      if (rows === 0) continue;
      const first = this.#indexes / INT + place * ROOM;
      this.sink.stringBlock(place, this.kernel.ints.subarray(first, first + rows), this.#block(place, rows));
    }
    this.#clear();
  }

  #block(place: number, rows: number): CellBlock {
    const none = new Int32Array(0);
    const at = place * ROOM * INT;
    const column = () => ({ rows, starts: this.#starts + at, ends: this.#ends + at });
    return { cells: this.#cells, rows, lines: none, widths: none, filled: none, column, scratch: 0 };
  }

  #isFull(): boolean {
    const first = this.#counts / INT;
    return this.kernel.ints.subarray(first, first + this.columns + 1).includes(ROOM);
  }

  #clear(): void {
    this.kernel.ints.fill(0, this.#counts / INT, this.#counts / INT + this.columns + 1);
  }
}

/** Tells which strings have no content, until so many bytes are seen. */
export class JudgedStrings implements ManyStrings {
  index = 0;
  #seen = 0;
  readonly #blanks: number;

  constructor(
    private readonly kernel: Kernel,
    private readonly most: number,
    private readonly onBlanks: (index: number, blanks: Uint8Array) => void,
  ) {
    this.#blanks = kernel.take(ROOM);
  }

  get done(): boolean {
    return this.#seen >= this.most;
  }

  take(start: number, limit: number, index: number): number {
    const { functions } = this.kernel;
    let at = start;
    this.index = index;
    for (let count = ROOM; count === ROOM && !this.done; ) {
      count = functions.judgeItems(at, limit, this.#blanks, ROOM);
      this.#seen += functions.itemsEnd() - at;
      at = functions.itemsEnd();
      this.onBlanks(this.index, this.kernel.bytes.subarray(this.#blanks, this.#blanks + count));
      this.index += count;
    }
    return at;
  }

  settle(): void {}
}
