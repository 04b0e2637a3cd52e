import type { Dictionary } from '../../model/orders.js';

const UNKNOWN = -2;

/** What each text of a dictionary means, as a number, asked once per distinct text. */
export class CodeTranslation {
  #meanings = new Int32Array(64).fill(UNKNOWN);

  constructor(
    private readonly dictionary: Dictionary,
    private readonly meaning: (text: string) => number,
  ) {}

  /** By code: its meaning, −2 where it was not asked for yet. */
  get known(): Int32Array {
    return this.#meanings;
  }

  /** The meaning of a code ≥ 0. */
  of(code: number): number {
    if (code >= this.#meanings.length) this.#grow(code);
    const known = this.#meanings[code]!;
    if (known !== UNKNOWN) return known;
    const meaning = this.meaning(this.dictionary.text(code));
    this.#meanings[code] = meaning;
    return meaning;
  }

  #grow(code: number): void {
    const meanings = new Int32Array(Math.max(code + 1, this.#meanings.length * 2)).fill(UNKNOWN);
    meanings.set(this.#meanings);
    this.#meanings = meanings;
  }
}
