import { hashOf } from './byte-hash.js';
import { copyBytes, viewOf } from './byte-words.js';
import { lookUp, type TextBatch } from './text-batch.js';
import type { TextIndex } from './text-index.js';

/** Texts that wait together. */
const BATCH = 64;
/** Longest text that waits, in bytes. */
export const LONGEST_QUEUED = 256;

/** Copies of texts that wait to be looked up in a dictionary, and where their codes are wanted. */
export class TextQueue implements TextBatch {
  count = 0;
  readonly bytes = new Uint8Array(BATCH * LONGEST_QUEUED);
  readonly from = new Int32Array(BATCH);
  readonly to = new Int32Array(BATCH);
  readonly hashes = new Int32Array(BATCH);
  /** Places here: the codes are handed on from here to where they are wanted. */
  readonly rows = new Int32Array(BATCH).map((_, place) => place);
  readonly #codes = new Int32Array(BATCH);
  readonly #view = viewOf(this.bytes);
  readonly #targets: Int32Array[] = [];
  readonly #targetRows = new Int32Array(BATCH);

  /** Adds a text whose code goes to `target[row]`; whether no other has room. */
  put(view: DataView, from: number, to: number, target: Int32Array, row: number): boolean {
    const place = this.count++;
    const start = place === 0 ? 0 : this.to[place - 1]!;
    copyBytes(view, from, this.#view, start, to - from);
    this.from[place] = start;
    this.to[place] = start + to - from;
    this.hashes[place] = hashOf(view, from, to);
    this.#targets[place] = target;
    this.#targetRows[place] = row;
    return this.count === BATCH;
  }

  /** Looks the texts up and hands on their codes; they wait no longer. */
  settle(index: TextIndex): void {
    lookUp(index, this, this.#codes);
    for (let place = 0; place < this.count; place++) {
      this.#targets[place]![this.#targetRows[place]!] = this.#codes[place]!;
    }
    this.count = 0;
  }
}
