import { dayOf } from '../../../util/calendar.js';
import { textAt } from './cell-text.js';

const decoder = new TextDecoder('latin1');
const EXACT = 2 ** 53;
const powers = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));

/**
 * The number written in a range of XML characters; NaN where it is none. Up to 15 digits with a point are exact as
 * integer over a power of ten (both exact, one division); everything else goes through the runtime's own parser.
 */
export function numberAt(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  const negative = bytes[at] === 45;
  if (negative) at++;
  let value = 0;
  let digits = 0;
  let decimals = -1;
  for (; at < to; at++) {
    const digit = bytes[at]! - 48;
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      digits++;
      if (decimals >= 0) decimals++;
    } else if (digit === -2 && decimals < 0) decimals = 0;
    else return slowNumber(bytes, from, to);
  }
  if (digits === 0 || digits > 18 || value >= EXACT || decimals > 22) return slowNumber(bytes, from, to);
  const number = decimals > 0 ? value / powers[decimals]! : value;
  return negative ? -number : number;
}

function slowNumber(bytes: Uint8Array, from: number, to: number): number {
  const text = decoder.decode(bytes.subarray(from, to)).trim();
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
}

const SERIAL_OF_1970 = 25_569;

/** The serial, in the system of 1900, of a date in words: `2018-01-01T06:00:00`, as written and without its zone; NaN where it is none. */
export function serialOfDate(text: string): number {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?(?:Z|[+-]\d\d:?\d\d)?)?$/.exec(
    text.trim(),
  );
  if (match === null) return Number.NaN;
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = match;
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  return dayOf(Number(year), Number(month), Number(day)) + SERIAL_OF_1970 + seconds / 86_400;
}

/** Whether a logical value says yes: 1, else 0. */
export function truthAt(bytes: Uint8Array, from: number, to: number): number {
  return Number(/^\s*(?:1|true)/i.test(textAt(bytes, from, to)));
}
