import type { RowTexts } from '../rows/rows.js';
import { emailOf, namesOnePerson, phoneOf } from './identity-text.js';
import type { Key, KeyBook } from './key-book.js';
import { KeyColumn } from './key-column.js';

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
