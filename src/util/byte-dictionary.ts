import type { Dictionary } from '../model/orders.js';
import { ByteArena } from './byte-arena.js';
import { copyHashed, hashOf } from './byte-hash.js';
import type { DictionaryPart } from './dictionary-part.js';
import { HashSlots, SLOT } from './hash-slots.js';
import { LONGEST_QUEUED, LookupQueue } from './lookup-queue.js';
import { isPlainName } from './plain-name.js';

/** Up to this many texts the table stays in the cache: no need to look up several together. */
const SMALL = 4096;
/** Strings are kept of dictionaries up to this size: of more texts they would take more memory than the bytes. */
const KEPT_STRINGS = 1 << 16;
const encoder = new TextEncoder();

/**
 * Distinct texts by their UTF-8 bytes. Codes count from 0 in the order of first appearance. Texts are decoded when asked
 * for, of small dictionaries once. Keys are bytes, so `__proto__` is a text like any other.
 */
export class ByteDictionary implements Dictionary {
  readonly #slots: HashSlots;
  readonly #arena = new ByteArena();
  readonly #texts: (string | undefined)[] = [];
  /** The code found last: columns such as shop or status say the same thing many times in a row. */
  #last = -1;
  readonly #queue = new LookupQueue();

  constructor(expected = 32) {
    this.#slots = new HashSlots(expected);
  }

  get size(): number {
    return this.#arena.size;
  }

