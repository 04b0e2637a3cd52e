import { TupleIndex } from './tuple-index.js';

/** A table of all possible pairs may have this many places for each pair expected. */
const PLACES_A_PAIR = 4;

/**
 * Numbers pairs of codes 0, 1, 2 … in order of first appearance. Where there are few possible pairs, as of the platforms
 * and order numbers of one shop, a plain table of all of them tells at once; else a hash table.
 */
export class PairIndex {
  #size = 0;
  readonly #table: Int32Array | null;
  readonly #tuples: TupleIndex | null;

  /** First codes are below `firsts`, second codes below `seconds`, none negative. */
  constructor(
    firsts: number,
    private readonly seconds: number,
    expected: number,
  ) {
    const isSmall = firsts * seconds <= expected * PLACES_A_PAIR + 1024;
    this.#table = isSmall ? new Int32Array(firsts * seconds) : null;
    this.#tuples = isSmall ? null : new TupleIndex(expected);
  }

  /** How many different pairs have been seen. */
  get size(): number {
    return this.#tuples === null ? this.#size : this.#tuples.size;
  }

  /** The number of a pair, a new one if it was not seen before. */
  codeOf(first: number, second: number): number {
    if (this.#table === null) return this.#tuples!.codeOf(first, second);
    const place = first * this.seconds + second;
    if (this.#table[place] === 0) this.#table[place] = ++this.#size;
    return this.#table[place]! - 1;
  }
}
