import { UNREADABLE } from './outcome.js';
import { DAY_PRECISION, MINUTE_PRECISION, SECOND_PRECISION, type Stamp, stampOf } from './stamp.js';

/** Beginnings of month names in English, German, French, Spanish and Italian, without accents. */
const months: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen'],
  ['feb', 'fev'],
  ['mar', 'mrz'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai', 'mag'],
  ['jun', 'juin', 'giu'],
  ['jul', 'juil', 'lug'],
  ['aug', 'aou', 'ago'],
  ['sep', 'set'],
  ['oct', 'okt', 'ott'],
  ['nov'],
  ['dec', 'dez', 'dic'],
];
const clock = '(?:,? +(\\d{1,2}):(\\d{2})(?::(\\d{2}))?)?';
const monthFirst = new RegExp(`^([a-z]{3,9})\\.?[- ](\\d{1,2})(?:-|, ?| )(\\d{4}|\\d{2})${clock}$`);
const dayFirst = new RegExp(`^(\\d{1,2})\\.?[- ]([a-z]{3,9})\\.?[- ](\\d{4}|\\d{2})${clock}$`);

/**
 * A time whose month is a word: `Sep-18-26`, `26-May-26`, `10-Dez-25`, `05-oct.-26`, `26 Jul 2023 09:32`, `Jul 26, 2023`.
 * A year of two digits is of this century. `text` is after NFKC.
 */
export function timeFromNamedMonth(text: string): Stamp {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const first = monthFirst.exec(plain);
  const match = first ?? dayFirst.exec(plain);
  if (match === null) return UNREADABLE;
  const [name, day] = first === null ? [match[2], match[1]] : [match[1], match[2]];
  const month = monthOf(name ?? '');
  if (month === 0) return UNREADABLE;
  const year = Number(match[3]) + (match[3]?.length === 2 ? 2000 : 0);
  const [hour, minute, second] = match.slice(4);
  const precision = hour === undefined ? DAY_PRECISION : second === undefined ? MINUTE_PRECISION : SECOND_PRECISION;
  return stampOf(year, month, Number(day), Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0), precision);
}

/** From 1; 0 for a word that is no month. */
function monthOf(name: string): number {
  return months.findIndex((starts) => starts.some((start) => name.startsWith(start))) + 1;
}
