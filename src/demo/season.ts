import { type Civil, civilOf, type Day, dayOf, weekdayOf } from '../util/calendar.js';

/** First days of the Chinese year, as month and day. */
const newYears: Readonly<Record<number, readonly [number, number]>> = {
  2018: [2, 16],
  2019: [2, 5],
  2020: [1, 25],
  2021: [2, 12],
  2022: [2, 1],
  2023: [1, 22],
  2024: [2, 10],
  2025: [1, 29],
  2026: [2, 17],
  2027: [2, 6],
  2028: [1, 26],
  2029: [2, 13],
  2030: [2, 3],
};

/** Orders a day against an ordinary day, by month and day (mmdd): the shopping festivals and the lull before one. */
const festivals: readonly (readonly [from: number, to: number, weight: number])[] = [
  [306, 307, 1.4],
  [308, 308, 2.4],
  [601, 603, 1.6],
  [616, 617, 2.2],
  [618, 618, 5.5],
  [1021, 1031, 0.7],
  [1101, 1103, 2.4],
  [1110, 1110, 1.6],
  [1111, 1111, 9],
  [1112, 1112, 2],
  [1212, 1212, 3],
];

const weekdays = [1.05, 1.02, 1, 1, 0.98, 0.95, 1.04] as const;

/** How many orders a day attracts against an ordinary one: week, festivals, the quiet of the Chinese New Year. */
export function seasonWeight(day: Day): number {
  const civil = civilOf(day);
  const date = civil.month * 100 + civil.day;
  const festival = festivals.find(([from, to]) => date >= from && date <= to)?.[2] ?? 1;
  return festival * newYearWeight(day, civil) * (weekdays[weekdayOf(day) - 1] ?? 1);
}

/** Gifts are bought from 30 days before until parcels stop; then hardly anything until the eighth day of the year. */
function newYearWeight(day: Day, civil: Civil): number {
  const newYear = newYears[civil.year];
  if (newYear === undefined) return 1;
  const distance = day - dayOf(civil.year, newYear[0], newYear[1]);
  if (distance < -30 || distance > 14) return 1;
  if (distance < -8) return 1.7;
  if (distance < -3) return 0.7;
  return distance <= 7 ? 0.22 : 0.75;
}

/** The next festival with a presale (6.18 or 11.11) that lies 1 to `within` days after the day, or null. */
export function festivalAfter(day: Day, within: number): Day | null {
  const { year } = civilOf(day);
  for (const festival of [dayOf(year, 6, 18), dayOf(year, 11, 11)]) {
    if (festival > day && festival - day <= within) return festival;
  }
  return null;
}

/**
 * Orders of each day of a span, summing exactly to `orders`: the season times a growth from 0.6 to 1.6 over the span,
 * rounded along the running total.
 */
export function ordersByDay(from: Day, to: Day, orders: number): Float64Array {
  const days = to - from + 1;
  const running = new Float64Array(days);
  let total = 0;
  for (let index = 0; index < days; index++) {
    total += seasonWeight(from + index) * (0.6 + index / days);
    running[index] = total;
  }
  const counts = new Float64Array(days);
  let before = 0;
  for (let index = 0; index < days; index++) {
    const upTo = index === days - 1 ? orders : Math.floor((running[index]! / total) * orders);
    counts[index] = upTo - before;
    before = upTo;
  }
  return counts;
}
