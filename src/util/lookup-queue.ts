import { type HashSlots, SLOT } from './hash-slots.js';

/** Texts looked up together. */
const BATCH = 32;
/** Longest text that is queued, in bytes. */
export const LONGEST_QUEUED = 256;

/** Texts that wait to be looked up in a dictionary: where their bytes end, hashes, and where their codes are wanted. */
export class LookupQueue {
  size = 0;
  /** Where each text ends, behind the texts of the dictionary; the next one starts there. */
  readonly ends = new Float64Array(BATCH);
  readonly hashes = new Int32Array(BATCH);
  readonly rows = new Int32Array(BATCH);
  readonly targets: Int32Array[] = [];
  /** Means nothing: keeps `touch` from being optimised away. */
  touched = 0;

  /** Adds a text; whether no other has room. */
  add(end: number, hash: number, target: Int32Array, row: number): boolean {
    const place = this.size++;
    this.ends[place] = end;
    this.hashes[place] = hash;
    this.rows[place] = row;
    this.targets[place] = target;
    return this.size === BATCH;
  }

  /**
   * Touches what looking up `hashes` from `from` to `to` will need, one text after another without waiting, so that it is
   * on its way.
   */
  touch(hashes: Int32Array, from: number, to: number, { table, mask }: HashSlots, arena: Uint8Array): void {
    let sum = 0;
    for (let place = from; place < to; place++) {
      const slot = (hashes[place]! & mask) * SLOT;
      if (table[slot] !== hashes[place]) continue;
      const offset = table[slot + 2]! >>> 0;
      sum += arena[offset]! + arena[offset + table[slot + 3]! - 1]!;
    }
    this.touched = sum | 0;
  }
}
