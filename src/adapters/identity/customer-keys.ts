import { type Dictionary, NONE } from '../../model/orders.js';
import type { RowTexts } from '../rows/rows.js';
import { emailOf, namesOnePerson, phoneOf } from './identity-text.js';

/** Where keys are compared: buyer ids and accounts within a platform, e-mails and phones everywhere. */
export type Space = 'buyer' | 'account' | 'email' | 'phone';

/** What a text about a person is worth as a key. */
export interface Key {
  readonly space: Space;
  /** As it is compared. */
  readonly text: string;
}

const UNKNOWN = -2;
/** A number is an index × KINDS + what it is an index of: a column of plain names, or the keys that are kept. */
const KINDS = 4;
const KEPT = KINDS - 1;

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
    const { texts, plain } = this;
    const numbers = this.#numbers;
    const first = plain === null || texts.isPlainName === undefined ? NONE : this.book.plainNumber(plain, 0);
    for (let code = 0; code < numbers.length; code++) {
      if (first !== NONE && texts.isPlainName!(code)) numbers[code] = first + code * KINDS;
      else this.numberOf(code);
    }
    return numbers;
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

/** Plain names of a column. */
interface PlainNames {
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

  /** Where a number of one column and of no other stands among these: its plain names by code, then the kept keys. */
  placeIn({ size }: Dictionary, number: number): number {
    return (number % KINDS === KEPT ? size : 0) + Math.floor(number / KINDS);
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

const keyOfColumn = {
  buyer: (text: string): Key | null => personKey('buyer', text),
  account: accountKey,
  phone: phoneKey,
} as const;

/** The three columns that can name a customer, the best first. */
export function keyColumns(texts: RowTexts, book: KeyBook): readonly [KeyColumn, KeyColumn, KeyColumn] {
  return [
    new KeyColumn(texts.buyer, keyOfColumn.buyer, book, { space: 'buyer', texts: texts.buyer }),
    new KeyColumn(texts.account, keyOfColumn.account, book, { space: 'account', texts: texts.account }),
    new KeyColumn(texts.phone, keyOfColumn.phone, book, null),
  ];
}

/** Who a cell of one of these columns names: one key, or none. */
export function personKeys(column: keyof typeof keyOfColumn, text: string): readonly Key[] {
  const key = keyOfColumn[column](text);
  return key === null ? [] : [key];
}

/** An account that is a mobile number (Alipay) is that phone. */
function accountKey(text: string): Key | null {
  return /^(\+?86[-\s]?)?1\d{10}$/.test(text.trim()) ? phoneKey(text) : personKey('account', text);
}

function phoneKey(text: string): Key | null {
  const phone = phoneOf(text);
  return phone === null ? null : { space: 'phone', text: phone };
}

function personKey(space: 'buyer' | 'account', text: string): Key | null {
  if (!namesOnePerson(text)) return null;
  const email = emailOf(text);
  return email === null ? { space, text: text.trim() } : { space: 'email', text: email };
}

/** The keys a name could be, whoever wrote it: buyer id, account, e-mail or phone. Empty for what names nobody. */
export function keysOfName(text: string): readonly Key[] {
  const keys = [personKey('buyer', text), accountKey(text), phoneKey(text)].filter((key) => key !== null);
  return keys.filter(
    (key, at) => keys.findIndex(({ space, text: same }) => space === key.space && same === key.text) === at,
  );
}
