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

/** The keys that the codes of one column stand for, numbered: equal keys have equal numbers over all columns. */
export class KeyColumn {
  readonly #numbers: Int32Array;

  constructor(
    private readonly texts: Dictionary,
    private readonly keyOf: (text: string) => Key | null,
    private readonly book: KeyBook,
  ) {
    this.#numbers = new Int32Array(texts.size).fill(UNKNOWN);
  }

  /** The number of a code's key, NONE if it names nobody. Each text is decoded and judged once. */
  numberOf(code: number): number {
    if (code === NONE) return NONE;
    if (this.#numbers[code] === UNKNOWN) {
      const key = this.keyOf(this.texts.text(code));
      this.#numbers[code] = key === null ? NONE : this.book.numberOf(key);
    }
    return this.#numbers[code]!;
  }
}

/** Numbers keys 0, 1, 2 …. */
export class KeyBook {
  readonly #known: Readonly<Record<Space, Map<string, number>>> = {
    buyer: new Map(),
    account: new Map(),
    email: new Map(),
    phone: new Map(),
  };
  readonly #keys: Key[] = [];

  numberOf(key: Key): number {
    const known = this.#known[key.space];
    const number = known.get(key.text);
    if (number !== undefined) return number;
    known.set(key.text, this.#keys.length);
    this.#keys.push(key);
    return this.#keys.length - 1;
  }

  keyOf(number: number): Key {
    return this.#keys[number]!;
  }
}

const keyOfColumn = {
  buyer: (text: string): Key | null => personKey('buyer', text),
  account: accountKey,
  phone: phoneKey,
} as const;

/** The three columns that can name a customer, the best first. */
export function keyColumns(texts: RowTexts, book: KeyBook): readonly [KeyColumn, KeyColumn, KeyColumn] {
  return [
    new KeyColumn(texts.buyer, keyOfColumn.buyer, book),
    new KeyColumn(texts.account, keyOfColumn.account, book),
    new KeyColumn(texts.phone, keyOfColumn.phone, book),
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
