/**
 * A small seeded source of chance (sfc32, Chris Doty-Humphrey's PractRand). The same keys give the same numbers on
 * every machine: only integer arithmetic, and Math.log, which V8 computes in software.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  /** Streams of different keys are independent: a customer, or an order of a customer, has a stream of its own. */
  constructor(seed: number, first = 0, second = 0) {
    this.#a = mixed(seed) ^ mixed(Math.floor(seed / 0x1_0000_0000) + 0x51ed);
    this.#b = mixed(first + 0x9e37);
    this.#c = mixed(second + 0x79b9);
    for (let round = 0; round < 12; round++) this.bits();
  }

  /** 32 random bits, 0 to 2^32 − 1. */
  bits(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** Uniform in [0, 1). */
  unit(): number {
    return this.bits() / 0x1_0000_0000;
  }

  /** A whole number, 0 to `limit − 1`. */
  below(limit: number): number {
    return Math.floor(this.unit() * limit);
  }

  /** A whole number, both ends included. */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  /** True with this probability. */
  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  /** An index, with the chances of a running total whose last entry is the whole. */
  weighted(running: Float64Array): number {
    const target = this.unit() * (running[running.length - 1] ?? 0);
    let index = 0;
    while (index < running.length - 1 && running[index]! <= target) index++;
    return index;
  }

  /** Exponential with mean 1. */
  exponential(): number {
    return -Math.log(1 - this.unit());
  }
}

/** The running total of weights, for `Random.weighted`. */
export function runningTotal(weights: Iterable<number>): Float64Array {
  let total = 0;
  return Float64Array.from(weights, (weight) => {
    total += weight;
    return total;
  });
}

/** The finaliser of MurmurHash3: spreads the bits of a key. */
function mixed(key: number): number {
  let hash = key | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
