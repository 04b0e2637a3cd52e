import { SENTINEL_BYTES } from './record-scanner.js';

/**
 * The bytes at hand: what is left of the pieces before, and the newest one, with zero bytes behind them. One piece of
 * memory, used again and again; it grows only for a record longer than a piece.
 */
export class Window {
  bytes: Uint8Array = new Uint8Array(0);
  /** Where they begin. */
  readonly start = 0;
  end = 0;

  /** Forgets everything before `from` and adds a piece. */
  add(piece: Uint8Array, from: number): void {
    const kept = this.end - from;
    const needed = kept + piece.length + SENTINEL_BYTES;
    if (needed > this.bytes.length) {
      const grown = new Uint8Array(needed + (needed >> 1));
      grown.set(this.bytes.subarray(from, this.end));
      this.bytes = grown;
    } else this.bytes.copyWithin(0, from, this.end);
    this.bytes.set(piece, kept);
    this.end = kept + piece.length;
    this.bytes.fill(0, this.end, this.end + SENTINEL_BYTES);
  }
}
