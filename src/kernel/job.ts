import type { Kernel } from './kernel.js';

const INT = 4;

/**
 * What the kernel is told and tells in its own memory: numbers of 32 bits one after another, in the order in which its
 * source declares them.
 */
export class Job<Name extends string> {
  readonly place: number;
  readonly #first: number;
  readonly #order: ReadonlyMap<Name, number>;

  constructor(
    private readonly kernel: Kernel,
    names: readonly Name[],
  ) {
    this.place = kernel.take(names.length * INT);
    this.#first = this.place / INT;
    this.#order = new Map(names.map((name, at) => [name, at]));
  }

  get(name: Name): number {
    return this.kernel.ints[this.#first + this.#order.get(name)!]!;
  }

  set(numbers: Readonly<Partial<Record<Name, number>>>): void {
    for (const name of Object.keys(numbers) as Name[]) {
      this.kernel.ints[this.#first + this.#order.get(name)!] = numbers[name]!;
    }
  }
}
