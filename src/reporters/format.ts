import { grouped, type Lang } from '../i18n/words.js';
import type { Cell, Currency, Quantity, Unit } from '../model/report.js';
import { isoDay, isoTime } from '../util/calendar.js';
import { decimalText, fixed, separated } from '../util/decimal.js';
import { sanitise } from '../util/sanitise.js';
import { type KeyPlace, onPage, valueLabel } from './labels.js';

/** How a number is written for people: digits, separators, signs. */
export type Writer = (value: number, lang: Lang, currency: Currency) => string;
type Numeric = Quantity['unit'];

/** "Cannot be computed". */
export const NOTHING = '–';

/** In tables: money with all its decimals, rates to 0.1 %, days without a word (the header says it). */
export const exactly: Readonly<Record<Numeric, Writer>> = {
  money: (value, _lang, currency) => money(value, currency),
  price: (value, _lang, currency) => money(value, currency),
  count: (value) => fixed(value, 0),
  number: (value) => fixed(value, 2),
  ratio: (value) => `${fixed(value * 100, 1)}%`,
  days: (value) => fixed(value, Number.isInteger(value) ? 0 : 1),
  date: (value) => isoDay(value),
  time: (value) => isoTime(value),
};

/** Among figures of other units: as in tables, but days carry their word. */
export const named: Readonly<Record<Numeric, Writer>> = {
  ...exactly,
  days: (value, lang, currency) => onPage('days', lang, { value: exactly.days(value, lang, currency) }),
};

/** Key figures: large sums in 万 and 亿, or k and M. */
export const briefly: Readonly<Record<Numeric, Writer>> = { ...named, money: (...given) => shortMoney(...given) };

/** What a figure was made from: as key figures, but sums from a thousand on without decimals. */
export const roughly: Readonly<Record<Numeric, Writer>> = { ...briefly, money: (...given) => roughMoney(...given) };

/** A quantity among others where exactness would only distract: large sums in 万 or k, from ten on without decimals. */
export function roughCell({ value, unit }: Quantity, lang: Lang, currency: Currency): string {
  if (unit === 'price' || unit === 'money') return roughMoney(Math.round(value), lang, currency);
  if (unit === 'number' && Math.abs(value) >= 10) return fixed(value, 0);
  return named[unit](value, lang, currency);
}

/** A cell for people, safe to show. A key of a text column is written in the reader's language. */
export function cellText(cell: Cell, unit: Unit, lang: Lang, currency: Currency, place?: KeyPlace): string {
  if (cell === null) return NOTHING;
  if (typeof cell === 'string') return unit === 'name' ? sanitise(cell) : valueLabel(cell, lang, place);
  if (typeof cell === 'object') return named[cell.unit](cell.value, lang, currency);
  if (unit === 'text' || unit === 'name' || unit === 'any') return grouped(cell);
  return exactly[unit](cell, lang, currency);
}

/**
 * The cells of a column for people. Days get one decimal in all rows or in none, so that digits stand under digits.
 */
export function columnTexts(
  cells: readonly Cell[],
  unit: Unit,
  lang: Lang,
  currency: Currency,
  place?: KeyPlace,
): readonly string[] {
  const tenths = unit === 'days' && cells.some(hasTenths);
  return cells.map((cell) =>
    tenths && typeof cell === 'number' ? fixed(cell, 1) : cellText(cell, unit, lang, currency, place),
  );
}

/** Whether a duration has a part of a day: then its column is written with one decimal. */
export function hasTenths(cell: Cell): boolean {
  return typeof cell === 'number' && !Number.isInteger(cell);
}

/** Signs that are one column wide everywhere; other currencies show their code. */
const signs: Readonly<Record<string, string>> = {
  CNY: '\u00a5',
  JPY: 'JP\u00a5',
  USD: '$',
  HKD: 'HK$',
  TWD: 'NT$',
  GBP: '\u00a3',
};

interface Step {
  readonly word: string;
  readonly by: number;
  readonly decimals: number;
  /** Taken from here on, after rounding to `grain`: 99,999,999.99 is 1.00亿, not 10,000.0万. */
  readonly from: number;
  readonly grain: number;
}

const steps: Readonly<Record<Lang, readonly Step[]>> = {
  zh: [
    { word: '亿', by: 1e8, decimals: 2, from: 1e8, grain: 1e3 },
    { word: '万', by: 1e4, decimals: 1, from: 1e4, grain: 1e-2 },
  ],
  en: [
    { word: 'M', by: 1e6, decimals: 2, from: 1e6, grain: 1e2 },
    { word: 'k', by: 1e3, decimals: 1, from: 1e4, grain: 1e-2 },
  ],
};

function money(minor: number, currency: Currency): string {
  if (Number.isInteger(minor)) return signed(separated(decimalText(minor, currency.decimals)), currency);
  return signed(fixed(minor / 10 ** currency.decimals, currency.decimals), currency);
}

/** An amount in 万 or 亿, k or M, without its sign; smaller ones in full. */
export function largeAmount(minor: number, lang: Lang, { decimals }: Currency): string {
  const major = minor / 10 ** decimals;
  const step = steps[lang].find(({ from, grain }) => Math.round(Math.abs(major) / grain) * grain >= from);
  return step === undefined ? fixed(major, decimals) : fixed(major / step.by, step.decimals) + step.word;
}

function shortMoney(minor: number, lang: Lang, currency: Currency): string {
  const text = largeAmount(minor, lang, currency);
  return /\d$/.test(text) ? money(minor, currency) : signed(text, currency);
}

function roughMoney(minor: number, lang: Lang, currency: Currency): string {
  const major = minor / 10 ** currency.decimals;
  const isBetween = Math.abs(major) >= 1e3 && Math.abs(major) < 1e4;
  return isBetween ? signed(fixed(major, 0), currency) : shortMoney(minor, lang, currency);
}

/** What stands before an amount: the sign, or the code and a blank. */
export function currencySign({ code }: Currency): string {
  return (Object.hasOwn(signs, code) ? signs[code] : undefined) ?? `${sanitise(code)} `;
}

function signed(text: string, currency: Currency): string {
  const sign = currencySign(currency);
  return text.startsWith('-') ? `-${sign}${text.slice(1)}` : sign + text;
}
