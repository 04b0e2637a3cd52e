/** Names that are looked for in the files, and which of them were found. */
export class Sought {
  readonly #places = new Map<string, number[]>();
  readonly #found: Uint8Array;

  /** `keys`: under which keys a name may be found; itself unless said. */
  constructor(names: readonly string[], keys: (name: string) => readonly string[] = (name) => [name]) {
    const distinct = [...new Set(names)];
    this.#found = new Uint8Array(distinct.length);
    for (const [place, name] of distinct.entries()) {
      for (const key of keys(name)) {
        const same = this.#places.get(key);
        if (same === undefined) this.#places.set(key, [place]);
        else same.push(place);
      }
    }
  }

  /** Different names. */
  get size(): number {
    return this.#found.length;
  }

  /** Names that were never found. */
  get missing(): number {
    return this.#found.reduce((missing, found) => missing + 1 - found, 0);
  }

  /** Whether a name is found under one of the keys. */
  has(keys: readonly string[]): boolean {
    let found = false;
    for (const key of keys) {
      for (const place of this.#places.get(key) ?? []) {
        this.#found[place] = 1;
        found = true;
      }
    }
    return found;
  }
}
