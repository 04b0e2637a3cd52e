import { currencyCodes } from '../../util/currency-codes.js';
import type { Field, Mapping } from '../dialect.js';
import { cellText } from '../identify/header-row.js';
import type { HeadRow } from '../read/sheet.js';
import { plainText } from '../values/outcome.js';

/** The currency of a sheet without a currency column, and how sure that is. */
export interface AmountCurrency {
  readonly code: string;
  /** Nothing in the sheet tells it: it must be said. */
  readonly assumed: boolean;
}

const amounts: ReadonlySet<Field> = new Set(['total', 'goods', 'paid', 'refund', 'price', 'postage', 'discount']);
const marker =
  /(?:\b(AU|US|CA|HK|NT|NZ|SG|A|C|S|R) ?\$)|(Rp|RM)(?= ?\d)|([$€£₩₹฿₫₱₽¥元])|(?<![A-Za-z])([A-Z]{3})(?![A-Za-z])/;
const meanings: Readonly<Record<string, string>> = {
  AU: 'AUD',
  A: 'AUD',
  US: 'USD',
  CA: 'CAD',
  C: 'CAD',
  HK: 'HKD',
  NT: 'TWD',
  NZ: 'NZD',
  SG: 'SGD',
  S: 'SGD',
  R: 'BRL',
  Rp: 'IDR',
  RM: 'MYR',
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '₩': 'KRW',
  '₹': 'INR',
  '฿': 'THB',
  '₫': 'VND',
  '₱': 'PHP',
  '₽': 'RUB',
  '¥': 'CNY',
  元: 'CNY',
  RMB: 'CNY',
};

/**
 * A platform's report is in the platform's currency, unless each shop has its own. Any other table without a currency column is in the one that its
 * amounts or their headers carry (`$90.00`, `Total (USD)`); a plain `$` is taken for USD. Chinese headers mean CNY.
 * Where nothing tells, or two markers differ, it is the layout's, and that is said.
 */
export function amountCurrency(head: readonly HeadRow[], mapping: Mapping): AmountCurrency {
  const code = mapping.dialect.currency;
  const isPlatform = mapping.dialect.marks.length > 0 && mapping.dialect.currencyVaries !== true;
  if (isPlatform || mapping.columns.some(({ field }) => field === 'currency')) return { code, assumed: false };
  const columns = mapping.columns.filter(({ field }) => amounts.has(field));
  const rows = head.slice(mapping.skipRows);
  const texts = columns.flatMap(({ header, position }) => [
    header,
    ...rows.map(({ cells }) => cellText(cells[position] ?? { kind: 'blank' })),
  ]);
  const found = new Set(texts.map(currencyIn).filter((one) => one !== null));
  const [only] = found;
  if (found.size === 1 && only !== undefined) return { code: only, assumed: false };
  return { code, assumed: found.size > 1 || !columns.some(({ header }) => /\p{Script=Han}/u.test(header)) };
}

function currencyIn(text: string): string | null {
  const match = marker.exec(plainText(text));
  if (match === null) return null;
  const sign = match.slice(1).find((part) => part !== undefined) ?? '';
  if (Object.hasOwn(meanings, sign)) return meanings[sign] ?? null;
  return currencyCodes.has(sign) ? sign : null;
}
