/** Numbers a slot: hash, code + 1, offset, length. One quarter of a cache line, so that a probe touches one line. */
export const SLOT = 4;

/** The open hash table of a dictionary, with linear probing: slots of four numbers, those with code 0 free. */
export class HashSlots {
  table: Int32Array;
  /** Number of slots − 1. */
  mask: number;

  /** At most half full with `expected` texts. */
  constructor(expected: number) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(16, expected * 2)));
    this.table = new Int32Array(slots * SLOT);
    this.mask = slots - 1;
  }

  /** Lets go of the table; its size is kept in mind. */
  release(): void {
    this.table = new Int32Array(0);
  }

  /** A new table of the size of the one let go, all free. */
  clear(): void {
    this.table = new Int32Array((this.mask + 1) * SLOT);
  }

  /**
   * Twice the slots, or as many as `texts` need. Taken over in their order, not that of the codes: then both tables are
   * walked from end to end.
   */
  grow(texts = 0): void {
    const old = this.table;
    do this.mask = this.mask * 2 + 1;
    while (texts * 2 > this.mask);
    this.clear();
    for (let from = 0; from < old.length; from += SLOT) {
      if (old[from + 1] !== 0) this.put(old[from]!, old[from + 1]! - 1, old[from + 2]!, old[from + 3]!);
    }
  }

  /** Puts a text that is not there where it belongs. */
  put(hash: number, code: number, offset: number, length: number): void {
    const { table } = this;
    let slot = (hash & this.mask) * SLOT;
    while (table[slot + 1] !== 0) slot = (slot + SLOT) & (this.mask * SLOT);
    this.fill(slot, hash, code, offset, length);
  }

  fill(slot: number, hash: number, code: number, offset: number, length: number): void {
    const { table } = this;
    table[slot] = hash;
    table[slot + 1] = code + 1;
    table[slot + 2] = offset;
    table[slot + 3] = length;
  }
}
