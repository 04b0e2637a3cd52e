import type { Dictionary } from '../../model/orders.js';

/** Where keys are compared: buyer ids and accounts within a platform, e-mails and phones everywhere. */
export type Space = 'buyer' | 'account' | 'email' | 'phone';

/** What a text about a person is worth as a key. */
export interface Key {
  readonly space: Space;
  /** As it is compared. */
  readonly text: string;
}

/** A number is an index × KINDS + what it is an index of: a column of plain names, or the keys that are kept. */
export const KINDS = 4;
/** The kind of keys that are kept. */
export const KEPT = KINDS - 1;

/** Plain names of a column. */
export interface PlainNames {
  readonly space: Space;
  readonly texts: Dictionary;
}

/**
 * The numbers of keys. Plain names are not kept: their dictionary has them, and no two of them are equal. `plain`: the
 * columns that have such names.
 */
export class KeyBook {
  readonly #known: Readonly<Record<Space, Map<string, number>>> = {
    buyer: new Map(),
    account: new Map(),
    email: new Map(),
    phone: new Map(),
  };
  readonly #keys: Key[] = [];
  readonly #plain: PlainNames[] = [];

  /** How many keys are kept: all but plain names. */
  get kept(): number {
    return this.#keys.length;
  }

  numberOf(key: Key): number {
    const known = this.#known[key.space];
    const number = known.get(key.text);
    if (number !== undefined) return number;
    const added = (this.#keys.push(key) - 1) * KINDS + KEPT;
    known.set(key.text, added);
    return added;
  }

  /** The number of a plain name. */
  plainNumber(plain: PlainNames, code: number): number {
    const column = this.#plain.indexOf(plain);
    return code * KINDS + (column === -1 ? this.#plain.push(plain) - 1 : column);
  }

  keyOf(number: number): Key {
    const index = Math.floor(number / KINDS);
    if (number % KINDS === KEPT) return this.#keys[index]!;
    const { space, texts } = this.#plain[number % KINDS]!;
    return { space, text: texts.text(index) };
  }

  /** See `isPlatforms`. */
  isPlatforms(number: number): boolean {
    return isPlatforms(
      number % KINDS === KEPT ? this.#keys[Math.floor(number / KINDS)]! : this.#plain[number % KINDS]!,
    );
  }
}

/** Buyer ids and accounts are compared within a platform; e-mails and phones hold everywhere. */
export function isPlatforms({ space }: Pick<Key, 'space'>): boolean {
  return space === 'buyer' || space === 'account';
}
