import { lentTexts } from './functions.js';
import { Job } from './job.js';
import type { Kernel } from './kernel.js';

const INT = 4;
/** Most texts, and bytes of them, that are lent: so much is copied in an instant. */
const MOST_TEXTS = 1 << 15;
const MOST_BYTES = 1 << 20;
/** Texts are copied by whole words. */
const SPARE = 8;
/** Bytes of the offsets and the table that are copied with each text, there and back. */
const COPIED_PER_TEXT = 24;
/**
 * Bytes that may be copied for each text that is looked up: copying must not cost more than it saves. That is most the first
 * `FRESH` times, while the code that looks texts up without the kernel has hardly run and is slow.
 */
const COPIED_WHILE_FRESH = 1280;
const COPIED_LATER = 128;
const FRESH = 48;

/** The texts of a dictionary and its table (see util/code-slots.ts). All have room for what will be looked up. */
export interface LentTexts {
  size: number;
  readonly bytes: Uint8Array;
  readonly offsets: Uint32Array;
  readonly hashes: Int32Array;
  readonly table: Int32Array;
  /** Whether nothing stands in the table yet. */
  readonly isBlank: boolean;
}

/** Texts one after another: number n from `offsets[n]` to `offsets[n + 1]`. */
export interface CopiedTexts {
  readonly size: number;
  readonly bytes: Uint8Array;
  readonly offsets: Uint32Array;
}

/**
 * Whether a dictionary of `size` texts with `bytes`, which was lent so many `times`, is lent to look up `count` texts with
 * `length` bytes.
 */
export function isLent(size: number, bytes: number, times: number, count: number, length: number): boolean {
  if (size + count > MOST_TEXTS || bytes + length > MOST_BYTES) return false;
  return bytes + size * COPIED_PER_TEXT <= count * (times < FRESH ? COPIED_WHILE_FRESH : COPIED_LATER);
}

/** Room in the memory of the kernel for the texts of one dictionary at a time. */
export class Lending {
  readonly #job: Job;

  constructor(private readonly kernel: Kernel) {
    this.#job = new Job(kernel, lentTexts);
    this.#job.set(lentTexts.bytes, kernel.take(MOST_BYTES + SPARE));
    this.#job.set(lentTexts.offsets, kernel.take((MOST_TEXTS + 1) * INT));
    this.#job.set(lentTexts.hashes, kernel.take(MOST_TEXTS * INT));
    this.#job.set(lentTexts.table, kernel.take(MOST_TEXTS * 2 * INT * 2));
  }

  /** Looks the `count` texts of a `CellJob` up; those that are new are texts of the dictionary afterwards. */
  lookUp(cells: number, count: number, texts: LentTexts): void {
    const { functions } = this.kernel;
    this.#bring(texts);
    if (texts.isBlank) functions.placeCodes(this.#job.place);
    functions.lookUpTexts(cells, this.#job.place, count);
    this.#takeBack(texts);
  }

  /**
   * Copies of the `count` texts of a `CellJob` with `length` bytes, numbered from `first` on, one after another; null where
   * there is no room for them here.
   */
  copies(cells: number, count: number, length: number, first: number): CopiedTexts | null {
    if (count > MOST_TEXTS || length > MOST_BYTES) return null;
    const job = this.#job;
    this.kernel.functions.copyTexts(cells, job.place, count, first);
    const start = job.get(lentTexts.bytes);
    const offsets = new Uint32Array(job.list(lentTexts.offsets, count + 1).slice().buffer);
    return { size: count, bytes: this.kernel.bytes.slice(start, start + length), offsets };
  }

  #bring({ size, bytes, offsets, hashes, table, isBlank }: LentTexts): void {
    const job = this.#job;
    job.set(lentTexts.size, size);
    job.set(lentTexts.mask, table.length - 1);
    this.kernel.bytes.set(bytes.subarray(0, offsets[size]), job.get(lentTexts.bytes));
    job.list(lentTexts.offsets, size + 1).set(intsOf(offsets, 0, size + 1));
    if (isBlank) job.list(lentTexts.hashes, size).set(hashes.subarray(0, size));
    else job.list(lentTexts.table, table.length).set(table);
  }

  #takeBack(texts: LentTexts): void {
    const { size, bytes, offsets, hashes, table } = texts;
    const job = this.#job;
    const end = job.get(lentTexts.size);
    texts.size = end;
    if (end > size || texts.isBlank) table.set(job.list(lentTexts.table, table.length));
    if (end === size) return;
    hashes.set(job.list(lentTexts.hashes, end).subarray(size), size);
    intsOf(offsets, size, end + 1).set(job.list(lentTexts.offsets, end + 1).subarray(size));
    const first = job.get(lentTexts.bytes);
    bytes.set(this.kernel.bytes.subarray(first + offsets[size]!, first + offsets[end]!), offsets[size]);
  }
}

/** The same memory as 32-bit numbers of the kernel's kind, from one number to another (left out): copied without a look. */
function intsOf(numbers: Uint32Array, from: number, to: number): Int32Array {
  return new Int32Array(numbers.buffer, numbers.byteOffset + from * INT, to - from);
}
