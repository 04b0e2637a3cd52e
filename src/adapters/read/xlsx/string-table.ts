import { CrmError } from '../../../errors.js';
import { tableJob } from '../../../kernel/functions.js';
import { Job } from '../../../kernel/job.js';
import type { Kernel } from '../../../kernel/kernel.js';
import { hasContent } from '../content.js';
import type { CellSink } from '../sheet.js';
import { isPlain, itemAt, showsContent, textAt, utf8Of } from './cell-text.js';
import { ItemScanner } from './string-items.js';

/** Bytes behind the end that scanners may look at. */
const SPARE = 128;
/** Bytes of the items of a usual table on average, at least. */
const USUAL_ITEM = 24;
/** No item is shorter: `<si/>`. */
const SHORTEST_ITEM = 5;
const INT = 4;

/**
 * All strings that the sheets of a book share, in the memory of a kernel, where they are few: cells that point at them
 * then are texts like all others, and no row needs to wait for what it says.
 */
export class StringTable {
  /** How many there are. */
  readonly count: number;
  readonly #job: Job;

  /** `pieces`: of the part they stand in, in UTF-8. `file`: whose part it is. */
  constructor(
    private readonly kernel: Kernel,
    pieces: readonly Uint8Array[],
    file: string,
  ) {
    let length = 0;
    for (const piece of pieces) length += piece.length;
    const place = kernel.take(length + SPARE);
    this.#job = new Job(kernel, tableJob);
    this.#job.set(tableJob.index, 0);
    this.#makeRoom(Math.ceil(length / USUAL_ITEM));
    let end = place;
    for (const piece of pieces) {
      kernel.bytes.set(piece, end);
      end += piece.length;
    }
    kernel.bytes.fill(0, end, end + SPARE);
    if (!this.#scan(place, end, Math.ceil(length / SHORTEST_ITEM) + 1)) throw new CrmError('workbook-damaged', file);
    this.count = this.#job.get(tableJob.index);
  }

  /** Where it stands in the kernel's memory where each begins and ends, 32 bits each. */
  get spans(): number {
    return this.#job.get(tableJob.spans);
  }

  /** By string: 1 where it has no content. */
  get blanks(): Uint8Array {
    const first = this.#job.get(tableJob.blanks);
    return this.kernel.bytes.subarray(first, first + this.count);
  }

  /** Tells a sink that a cell is the string of this index; blank where there is none. */
  tell(column: number, index: number, sink: CellSink): void {
    const span = this.spans / INT + index * 2;
    const from = index < this.count ? this.kernel.ints[span]! : 0;
    const to = index < this.count ? this.kernel.ints[span + 1]! : 0;
    if (from === to) sink.blank(column);
    else sink.text(column, this.kernel.bytes, from, to);
  }

  /** Finds all of them, `most` at most; false where the last one has no end. */
  #scan(start: number, end: number, most: number): boolean {
    const job = this.#job;
    const scanner = new ItemScanner();
    let at = start;
    for (;;) {
      at = this.kernel.functions.scanTable(job.place, at, end);
      if (job.get(tableJob.index) === job.get(tableJob.room)) {
        this.#makeRoom(most);
        continue;
      }
      at = scanner.next(this.kernel.bytes, at, end);
      if (at < 0) return !scanner.open;
      this.#keep(job.get(tableJob.index), scanner);
      job.set(tableJob.index, job.get(tableJob.index) + 1);
    }
  }

  /** Makes room for so many strings; those found are kept. */
  #makeRoom(strings: number): void {
    const job = this.#job;
    const found = job.get(tableJob.index);
    const [spans, blanks] = [this.kernel.take(strings * 2 * INT), this.kernel.take(strings)];
    if (found > 0) {
      const { bytes } = this.kernel;
      const [oldSpans, oldBlanks] = [job.get(tableJob.spans), job.get(tableJob.blanks)];
      bytes.copyWithin(spans, oldSpans, oldSpans + found * 2 * INT);
      bytes.copyWithin(blanks, oldBlanks, oldBlanks + found);
    }
    job.set(tableJob.spans, spans);
    job.set(tableJob.blanks, blanks);
    job.set(tableJob.room, strings);
  }

  /** Keeps a string that is written otherwise than most: decoded, in the place it was found where it fits there. */
  #keep(index: number, { bytes, from, to, rich, literal }: ItemScanner): void {
    const span = this.spans / INT + index * 2;
    let place = from;
    let length = to - from;
    let shows = false;
    if (!rich && (literal || isPlain(bytes, from, to))) shows = showsContent(bytes, from, to);
    else {
      const text = rich ? itemAt(bytes, from, to) : textAt(bytes, from, to);
      const decoded = utf8Of(text);
      shows = hasContent(text);
      if (decoded.length > length) place = this.kernel.take(decoded.length);
      length = decoded.length;
      this.kernel.bytes.set(decoded, place);
    }
    this.kernel.ints[span] = place;
    this.kernel.ints[span + 1] = place + length;
    this.kernel.bytes[this.#job.get(tableJob.blanks) + index] = shows ? 0 : 1;
  }
}
