/** The columns of several sheets as one list: columns of one name are one, a name that comes twice in a sheet is two. */
export class AllHeaders {
  readonly headers: string[] = [];
  readonly #known = new Map<string, number>();

  /** Adds the columns of a sheet; the answer is the place of each among all. Unnamed columns are named by position. */
  add(names: readonly string[]): readonly number[] {
    const times = new Map<string, number>();
    return names.map((name, position) => {
      const text = name.trim() === '' ? `#${position + 1}` : name.trim();
      const nth = (times.get(text) ?? 0) + 1;
      times.set(text, nth);
      const key = `${nth} ${text}`;
      const known = this.#known.get(key) ?? this.headers.push(text) - 1;
      this.#known.set(key, known);
      return known;
    });
  }
}
