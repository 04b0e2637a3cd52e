import { civilOf, type Day, dayOf } from '../../util/calendar.js';

/** The sales festivals of Chinese shops. */
export const promotions = [
  { name: '3.8', month: 3, day: 8 },
  { name: '6.18', month: 6, day: 18 },
  { name: '11.11', month: 11, day: 11 },
  { name: '12.12', month: 12, day: 12 },
] as const;

/** Days before and after a festival that belong to it. */
export const DAYS_AROUND = 2;

/** Whether a day is one of a festival: 3.8, 6.18, 11.11, 12.12, two days before and two after. Own definition. */
export function isPromotionDay(day: Day): boolean {
  const { year } = civilOf(day);
  return promotions.some((festival) => Math.abs(day - dayOf(year, festival.month, festival.day)) <= DAYS_AROUND);
}
