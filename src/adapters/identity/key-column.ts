import { type Dictionary, NONE } from '../../model/orders.js';
import { isPlatforms, KEPT, type Key, type KeyBook, KINDS, type PlainNames } from './key-book.js';

const UNKNOWN = -2;

/** The keys that the codes of one column stand for, numbered: equal keys have equal numbers over all columns. */
export class KeyColumn {
  readonly #numbers: Int32Array;

  /** `plain`: the column's plain names, which no other column has keys among; null = there may be others. */
  constructor(
    private readonly texts: Dictionary,
    private readonly keyOf: (text: string) => Key | null,
    private readonly book: KeyBook,
    private readonly plain: PlainNames | null,
  ) {
    this.#numbers = new Int32Array(texts.size).fill(UNKNOWN);
  }

  /** The number of a code's key, NONE if it names nobody. Each text is judged once, plain names without decoding. */
  numberOf(code: number): number {
    if (code === NONE) return NONE;
    if (this.#numbers[code] === UNKNOWN) this.#numbers[code] = this.#judged(code);
    return this.#numbers[code]!;
  }

  /** The number of each code: one after another they are judged faster than as they come. */
  all(): Int32Array {
    const numbers = this.#numbers;
    const plain = this.#plainNames();
    const first = this.plain === null ? NONE : this.book.plainNumber(this.plain, 0);
    for (let code = 0; code < numbers.length; code++) {
      if (plain?.[code] === 1) numbers[code] = first + code * KINDS;
      else this.numberOf(code);
    }
    return numbers;
  }

  /**
   * Where the key of each code stands among those of this column: its plain names by code, then the keys that are kept in
   * the book; NONE if it names nobody. For the only column whose keys were asked for.
   */
  places(): Int32Array {
    const places = new Int32Array(this.texts.size);
    const plain = this.#plainNames();
    for (let code = 0; code < places.length; code++) places[code] = plain?.[code] === 1 ? code : this.#placeOf(code);
    return places;
  }

  /** The key at such a place. */
  keyAt(place: number): Key {
    const { texts, plain } = this;
    if (place >= texts.size) return this.book.keyOf((place - texts.size) * KINDS + KEPT);
    return { space: plain!.space, text: texts.text(place) };
  }

  /** Whether the key at such a place is compared within a platform; see `isPlatforms`. */
  isPlatformsAt(place: number): boolean {
    return place < this.texts.size ? isPlatforms(this.plain!) : isPlatforms(this.keyAt(place));
  }

  #placeOf(code: number): number {
    const number = this.numberOf(code);
    if (number === NONE) return NONE;
    return (number % KINDS === KEPT ? this.texts.size : 0) + Math.floor(number / KINDS);
  }

  #plainNames(): Uint8Array | null {
    return this.plain === null ? null : (this.texts.plainNames?.() ?? null);
  }

  #judged(code: number): number {
    const texts = this.texts;
    const isPlain = (one: number) => one !== NONE && texts.isPlainName?.(one) === true;
    if (this.plain !== null && isPlain(code)) return this.book.plainNumber(this.plain, code);
    const text = texts.decode === undefined ? texts.text(code) : texts.decode(code);
    const key = this.keyOf(text);
    if (key === null) return NONE;
    // Blanks that only Unicode knows may stand around a plain name that is there without them.
    const bare = key.space === this.plain?.space && key.text !== text ? (texts.find?.(key.text) ?? NONE) : NONE;
    return isPlain(bare) ? this.numberOf(bare) : this.book.numberOf(key);
  }
}
