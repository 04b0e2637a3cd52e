import type { Kernel } from '../../../kernel/kernel.js';
import { SENTINEL_BYTES } from './record-scanner.js';

/** Bytes behind the end that the kernel may look at. */
const SPARE = 128;

/**
 * The bytes at hand: what is left of the pieces before, and the newest one, with zero bytes behind them. One piece of
 * memory, used again and again; it grows only for a record longer than a piece. In the memory of a kernel `bytes` must be
 * looked up again when something else was taken there: that may move them.
 */
export class Window {
  end = 0;
  /** Where in the memory of the kernel the bytes begin; 0 without one. */
  place = 0;
  /** Where there is room for half as many bytes again as there are, if that was asked for. */
  scratch = 0;
  #bytes: Uint8Array = new Uint8Array(0);
  #capacity = 0;

  /** `kernel`: in whose memory the bytes are to stand; null: anywhere. `withScratch`: room beside them is asked for. */
  constructor(
    private readonly kernel: Kernel | null = null,
    private readonly withScratch = false,
  ) {}

  get bytes(): Uint8Array {
    const { kernel, place } = this;
    const moved = kernel !== null && place > 0 && this.#bytes.buffer !== kernel.bytes.buffer;
    if (moved) this.#bytes = kernel.bytes.subarray(place, place + this.#capacity);
    return this.#bytes;
  }

  /** Forgets everything before `from` and adds a piece. */
  add(piece: Uint8Array, from: number): void {
    const kept = this.end - from;
    const needed = kept + piece.length + SENTINEL_BYTES;
    if (needed > this.#capacity) this.#grow(needed + (needed >> 1), from);
    else this.bytes.copyWithin(0, from, this.end);
    const { bytes } = this;
    bytes.set(piece, kept);
    this.end = kept + piece.length;
    bytes.fill(0, this.end, this.end + SENTINEL_BYTES);
  }

  #grow(capacity: number, from: number): void {
    this.#capacity = capacity;
    if (this.kernel === null) {
      const grown = new Uint8Array(capacity);
      grown.set(this.bytes.subarray(from, this.end));
      this.#bytes = grown;
      return;
    }
    const old = this.place + from;
    const length = this.end - from;
    this.place = this.kernel.take(capacity + SPARE);
    if (this.withScratch) this.scratch = this.kernel.take(capacity * 1.5 + SPARE);
    this.kernel.bytes.copyWithin(this.place, old, old + length);
    this.#bytes = this.kernel.bytes.subarray(this.place, this.place + capacity);
  }
}
