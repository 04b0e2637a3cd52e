import type { Dictionary } from '../model/orders.js';

const SLOT = 4; // hash, code + 1, offset, length: one quarter of a cache line, so that a probe touches one line
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
    const code = this.#find(bytes, from, to);
    this.#last = code;
    this.#lastLength = to - from;
    return code;
  }

  #find(bytes: Uint8Array, from: number, to: number): number {
    const hash = hashOf(bytes, from, to);
    const length = to - from;
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
    const known = this.#texts[code];
    if (known !== undefined) return known;
    const text = decoder.decode(this.#arena.subarray(this.#offsets[code]!, this.#offsets[code + 1]!));
    this.#texts[code] = text;
    return text;
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
    if (end > this.#arena.length) this.#arena = grownBytes(this.#arena, end);
    for (let at = from, target = start; at < to; at++, target++) this.#arena[target] = bytes[at]!;
    this.#used = end;
    if (code + 2 > this.#offsets.length) this.#growCodes();
    this.#offsets[code] = start;
    this.#offsets[code + 1] = end;
    this.#hashes[code] = hash;
    const slots = this.#slots;
    slots[slot] = hash;
    slots[slot + 1] = code + 1;
    slots[slot + 2] = start;
    slots[slot + 3] = to - from;
    if (this.#size * 2 > this.#mask) this.#rehash();
    return code;
  }

  #growCodes(): void {
    const offsets = new Uint32Array(this.#offsets.length * 2);
    offsets.set(this.#offsets);
    this.#offsets = offsets;
    const hashes = new Int32Array(offsets.length);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
  }

  #rehash(): void {
    const mask = this.#mask * 2 + 1;
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

function grownBytes(bytes: Uint8Array, needed: number): Uint8Array<ArrayBuffer> {
  const grown = new Uint8Array(Math.max(needed, bytes.length * 2));
  grown.set(bytes);
  return grown;
}

/** Four bytes at a time, multiply and fold, finished as in MurmurHash3 (Appleby, public domain). */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = to - from;
  let at = from;
  for (; at + 4 <= to; at += 4) {
    const word = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    hash = Math.imul(hash ^ word, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  for (; at < to; at++) hash = Math.imul(hash ^ bytes[at]!, 0x85ebca6b);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
