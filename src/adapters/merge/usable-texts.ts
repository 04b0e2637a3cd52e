import { type Dictionary, NONE } from '../../model/orders.js';

const UNKNOWN = 0;
const USABLE = 1;
const UNUSABLE = 2;

/** Which texts of a dictionary can tell one customer from another; each is decoded and judged once, when asked for. */
export class UsableTexts {
  readonly #judged: Uint8Array;

  constructor(
    readonly texts: Dictionary,
    readonly judge: (text: string) => boolean,
  ) {
    this.#judged = new Uint8Array(texts.size);
  }

  /** False for NONE, masked values, ciphertext and placeholders. */
  has(code: number): boolean {
    if (code === NONE) return false;
    if (this.#judged[code] === UNKNOWN) this.#judged[code] = this.judge(this.texts.text(code)) ? USABLE : UNUSABLE;
    return this.#judged[code] === USABLE;
  }
}
