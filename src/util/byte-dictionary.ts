import type { Dictionary } from '../model/orders.js';
import { ByteArena } from './byte-arena.js';
import { hashOf } from './byte-hash.js';
import type { DictionaryPart } from './dictionary-part.js';
import { LONGEST_QUEUED, LookupQueue } from './lookup-queue.js';
import { isPlainName } from './plain-name.js';

const SLOT = 4; // hash, code + 1, offset, length: one quarter of a cache line, so that a probe touches one line
/** Up to this many texts the table stays in the cache: no need to look up several together. */
const SMALL = 4096;
const encoder = new TextEncoder();

/**
 * Distinct texts by their UTF-8 bytes: open addressing with linear probing, at most half full. Codes count from 0 in the
 * order of first appearance. Texts are decoded when asked for, once. Keys are bytes, so `__proto__` is a text like any
 * other.
 */
export class ByteDictionary implements Dictionary {
  #slots: Int32Array;
  /** Number of slots − 1. */
  #mask: number;
  readonly #arena = new ByteArena();
  readonly #texts: (string | undefined)[] = [];
  /** The code found last: columns such as shop or status say the same thing many times in a row. */
  #last = -1;
  readonly #queue = new LookupQueue();

  constructor(expected = 32) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(16, expected * 2)));
    this.#slots = new Int32Array(slots * SLOT);
    this.#mask = slots - 1;
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
    else if (this.#queue.add(bytes, from, to, hashOf(bytes, from, to), target, row)) this.settle();
  }

  /** Looks up what waits. */
  settle(): void {
    const { size, hashes, bytes, ends, rows, targets } = this.#queue;
    if (size === 0) return;
    this.#queue.touch(hashes, 0, size, this.#slots, SLOT, this.#mask, this.#arena.bytes);
    let start = 0;
    for (let place = 0; place < size; place++) {
      const end = ends[place]!;
      const code = this.internHashed(hashes[place]!, bytes, start, end);
      targets[place]![rows[place]!] = code;
      this.#last = code;
      start = end;
    }
    this.#queue.size = 0;
  }

  /** Lets go of what only new texts need; the first of them brings it back. */
  seal(): void {
    this.settle();
    this.#slots = new Int32Array(0);
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
    if (this.#slots.length === 0) this.#restore();
    return this.#slots[this.#slotOf(hashOf(bytes, 0, bytes.length), bytes, 0, bytes.length) + 1]! - 1;
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
    for (let slot = 0; slot < this.#slots.length; slot += SLOT) {
      if (this.#slots[slot + 1] !== 0) hashes[this.#slots[slot + 1]! - 1] = this.#slots[slot]!;
    }
    return { size, bytes, offsets, hashes };
  }

  /** Makes ready for looking up texts of these hashes. */
  prepare(hashes: Int32Array, from: number, to: number): void {
    this.settle();
    this.#queue.touch(hashes, from, to, this.#slots, SLOT, this.#mask, this.#arena.bytes);
  }

  /** The code of these bytes, whose hash is known, a new one if they were never seen. */
  internHashed(hash: number, bytes: Uint8Array, from: number, to: number): number {
    if (this.#slots.length === 0) this.#restore();
    const slot = this.#slotOf(hash, bytes, from, to);
    const code = this.#slots[slot + 1]!;
    return code === 0 ? this.#add(slot, hash, bytes, from, to) : code - 1;
  }

  /** Where these bytes stand, or the free place where they belong. */
  #slotOf(hash: number, bytes: Uint8Array, from: number, to: number): number {
    const slots = this.#slots;
    const length = to - from;
    let slot = (hash & this.#mask) * SLOT;
    while (slots[slot + 1] !== 0) {
      if (slots[slot] === hash && slots[slot + 3] === length) {
        if (this.#arena.equals(slots[slot + 2]! >>> 0, bytes, from, to)) return slot;
      }
      slot = (slot + SLOT) & (this.#mask * SLOT);
    }
    return slot;
  }

  #add(slot: number, hash: number, bytes: Uint8Array, from: number, to: number): number {
    const code = this.#arena.add(bytes, from, to);
    const slots = this.#slots;
    slots[slot] = hash;
    slots[slot + 1] = code + 1;
    slots[slot + 2] = this.#arena.offsets[code]!;
    slots[slot + 3] = to - from;
    if (this.#arena.size * 2 > this.#mask) this.#grow();
    return code;
  }

  /** Twice the slots. Taken over in their order, not that of the codes: then both tables are walked from end to end. */
  #grow(): void {
    const old = this.#slots;
    this.#mask = this.#mask * 2 + 1;
    this.#slots = new Int32Array((this.#mask + 1) * SLOT);
    for (let from = 0; from < old.length; from += SLOT) {
      if (old[from + 1] !== 0) this.#put(old[from]!, old[from + 1]!, old[from + 2]!, old[from + 3]!);
    }
  }

  /** Brings back the slots after `seal`. */
  #restore(): void {
    const { offsets, size } = this.#arena;
    this.#slots = new Int32Array((this.#mask + 1) * SLOT);
    for (let code = 0; code < size; code++) {
      this.#put(this.hash(code), code + 1, offsets[code]!, offsets[code + 1]! - offsets[code]!);
    }
  }

  #put(hash: number, code: number, offset: number, length: number): void {
    const slots = this.#slots;
    let slot = (hash & this.#mask) * SLOT;
    while (slots[slot + 1] !== 0) slot = (slot + SLOT) & (this.#mask * SLOT);
    slots[slot] = hash;
    slots[slot + 1] = code;
    slots[slot + 2] = offset;
    slots[slot + 3] = length;
  }
}
