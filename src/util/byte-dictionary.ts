import type { AskedTexts, KernelCells } from '../kernel/cells.js';
import type { Dictionary } from '../model/orders.js';
import { hashOf } from './byte-hash.js';
import { byteOrder } from './byte-order.js';
import { viewOf } from './byte-words.js';
import type { ColumnTexts } from './column-texts.js';
import type { DictionaryPart } from './dictionary-part.js';
import { lookUpLent } from './lent-lookup.js';
import { isPlainName } from './plain-name.js';
import { plainNames } from './plain-names.js';
import { eachPrefix } from './prefixes.js';
import { copyRepeats, lookUp, NEAR, type TextBatch } from './text-batch.js';
import { TextIndex } from './text-index.js';
import { LONGEST_QUEUED, TextQueue } from './text-queue.js';

/** Strings are kept of dictionaries up to this size: of more texts they would take more memory than the bytes. */
const KEPT_STRINGS = 1 << 16;
const NOTHING = new Uint8Array(0);
const encoder = new TextEncoder();

/**
 * Distinct texts by their UTF-8 bytes. Codes count from 0 in the order of first appearance. Texts are decoded when asked
 * for, of small dictionaries once. Keys are bytes, so `__proto__` is a text like any other.
 */
export class ByteDictionary implements Dictionary, ColumnTexts {
  readonly #index: TextIndex;
  readonly #strings: (string | undefined)[] = [];
  #queue: TextQueue | null = null;
  /** The code that `intern` gave last: columns such as shop or status say the same thing many times in a row. */
  #last = -1;
  /** The bytes that were read last, and their view: texts that come one by one mostly stand in the same ones. */
  #bytes: Uint8Array = NOTHING;
  #view = viewOf(this.#bytes);

  constructor(expected = 32) {
    this.#index = new TextIndex(expected);
  }

  get size(): number {
    return this.#index.texts.size;
  }

  /** The code of these bytes, a new one if they were never seen. */
  intern(bytes: Uint8Array, from: number, to: number): number {
    this.settle();
    const view = this.#viewOf(bytes);
    if (this.#last >= 0 && this.#index.texts.is(this.#last, view, from, to)) return this.#last;
    this.#last = this.#index.codeOf(hashOf(view, from, to), view, from, to);
    return this.#last;
  }

  /** As `intern` for many texts, in their sequence: the code of the first goes to `target[rows[0]]`, and so on. */
  internMany(batch: TextBatch, target: Int32Array): void {
    this.settle();
    lookUp(this.#index, batch, target);
  }

  /** As `internMany` of the texts that the kernel finds in a column of cells, by it where it can. */
  internCells(cells: KernelCells, asked: AskedTexts, target: Int32Array): void {
    this.settle();
    const found = cells.texts(asked);
    const codes = lookUpLent(this.#index, found, cells);
    if (codes !== null) target.set(codes, asked.first);
    else {
      lookUp(this.#index, found, target);
      copyRepeats(found, target);
    }
  }

  /**
   * As `intern`, its answer put into `target[row]` at once or with the next `settle`. For texts that come one by one:
   * looking up one after another waits for memory every time.
   */
  internLater(bytes: Uint8Array, from: number, to: number, target: Int32Array, row: number): void {
    if (this.size <= NEAR || to - from > LONGEST_QUEUED) {
      target[row] = this.intern(bytes, from, to);
      return;
    }
    this.#queue ??= new TextQueue();
    if (this.#queue.put(this.#viewOf(bytes), from, to, target, row)) this.settle();
  }

  /** Looks up what waits. */
  settle(): void {
    if (this.#queue !== null && this.#queue.count > 0) this.#queue.settle(this.#index);
  }

  /** Says that there may come to be `times` as many texts as there are, so that room need not be made again and again. */
  expect(times: number): void {
    this.#index.expect(times);
  }

  /** Puts its texts into the memory of a part that nobody uses any more; there must be none yet. */
  reuse({ bytes, offsets, hashes }: DictionaryPart): void {
    const { texts, slots } = this.#index;
    texts.reuse(bytes, offsets);
    if (hashes.length >= slots.hashes.length) slots.hashes = hashes;
  }

  /** Lets go of what only new texts need; the first of them brings it back. */
  seal(): void {
    this.settle();
    this.#queue = null;
    this.#viewOf(NOTHING);
    this.#index.seal();
  }

  /** The code of a text; a lone surrogate becomes U+FFFD, as in every UTF-8 file. */
  internText(text: string): number {
    const bytes = encoder.encode(text);
    return this.intern(bytes, 0, bytes.length);
  }

  /** '' for a code below 0. */
  text(code: number): string {
    if (code < 0) return '';
    if (this.size > KEPT_STRINGS) return this.decode(code);
    this.#strings[code] ??= this.decode(code);
    return this.#strings[code];
  }

  /** As `text`, without keeping the string: for texts that are looked at once. */
  decode(code: number): string {
    return this.#index.texts.decode(code);
  }

  /** The bytes of a text, not to be written to. */
  bytesOf(code: number): Uint8Array {
    const { bytes, offsets } = this.#index.texts;
    return bytes.subarray(offsets[code]!, offsets[code + 1]!);
  }

  same(one: number, other: number): boolean {
    return one === other;
  }

  isPlainName(code: number): boolean {
    const { bytes, offsets } = this.#index.texts;
    return isPlainName(bytes, offsets[code]!, offsets[code + 1]!);
  }

  /** As `<` has two texts, both with a code ≥ 0: below 0, 0 or above 0. */
  compare(one: number, other: number): number {
    return byteOrder(this.#index.texts, one, other);
  }

  /** `isPlainName` of every code. */
  plainNames(): Uint8Array {
    this.settle();
    return plainNames(this.#index.texts);
  }

  /** The code of a text that may not be there: −1 then. */
  find(text: string): number {
    this.settle();
    const view = viewOf(encoder.encode(text));
    return this.#index.find(hashOf(view, 0, view.byteLength), view, 0, view.byteLength);
  }

  /** The code, in another dictionary, of the first `words` words of each text (separated by single blanks). */
  eachPrefix(words: number, target: ByteDictionary, onPrefix: (code: number, prefix: number) => void): void {
    this.settle();
    eachPrefix(this.#index, words, target, onPrefix);
  }

  /** Hash of a code's bytes, a 32-bit integer that depends on nothing else. */
  hash(code: number): number {
    return this.#index.slots.hashes[code]!;
  }

  /** The texts as plain data, which other threads can be given; the dictionary must not be used after that. */
  part(): DictionaryPart {
    this.settle();
    const { texts, slots } = this.#index;
    return { size: texts.size, bytes: texts.bytes, offsets: texts.offsets, hashes: slots.hashes };
  }

  #viewOf(bytes: Uint8Array): DataView {
    if (bytes === this.#bytes) return this.#view;
    this.#bytes = bytes;
    this.#view = viewOf(bytes);
    return this.#view;
  }
}
