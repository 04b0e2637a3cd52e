import { type HashSlots, SLOT } from './hash-slots.js';

/** Texts looked up together. */
const BATCH = 32;
/** Longest text that is queued, in bytes. */
export const LONGEST_QUEUED = 256;

/** Texts that wait to be looked up in a dictionary: copies of their bytes, hashes, and where their codes are wanted. */
export class LookupQueue {
  size = 0;
  readonly bytes = new Uint8Array(BATCH * LONGEST_QUEUED);
  /** Where each text ends in `bytes`; the next one starts there. */
  readonly ends = new Int32Array(BATCH);
  readonly hashes = new Int32Array(BATCH);
  readonly rows = new Int32Array(BATCH);
  readonly targets: Int32Array[] = [];
  /** Means nothing: keeps `touch` from being optimised away. */
  touched = 0;

  /** Adds a text; whether no other has room. */
  add(source: Uint8Array, from: number, to: number, hash: number, target: Int32Array, row: number): boolean {
    const { bytes } = this;
    const place = this.size++;
    let end = place === 0 ? 0 : this.ends[place - 1]!;
    for (let at = from; at < to; at++) bytes[end++] = source[at]!;
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