  /** The code of these bytes, a new one if they were never seen. */
  intern(bytes: Uint8Array, from: number, to: number): number {
    if (this.#last >= 0 && this.#arena.is(this.#last, bytes, from, to)) return this.#last;
    this.#last = this.internHashed(hashOf(bytes, from, to), bytes, from, to);
    return this.#last;
  }

  /**
   * As `intern`, its answer put into `target[row]` at once or with the next `settle`. For columns of many different
   * texts: looking up one after another waits for memory every time.
   */
  internLater(bytes: Uint8Array, from: number, to: number, target: Int32Array, row: number): void {
    if (this.#arena.size < SMALL || to - from > LONGEST_QUEUED) target[row] = this.intern(bytes, from, to);
    else if (this.#last >= 0 && this.#arena.is(this.#last, bytes, from, to)) target[row] = this.#last;
    else if (this.#put(bytes, from, to, target, row)) this.settle();
  }

  /** Puts a text down where new ones will stand, to be looked up later; whether that is due. */
  #put(bytes: Uint8Array, from: number, to: number, target: Int32Array, row: number): boolean {
    const { size, ends } = this.#queue;
    const start = size === 0 ? this.#arena.end : ends[size - 1]!;
    const end = start + to - from;
    this.#arena.room(end);
    return this.#queue.add(end, copyHashed(bytes, from, to, this.#arena.bytes, start), target, row);
  }

  /** Looks up what waits. */
  settle(): void {
    const { size, hashes, ends, rows, targets } = this.#queue;
    if (size === 0) return;
    this.#queue.touch(hashes, 0, size, this.#slots, this.#arena.bytes);
    let start = this.#arena.end;
    for (let place = 0; place < size; place++) {
      const end = ends[place]!;
      const slot = this.#slotOf(hashes[place]!, this.#arena.bytes, start, end);
      const known = this.#slots.table[slot + 1]!;
      const code =
        known === 0 ? this.#fill(slot, hashes[place]!, this.#arena.adopt(start, end), end - start) : known - 1;
      targets[place]![rows[place]!] = code;
      this.#last = code;
      start = end;
    }
    this.#queue.size = 0;
  }

  /** Lets go of what only new texts need; the first of them brings it back. */
  seal(): void {
    this.settle();
    this.#slots.release();
    this.#arena.trim();
  }

  /** The code of a text; a lone surrogate becomes U+FFFD, as in every UTF-8 file. */
  internText(text: string): number {
    const bytes = encoder.encode(text);
    return this.intern(bytes, 0, bytes.length);
  }

  /** '' for a code below 0. */
  text(code: number): string {
    if (code < 0) return '';
    if (this.#arena.size > KEPT_STRINGS) return this.decode(code);
    this.#texts[code] ??= this.decode(code);
    return this.#texts[code];
  }

  /** As `text`, without keeping the string: for texts that are looked at once. */
  decode(code: number): string {
    return this.#arena.decode(code);
  }

  /** Whether a text consists of digits alone. */
  isNumber(code: number): boolean {
    return this.#arena.isNumber(code);
  }

  isPlainName(code: number): boolean {
    return isPlainName(this.#arena.bytes, this.#arena.offsets[code]!, this.#arena.offsets[code + 1]!);
  }

  /** The code of a text that may not be there: −1 then. */
  find(text: string): number {
    const bytes = encoder.encode(text);
    const slot = this.#slotOf(hashOf(bytes, 0, bytes.length), bytes, 0, bytes.length);
    return this.#slots.table[slot + 1]! - 1;
  }

  /** The code, in another dictionary, of the first `words` words of a text (separated by single blanks). */
  prefix(code: number, words: number, target: ByteDictionary): number {
    return target.intern(this.#arena.bytes, this.#arena.offsets[code]!, this.#arena.endOfWords(code, words));
  }

  /** Hash of a code's bytes, a 32-bit integer that depends on nothing else. */
  hash(code: number): number {
    return hashOf(this.#arena.bytes, this.#arena.offsets[code]!, this.#arena.offsets[code + 1]!);
  }

  /** The texts as plain data, which other threads can be given; the dictionary must not be used after that. */
  part(): DictionaryPart {
    this.settle();
    const { size, bytes, offsets } = this.#arena;
    const hashes = new Int32Array(size);
    const { table } = this.#slots;
    for (let slot = 0; slot < table.length; slot += SLOT) {
      if (table[slot + 1] !== 0) hashes[table[slot + 1]! - 1] = table[slot]!;
    }
    return { size, bytes, offsets, hashes };
  }

  /** Makes ready for looking up texts of these hashes. */
  prepare(hashes: Int32Array, from: number, to: number): void {
    this.settle();
    this.#queue.touch(hashes, from, to, this.#slots, this.#arena.bytes);
  }

  /** Makes room for so many texts in all, as far as can be told, so that it need not be made again and again. */
  expect(texts: number): void {
    if (texts * 2 > this.#slots.mask && this.#slots.table.length > 0) this.#slots.grow(texts);
  }

  /** The code of these bytes, whose hash is known, a new one if they were never seen. */
  internHashed(hash: number, bytes: Uint8Array, from: number, to: number): number {
    this.settle();
    const slot = this.#slotOf(hash, bytes, from, to);
    const known = this.#slots.table[slot + 1]!;
    if (known !== 0) return known - 1;
    return this.#fill(slot, hash, this.#arena.add(bytes, from, to), to - from);
  }

  /** Puts a new text into its slot; its code again. */
  #fill(slot: number, hash: number, code: number, length: number): number {
    this.#slots.fill(slot, hash, code, this.#arena.offsets[code]!, length);
    if (this.#arena.size * 2 > this.#slots.mask) this.#slots.grow();
    return code;
  }

  /** Where these bytes stand, or the free place where they belong. */
  #slotOf(hash: number, bytes: Uint8Array, from: number, to: number): number {
    if (this.#slots.table.length === 0) this.#restore();
    const { table, mask } = this.#slots;
    const length = to - from;
    let slot = (hash & mask) * SLOT;
    while (table[slot + 1] !== 0) {
      if (table[slot] === hash && table[slot + 3] === length) {
        if (this.#arena.equals(table[slot + 2]! >>> 0, bytes, from, to)) return slot;
      }
      slot = (slot + SLOT) & (mask * SLOT);
    }
    return slot;
  }

  /** Brings back the slots after `seal`. */
  #restore(): void {
    const { offsets, size } = this.#arena;
    this.#slots.clear();
    for (let code = 0; code < size; code++) {
      this.#slots.put(this.hash(code), code, offsets[code]!, offsets[code + 1]! - offsets[code]!);
    }
  }
}
