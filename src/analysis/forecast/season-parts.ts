import { civilOf, type Day } from '../../util/calendar.js';
import { chineseNewYear } from '../../util/chinese-new-year.js';

/** Days of the year on which shops of the mainland sell out of the ordinary; Chinese New Year moves with the moon. */
const events = [
  { id: 'newYear', from: -10, to: 7 },
  { id: 'days38', month: 3, from: 6, to: 8 },
  { id: 'days618', month: 6, from: 15, to: 20 },
  { id: 'days1111', month: 11, from: 9, to: 12 },
  { id: 'days1212', month: 12, from: 10, to: 12 },
] as const;

export const MONTHS = 12;

/** What the factors of a season belong to: `month1` … `month12`, then the events within them. */
export const seasonParts: readonly string[] = [
  ...Array.from({ length: MONTHS }, (_, month) => `month${month + 1}`),
  ...events.map(({ id }) => id),
];

export interface SeasonPart {
  /** 0–11. */
  readonly month: number;
  /** Index into `seasonParts`; null on an ordinary day. Events do not overlap. */
  readonly event: number | null;
}

/** The month of a day, and the event it falls in. Own definition; from ten days before Chinese New Year to seven after. */
export function seasonPartOf(day: Day): SeasonPart {
  const { year, month, day: date } = civilOf(day);
  const newYear = chineseNewYear(year);
  const found = events.findIndex((event) => {
    if ('month' in event) return event.month === month && date >= event.from && date <= event.to;
    return newYear !== null && day - newYear >= event.from && day - newYear <= event.to;
  });
  return { month: month - 1, event: found < 0 ? null : MONTHS + found };
}
