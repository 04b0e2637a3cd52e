import { type Day, parseIsoDay } from '../../src/util/calendar.js';
import type { Shop } from './drawn.js';

/** The day written `2024-02-29`. */
export function day(text: string): Day {
  const parsed = parseIsoDay(text);
  if (parsed === null) throw new Error(`no day ${text}`);
  return parsed;
}

/** A shop whose customers each bought for 100.00 on some dates, up to an as-of date: `bought('2024-03-31', { ann: '2024-01-05 2024-03-01' })`. */
export function bought(asOf: string, customers: Readonly<Record<string, string>>): Shop {
  const orders = Object.entries(customers).flatMap(([customer, dates]) =>
    dates
      .split(' ')
      .filter((date) => date !== '')
      .map((date) => ({ customer, day: day(date) })),
  );
  return { orders, asOf: day(asOf) };
}
