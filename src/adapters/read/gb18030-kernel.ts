import type { Kernel } from '../../kernel/kernel.js';
import type { LineStops, Passage } from './gb18030-passage.js';

/** Bytes of a block that are looked at at once, few enough to stay in the cache. */
const SLICE = 128 * 1024;
/** Zero bytes behind them. */
const BEHIND = 64;
/** A character is not longer: what stops so close to the end of a slice may only be cut off by it. */
const LONGEST = 4;

const numbers = { none: 0, each: 1, utf8: 2 } as const satisfies Record<LineStops, number>;

/** Sixty-four bytes at a time, in the kernel, to whose memory a block is copied slice by slice. */
export class KernelPassage implements Passage {
  readonly #slice: number;
  /** Two numbers: whether the line is known, how many lines were passed. */
  readonly #count: number;
  #block: Uint8Array = new Uint8Array(0);
  #lineEnd = 10;
  /** What of the block is in the kernel's memory. */
  #from = 0;
  #to = 0;

  /** `most`: bytes that are looked at at once, 8 or more. */
  constructor(
    private readonly kernel: Kernel,
    private readonly most: number = SLICE,
  ) {
    this.#slice = kernel.take(most + BEHIND);
    this.#count = kernel.take(8);
    this.others = 0;
  }

  get known(): boolean {
    return this.kernel.ints[this.#count >> 2] === 1;
  }

  set known(known: boolean) {
    this.kernel.ints[this.#count >> 2] = Number(known);
  }

  get others(): number {
    return this.kernel.ints[(this.#count >> 2) + 1]!;
  }

  set others(others: number) {
    this.kernel.ints[(this.#count >> 2) + 1] = others;
  }

  begin(block: Uint8Array, lineEnd: number): void {
    this.known = false;
    this.#block = block;
    this.#lineEnd = lineEnd;
    this.#from = 0;
    this.#to = 0;
  }

  pass(from: number, stops: LineStops): number {
    const { length } = this.#block;
    const { functions } = this.kernel;
    let at = from;
    for (;;) {
      if (at >= this.#to || (this.#to < length && this.#to - at < LONGEST)) this.#bring(at);
      const shift = this.#slice - this.#from;
      const end = this.#to + shift;
      at = functions.passGb18030(at + shift, end, this.#lineEnd, numbers[stops], this.#count) - shift;
      if (this.#to === length || this.#to - at >= LONGEST) return at;
    }
  }

  #bring(from: number): void {
    const { bytes } = this.kernel;
    const slice = this.#block.subarray(from, from + this.most);
    bytes.set(slice, this.#slice);
    const end = this.#slice + slice.length;
    bytes.fill(0, end, end + BEHIND);
    this.#from = from;
    this.#to = from + slice.length;
  }
}
