import { resizedTo } from './resized-to.js';

const FEWEST = 64;
/** Codes that are put into a new table together. */
const TOGETHER = 64;

/**
 * The open hash table of a dictionary, with linear probing: where the codes of the texts of a hash may stand. A slot is
 * one number, 0 when free: below the bits of `mask` the code + 1, above them the same bits of the text's hash, so that a
 * slot is nearly never mistaken for that of another text, and sixteen of them fit into a cache line.
 */
export class CodeSlots {
  table: Int32Array;
  /** Number of slots − 1; the number is a power of two. */
  mask: number;
  /** By code. */
  hashes: Int32Array = new Int32Array(FEWEST);
  /** Means nothing: keeps the first look at the slots from being optimised away. */
  touched = 0;

  /** Room for `expected` texts. */
  constructor(expected: number) {
    this.mask = maskFor(expected, FEWEST - 1);
    this.table = written(this.mask + 1);
  }

  /**
   * Makes room for `texts` in all, of which there are `size`; if there is none, for `growth` times those. At most half of
   * the slots are taken. Whether the table is a new one: `put` the codes into it.
   */
  room(texts: number, size: number, growth: number): boolean {
    const more = Math.max(texts, Math.ceil(size * growth));
    if (texts > this.hashes.length) this.hashes = resizedTo(this.hashes, more, Int32Array);
    if (this.table.length > 0 && texts * 2 <= this.table.length) return false;
    this.mask = maskFor(this.table.length > 0 ? more : texts, this.mask);
    this.table = written(this.mask + 1);
    return true;
  }

  /** Puts the first `size` codes into a new table. */
  put(size: number): void {
    for (let code = 0; code < size; code += TOGETHER) this.#put(code, Math.min(size, code + TOGETHER));
  }

  /** Takes a slot that is free, the first from that of the hash on. */
  take(slot: number, hash: number, code: number): void {
    this.table[slot] = (hash & ~this.mask) | (code + 1);
    this.hashes[code] = hash;
  }

  /** Lets go of the table, until there must be room. */
  release(): void {
    this.table = new Int32Array(0);
  }

  /** Puts codes where their hashes belong. Their slots are all asked for first: waiting for memory takes longest. */
  #put(first: number, end: number): void {
    const { table, mask, hashes } = this;
    let sum = 0;
    for (let code = first; code < end; code++) sum += table[hashes[code]! & mask]!;
    this.touched = sum;
    for (let code = first; code < end; code++) {
      let slot = hashes[code]! & mask;
      while (table[slot] !== 0) slot = (slot + 1) & mask;
      table[slot] = (hashes[code]! & ~mask) | (code + 1);
    }
  }
}

/**
 * Zeros that were written once. Memory that is read before it is written first stands for a page of zeros that all have in
 * common, and is exchanged when it is written: with several threads that takes ten times as long as writing it now.
 */
function written(slots: number): Int32Array {
  return new Int32Array(slots).fill(0);
}

function maskFor(texts: number, least: number): number {
  let mask = least;
  while (texts * 2 > mask + 1) mask = mask * 2 + 1;
  return mask;
}
