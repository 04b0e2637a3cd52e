/**
 * Which of the numbers 0 … size − 1 belong together, while more and more of them are put together. One typed array, no
 * object per number; a find or a union costs almost nothing on average (path halving, the smaller number is the root).
 */
export class UnionFind {
  readonly #parent: Int32Array;

  constructor(size: number) {
    this.#parent = new Int32Array(size);
    for (let at = 0; at < size; at++) this.#parent[at] = at;
  }

  /** The smallest number of the group that `at` belongs to. */
  find(at: number): number {
    const parent = this.#parent;
    let root = at;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]!]!;
      root = parent[root]!;
    }
    return root;
  }

  /** Puts two groups together. */
  union(one: number, other: number): void {
    const [left, right] = [this.find(one), this.find(other)];
    this.#parent[Math.max(left, right)] = Math.min(left, right);
  }

  /** Per number: the smallest of its group, as it is now. */
  roots(): Int32Array {
    return this.#parent.map((_, at) => this.find(at));
  }
}
