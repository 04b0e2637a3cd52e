import { ByteArena } from './byte-arena.js';
import { viewOf } from './byte-words.js';
import { CodeSlots } from './code-slots.js';

/** Texts whose memory is fetched together. */
const TOGETHER = 64;

/** From so many texts on room is made for as many as are expected; before, it costs little to make it several times. */
const LARGE = 1 << 16;
/** Room is made for so many times the texts there are. A wild guess must not take all memory. */
const LEAST_GROWTH = 2;
const MOST_GROWTH = 8;

/** Texts to be looked up in one go. The arrays may be longer than `count`. */
export interface TextBatch {
  readonly count: number;
  readonly bytes: Uint8Array;
  /** Where each text begins and ends in `bytes`. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** As `hashOf` makes them. */
  readonly hashes: Int32Array;
  /** At which place of the target the code of each text is wanted. */
  readonly rows: Int32Array;
}

/** Distinct texts by their bytes, numbered from 0 in the order of first appearance. */
export class TextIndex {
  readonly texts = new ByteArena();
  readonly slots: CodeSlots;
  /** Slots of the texts looked up together, as they were first seen. */
  readonly #seen = new Int32Array(TOGETHER);
  #growth = LEAST_GROWTH;
  /** Means nothing: keeps `#touch` from being optimised away. */
  touched = 0;

  /** Room for `expected` texts. */
  constructor(expected: number) {
    this.slots = new CodeSlots(expected);
  }

  /** The code of these bytes, whose hash is known; −1 if they were never seen. */
  find(hash: number, view: DataView, from: number, to: number): number {
    this.#room(0, 0);
    const entry = this.slots.table[this.#slotOf(hash, view, from, to)]!;
    return (entry & this.slots.mask) - 1;
  }

  /** The code of these bytes, whose hash is known, a new one if they were never seen. */
  codeOf(hash: number, view: DataView, from: number, to: number): number {
    this.#room(1, to - from);
    return this.#code(hash, view, from, to);
  }

  /**
   * The codes of many texts, new ones for those never seen, in their sequence. Waiting for memory is what takes longest,
   * so it is asked for ahead, for several texts at once: first their slots, then the texts that seem to stand there.
   */
  codesOf(batch: TextBatch, target: Int32Array): void {
    const view = viewOf(batch.bytes);
    const { count, from, to, hashes, rows } = batch;
    for (let first = 0; first < count; first += TOGETHER) {
      const end = Math.min(count, first + TOGETHER);
      this.#room(end - first, lengthOf(from, to, first, end));
      this.#touch(hashes, first, end);
      for (let at = first; at < end; at++) target[rows[at]!] = this.#code(hashes[at]!, view, from[at]!, to[at]!);
    }
  }

  /** Says that there may come to be `times` as many texts as there are. */
  expect(times: number): void {
    this.#growth = times > LEAST_GROWTH ? Math.min(times, MOST_GROWTH) : LEAST_GROWTH;
  }

  /** Lets go of what only new texts need; looking one up brings it back. */
  seal(): void {
    this.slots.release();
  }

  #room(texts: number, bytes: number): void {
    const { size } = this.texts;
    const growth = size < LARGE ? LEAST_GROWTH : this.#growth;
    this.texts.room(texts, bytes, growth);
    this.slots.room(size + texts, size, growth);
  }

  #touch(hashes: Int32Array, first: number, end: number): void {
    const { table, mask } = this.slots;
    const seen = this.#seen;
    for (let at = first; at < end; at++) {
      const hash = hashes[at]!;
      const entry = table[hash & mask]!;
      seen[at - first] = ((entry ^ hash) & ~mask) === 0 ? entry & mask : 0;
    }
    this.touched = this.texts.touch(seen, end - first);
  }

  #code(hash: number, view: DataView, from: number, to: number): number {
    const slot = this.#slotOf(hash, view, from, to);
    const entry = this.slots.table[slot]!;
    if (entry !== 0) return (entry & this.slots.mask) - 1;
    const code = this.texts.add(view, from, to);
    this.slots.take(slot, hash, code);
    return code;
  }

  /** The slot where these bytes stand, or the free one where they belong. */
  #slotOf(hash: number, view: DataView, from: number, to: number): number {
    const { table, mask } = this.slots;
    let slot = hash & mask;
    for (let entry = table[slot]!; entry !== 0; entry = table[slot]!) {
      if (((entry ^ hash) & ~mask) === 0 && this.texts.is((entry & mask) - 1, view, from, to)) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}

function lengthOf(from: Int32Array, to: Int32Array, first: number, end: number): number {
  let length = 0;
  for (let at = first; at < end; at++) length += to[at]! - from[at]!;
  return length;
}
