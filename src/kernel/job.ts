import type { Kernel } from './kernel.js';

const INT = 4;

/**
 * What the kernel is told and tells in its own memory: numbers of 32 bits one after another, each called by its place in
 * the class that the kernel knows them by.
 */
export class Job {
  /** Where they stand. */
  readonly place: number;
  readonly #first: number;

  constructor(
    private readonly kernel: Kernel,
    places: Readonly<Record<string, number>>,
  ) {
    this.place = kernel.take(Object.keys(places).length * INT);
    this.#first = this.place / INT;
  }

  get(place: number): number {
    return this.kernel.ints[this.#first + place]!;
  }

  set(place: number, number: number): void {
    this.kernel.ints[this.#first + place] = number;
  }

  /** The `count` numbers that stand where the number at this place says. */
  list(place: number, count: number): Int32Array {
    const first = this.get(place) / INT;
    return this.kernel.ints.subarray(first, first + count);
  }
}
