import { ByteArena } from './byte-arena.js';
import { viewOf } from './byte-words.js';
import type { TextPart } from './dictionary-part.js';

/** Texts that are gathered before they are taken away. */
const MOST = 4096;
const NOTHING = new Uint8Array(0);

/** Texts that come one by one, until they are taken away as one part. */
export class OpenTexts {
  readonly #texts = new ByteArena();
  /** The bytes that were read last, and their view: texts that come one by one mostly stand in the same ones. */
  #bytes: Uint8Array = NOTHING;
  #view = viewOf(NOTHING);

  get size(): number {
    return this.#texts.size;
  }

  get isFull(): boolean {
    return this.#texts.size === MOST;
  }

  /** Adds these bytes unless they are the last text again; the number of the text. */
  add(bytes: Uint8Array, from: number, to: number): number {
    if (bytes !== this.#bytes) {
      this.#bytes = bytes;
      this.#view = viewOf(bytes);
    }
    const view = this.#view;
    const last = this.size - 1;
    if (last >= 0 && this.#texts.is(last, view, from, to)) return last;
    this.#texts.room(1, to - from);
    return this.#texts.add(view, from, to);
  }

  /** All of them; none are left. */
  take(): TextPart {
    const { size, bytes, offsets } = this.#texts;
    this.#texts.size = 0;
    this.#bytes = NOTHING;
    this.#view = viewOf(NOTHING);
    return { size, bytes: bytes.slice(0, offsets[size]), offsets: offsets.slice(0, size + 1) };
  }
}
