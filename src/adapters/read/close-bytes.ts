import type { ByteSource } from '../sources.js';

/** A file of which many small things are read that stand close together: `window` bytes are read at once, the last kept. */
export class CloseBytes {
  readonly size: number;
  #start = 0;
  #bytes: Uint8Array = new Uint8Array(0);

  constructor(
    private readonly source: ByteSource,
    private readonly window: number,
  ) {
    this.size = source.size;
  }

  /** Some bytes at a position, fewer at the end. */
  async at(position: number, length: number): Promise<Uint8Array> {
    const end = this.#start + this.#bytes.length;
    const wanted = Math.min(position + length, this.size);
    if (position < this.#start || wanted > end) {
      this.#bytes = await this.source.at(position, Math.max(length, this.window));
      this.#start = position;
    }
    return this.#bytes.subarray(position - this.#start, position - this.#start + length);
  }
}
