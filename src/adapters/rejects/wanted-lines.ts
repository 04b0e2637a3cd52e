/** The lines of a sheet that are wanted, until they are found. Typed arrays: a million of them cost nine megabytes. */
export class WantedLines {
  /** Places among the wanted, by rising line. */
  readonly #places: Int32Array;
  readonly #found: Uint8Array;
  #left: number;

  constructor(private readonly lines: Int32Array) {
    this.#places = lines.map((_, at) => at);
    if (lines.some((line, at) => at > 0 && line < lines[at - 1]!)) {
      this.#places.sort((one, other) => lines[one]! - lines[other]! || one - other);
    }
    this.#found = new Uint8Array(lines.length);
    this.#left = lines.length;
  }

  /** How many have not been found. */
  get left(): number {
    return this.#left;
  }

  /** The place of the first wanted row on a line, −1 = none is wanted, or it was found. */
  placeOf(line: number): number {
    let low = 0;
    let high = this.#places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.lines[this.#places[middle]!]! < line) low = middle + 1;
      else high = middle;
    }
    const place = this.#places[low];
    return place === undefined || this.lines[place] !== line || this.#found[place] === 1 ? -1 : place;
  }

  found(place: number): void {
    this.#found[place] = 1;
    this.#left--;
  }

  /** Those that were never found. */
  *missing(): Generator<number> {
    for (const place of this.#places) if (this.#found[place] === 0) yield place;
  }
}
