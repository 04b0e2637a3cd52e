import type { Dictionary } from '../model/orders.js';
import { hashOf } from './byte-hash.js';
import { LONGEST_QUEUED, LookupQueue } from './lookup-queue.js';
import { resizedTo } from './resized-to.js';

const SLOT = 4; // hash, code + 1, offset, length: one quarter of a cache line, so that a probe touches one line
/** Up to this many texts the table stays in the cache: no need to look up several together. */
const SMALL = 4096;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Distinct texts by their UTF-8 bytes: open addressing with linear probing, at most half full; the bytes lie one after
 * another in one growing arena. Codes count from 0 in the order of first appearance. Texts are decoded when asked for,
 * once. Keys are bytes, so `__proto__` is a text like any other. Up to 4 GiB of distinct text.
 */
export class ByteDictionary implements Dictionary {
  #slots: Int32Array;
  #mask: number;
  #arena = new Uint8Array(1 << 12);
  #used = 0;
  /** Start of each code's bytes; code + 1 starts where it ends. */
  #offsets = new Uint32Array(64);
  #hashes = new Int32Array(64);
  readonly #texts: (string | undefined)[] = [];
  #size = 0;
  /** The code found last: columns such as shop or status say the same thing many times in a row. */
  #last = -1;
  #lastLength = -1;
  readonly #queue = new LookupQueue();

  constructor(expected = 32) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(16, expected * 2)));
    this.#slots = new Int32Array(slots * SLOT);
    this.#mask = slots - 1;
  }

  get size(): number {
    return this.#size;
  }

  /** The code of these bytes, a new one if they were never seen. */
  intern(bytes: Uint8Array, from: number, to: number): number {
    if (to - from === this.#lastLength && this.#isLast(bytes, to)) return this.#last;
    const code = this.#find(hashOf(bytes, from, to), bytes, from, to);
    this.#last = code;
    this.#lastLength = to - from;
    return code;
  }

  /**
   * As `intern`, its answer put into `target[row]` at once or with the next `settle`. For columns of many different
   * texts: looking up one after another waits for memory every time.
   */
  internLater(bytes: Uint8Array, from: number, to: number, target: Int32Array, row: number): void {
    if (this.#size < SMALL || to - from > LONGEST_QUEUED) {
      target[row] = this.intern(bytes, from, to);
      return;
    }
    if (to - from === this.#lastLength && this.#isLast(bytes, to)) {
      target[row] = this.#last;
      return;
    }
    if (this.#queue.add(bytes, from, to, hashOf(bytes, from, to), target, row)) this.settle();
  }

  /** Looks up what waits. */
  settle(): void {
    const { size, hashes, bytes, ends, rows, targets } = this.#queue;
    if (size === 0) return;
    if (this.#slots.length === 0) this.#rebuild(this.#mask);
    this.#queue.touch(this.#slots, SLOT, this.#mask, this.#arena);
    let start = 0;
    for (let place = 0; place < size; place++) {
      const end = ends[place]!;
      const code = this.#find(hashes[place]!, bytes, start, end);
      targets[place]![rows[place]!] = code;
      this.#last = code;
      this.#lastLength = end - start;
      start = end;
    }
    this.#queue.size = 0;
  }

  /** Lets go of what only new texts need; the first of them brings it back. */
  seal(): void {
    this.settle();
    this.#slots = new Int32Array(0);
    this.#arena = resizedTo(this.#arena, this.#used, Uint8Array);
    this.#offsets = resizedTo(this.#offsets, this.#size + 2, Uint32Array);
    this.#hashes = resizedTo(this.#hashes, this.#size + 1, Int32Array);
    this.#last = -1;
    this.#lastLength = -1;
  }

  #find(hash: number, bytes: Uint8Array, from: number, to: number): number {
    const length = to - from;
    if (this.#slots.length === 0) this.#rebuild(this.#mask);
    const slots = this.#slots;
    let slot = (hash & this.#mask) * SLOT;
    for (;;) {
      const code = slots[slot + 1]!;
      if (code === 0) return this.#add(slot, hash, bytes, from, to);
      if (slots[slot] === hash && slots[slot + 3] === length && this.#equals(slots[slot + 2]! >>> 0, bytes, from, to)) {
        return code - 1;
      }
      slot = (slot + SLOT) & (this.#mask * SLOT);
    }
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
    return decoder.decode(this.#arena.subarray(this.#offsets[code]!, this.#offsets[code + 1]!));
  }

  /** The code, in another dictionary, of the first `words` words of a text (separated by single blanks). */
  prefix(code: number, words: number, target: ByteDictionary): number {
    const start = this.#offsets[code]!;
    const end = this.#offsets[code + 1]!;
    let at = start;
    for (let left = words; at < end; at++) if (this.#arena[at] === 0x20 && --left === 0) break;
    return target.intern(this.#arena, start, at);
  }

  /** Hash of a code's bytes, a 32-bit integer that depends on nothing else. */
  hash(code: number): number {
    return this.#hashes[code]!;
  }

  /** Compared from the end, where texts that differ mostly do. */
  #isLast(bytes: Uint8Array, to: number): boolean {
    const arena = this.#arena;
    const start = this.#offsets[this.#last]!;
    for (let at = to - 1, other = start + this.#lastLength - 1; other >= start; at--, other--) {
      if (bytes[at] !== arena[other]) return false;
    }
    return true;
  }

  #equals(offset: number, bytes: Uint8Array, from: number, to: number): boolean {
    const arena = this.#arena;
    for (let at = from, other = offset; at < to; at++, other++) if (bytes[at] !== arena[other]) return false;
    return true;
  }

  #add(slot: number, hash: number, bytes: Uint8Array, from: number, to: number): number {
    const code = this.#size++;
    const start = this.#used;
    const end = start + to - from;
    if (end > this.#arena.length) {
      this.#arena = resizedTo(this.#arena, Math.max(end, this.#arena.length * 2), Uint8Array);
    }
    for (let at = from, target = start; at < to; at++, target++) this.#arena[target] = bytes[at]!;
    this.#used = end;
    if (code + 2 > this.#offsets.length) {
      this.#offsets = resizedTo(this.#offsets, code * 2 + 2, Uint32Array);
      this.#hashes = resizedTo(this.#hashes, code * 2 + 2, Int32Array);
    }
    this.#offsets[code] = start;
    this.#offsets[code + 1] = end;
    this.#hashes[code] = hash;
    const slots = this.#slots;
    slots[slot] = hash;
    slots[slot + 1] = code + 1;
    slots[slot + 2] = start;
    slots[slot + 3] = to - from;
    if (this.#size * 2 > this.#mask) this.#rebuild(this.#mask * 2 + 1);
    return code;
  }

  #rebuild(mask: number): void {
    const slots = new Int32Array((mask + 1) * SLOT);
    for (let code = 0; code < this.#size; code++) {
      const hash = this.#hashes[code]!;
      let slot = (hash & mask) * SLOT;
      while (slots[slot + 1] !== 0) slot = (slot + SLOT) & (mask * SLOT);
      slots[slot] = hash;
      slots[slot + 1] = code + 1;
      slots[slot + 2] = this.#offsets[code]!;
      slots[slot + 3] = this.#offsets[code + 1]! - this.#offsets[code]!;
    }
    this.#slots = slots;
    this.#mask = mask;
  }
}
