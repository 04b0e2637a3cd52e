import { currencyCodes } from '../../util/currency-codes.js';
import { BLANK, blankNumberTexts, plainText, UNREADABLE } from './outcome.js';

/** Ten-thousandths of a currency unit: 201.12 is 2,011,200. Plus .5 where digits beyond the fourth were cut off. */
export type TenThousandths = number;

const LARGEST = Number.MAX_SAFE_INTEGER;
const LARGEST_WITH_HALF = 2 ** 52;

/**
 * An amount from a cleaned cell, undecoded. Plain digits with a sign and a decimal point are read here; null sends
 * everything else to `moneyFromText`.
 */
export function moneyFromBytes(bytes: Uint8Array, from: number, to: number): TenThousandths | null {
  let at = from;
  const negative = bytes[at] === 0x2d;
  if (negative || bytes[at] === 0x2b) at++;
  const start = at;
  let value = 0;
  while (at < to && isDigit(bytes[at]!)) value = value * 10 + bytes[at++]! - 0x30;
  if (at === start || at - start > 11) return null;
  value *= 10_000;
  if (at < to) {
    if (bytes[at] !== 0x2e) return null;
    at++;
    let scale = 1000;
    while (at < to && isDigit(bytes[at]!)) {
      const digit = bytes[at++]! - 0x30;
      if (scale >= 1) value += digit * scale;
      else if (digit !== 0) value = Math.floor(value) + 0.5;
      scale /= 10;
    }
    if (at < to) return null;
  }
  return negative && value !== 0 ? -value : value;
}

/** An amount from a numeric cell. A double is taken as the decimal people see: 1.005 is 1.005, not 1.00499999999999989. */
export function moneyFromNumber(value: number): TenThousandths {
  const scaled = Math.abs(value) * 10_000;
  if (!(scaled <= LARGEST)) return UNREADABLE;
  const nearest = Math.round(scaled);
  const exact = Math.abs(scaled - nearest) <= scaled * 4e-15 + 1e-9;
  const amount = exact ? nearest : withRest(Math.floor(scaled), true);
  return value < 0 && amount !== 0 ? -amount : amount;
}

/**
 * An amount from any text: `moneySpellings` lists what each spelling means. One or two digits after the only comma are
 * decimals, three are thousands; a single point is the decimal point. More than 9,007,199,254,740,991 ten-thousandths
 * are unreadable.
 */
export function moneyFromText(text: string): TenThousandths {
  const plain = plainText(text);
  if (blankNumberTexts.has(plain.toLowerCase())) return BLANK;
  const amount = withoutRemark(plain);
  const bracketed = /^\(([^()]+)\)$/.exec(amount);
  const signed = /^([+-])?(.*)$/s.exec(bracketed?.[1] ?? amount);
  const inner = /^([+-])?(.*)$/s.exec(withoutCurrency(signed?.[2]?.trim() ?? ''));
  const signs = `${bracketed === null ? '' : '-'}${signed?.[1] ?? ''}${inner?.[1] ?? ''}`;
  if (signs.length > 1) return UNREADABLE;
  const value = fromDigits(inner?.[2]?.trim() ?? '');
  return signs === '-' && value !== 0 && Number.isFinite(value) ? -value : value;
}

/** Minor units: rounded half away from zero to the currency's decimals (0–4). */
export function minorOf(amount: TenThousandths, decimals: number): number {
  return minorBy(amount, tenThousandthsOf(decimals));
}

/** The same, `unit` being the ten-thousandths of a minor unit. Nothing was lost where the result × unit is the amount. */
export function minorBy(amount: TenThousandths, unit: number): number {
  const rounded = Math.floor(Math.abs(amount) / unit + 0.5);
  return amount < 0 && rounded !== 0 ? -rounded : rounded;
}

/** How many ten-thousandths the minor unit of a currency of so many decimals is. */
export function tenThousandthsOf(decimals: number): number {
  return 10 ** (4 - decimals);
}

function withoutRemark(text: string): string {
  const remark = /^([^()]*\d[^()]*)\(([^()]*)\)$/.exec(text);
  return remark !== null && /[^\d.,\s]/.test(remark[2] ?? '') ? (remark[1] ?? '').trim() : text;
}

const symbols = '¥$€£₩₹฿₫₱₽₪';
const before = new RegExp(`^([A-Za-z]{0,3})\\s*([${symbols}]?)\\s*(?=[-+.\\d])`);
const after = new RegExp(`(?<=\\d)\\s*(元|[${symbols}]|[A-Za-z]{3})$`);
/** Signs that are letters: rupiah and ringgit. */
const signs = new Set(['RP', 'RM']);
const dollars = new Set(['AU', 'US', 'CA', 'HK', 'NT', 'NZ', 'SG', 'A', 'C', 'S', 'R']);

function withoutCurrency(text: string): string {
  const prefix = before.exec(text);
  const letters = prefix?.[1]?.toUpperCase() ?? '';
  const named = currencyCodes.has(letters) || signs.has(letters);
  const known = letters === '' || named || (dollars.has(letters) && prefix?.[2] === '$');
  const rest = prefix !== null && known ? text.slice(prefix[0].length) : text;
  const suffix = after.exec(rest);
  if (suffix === null) return rest;
  const unit = suffix[1] ?? '';
  return unit.length < 3 || currencyCodes.has(unit.toUpperCase()) ? rest.slice(0, suffix.index) : rest;
}

const shapes: readonly { readonly pattern: RegExp; readonly decimal: '.' | ',' | '' }[] = [
  { pattern: /^\d+$|^\d*\.\d+$|^\d+\.$/, decimal: '.' },
  { pattern: /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/, decimal: '.' },
  { pattern: /^\d+,\d{1,2}$/, decimal: ',' },
  { pattern: /^[1-9]\d{0,2}(?:\.\d{3})+,\d{1,4}$/, decimal: ',' },
  { pattern: /^[1-9]\d{0,2}(?:\.\d{3}){2,}$/, decimal: '' },
  { pattern: /^[1-9]\d{0,2}(?:[ ']\d{3})+(?:\.\d{1,4})?$/, decimal: '.' },
  { pattern: /^[1-9]\d{0,2}(?:[ ']\d{3})+,\d{1,2}$/, decimal: ',' },
];

function fromDigits(text: string): TenThousandths {
  const shape = shapes.find(({ pattern }) => pattern.test(text));
  if (shape === undefined) return UNREADABLE;
  const cut = shape.decimal === '' ? -1 : text.lastIndexOf(shape.decimal);
  const whole = (cut < 0 ? text : text.slice(0, cut)).replace(/\D/g, '');
  const fraction = cut < 0 ? '' : text.slice(cut + 1);
  const value = Number(whole) * 10_000 + Number(fraction.slice(0, 4).padEnd(4, '0'));
  return value > LARGEST ? UNREADABLE : withRest(value, /[1-9]/.test(fraction.slice(4)));
}

function withRest(value: number, rest: boolean): TenThousandths {
  return rest && value < LARGEST_WITH_HALF ? value + 0.5 : value;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
