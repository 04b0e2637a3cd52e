import type { TextPart } from './dictionary-part.js';

/** Parts whose texts are numbered one after another, from a first number on. */
export class TextParts {
  readonly list: TextPart[] = [];
  /** The number of the first text of each part. */
  readonly #firsts: number[] = [];
  /** Bytes of all texts. */
  bytes = 0;

  /** `end`: the number of the first text; then that of the next to come. */
  constructor(public end: number) {}

  add(part: TextPart): void {
    this.list.push(part);
    this.#firsts.push(this.end);
    this.end += part.size;
    this.bytes += part.bytes.length;
  }

  bytesOf(number: number): Uint8Array {
    const place = this.#placeOf(number);
    const { bytes, offsets } = this.list[place]!;
    const at = number - this.#firsts[place]!;
    return bytes.subarray(offsets[at]!, offsets[at + 1]!);
  }

  /** The part in which a text stands. */
  #placeOf(number: number): number {
    let [low, high] = [0, this.#firsts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#firsts[middle]! <= number) low = middle;
      else high = middle;
    }
    return low;
  }
}
