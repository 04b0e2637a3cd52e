import type { Day } from '../util/calendar.js';
import type { Random } from '../util/random.js';
import type { Person } from './people.js';
import { festivalAfter } from './season.js';

/** Days between purchases of a customer of rate 1. */
const MEAN_GAP = 95;

/**
 * The day of the next visit after one on `day`, or null when the customer leaves for good. Someone who never paid
 * mostly tries again within a day; others come back after an exponential time of their own rate, sooner for tea that
 * is drunk up, and some wait for the sale when one is near.
 */
export function nextVisit(random: Random, buyer: Person, day: Day, paid: boolean, comesBack: number): Day | null {
  if (!paid) return random.chance(0.6) ? day + random.below(2) : null;
  const stays = Math.min(0.97, (1 - buyer.leaves) * comesBack);
  if (!random.chance(stays)) return null;
  if (random.chance(0.04)) return day;
  const gap = 2 + Math.floor((random.exponential() * MEAN_GAP) / Math.max(0.05, buyer.rate));
  const due = day + Math.min(gap, 3000);
  const festival = festivalAfter(due, 14);
  return festival !== null && random.chance(0.4) ? festival : due;
}

/** Who comes back on which day: all that is remembered between days. Grows with the customers still expected. */
export class VisitBook {
  readonly #days = new Map<Day, number[]>();

  constructor(readonly last: Day) {}

  /** Notes the n-th visit of a customer; visits after the last day are forgotten. */
  add(day: Day, customer: number, visit: number): void {
    if (day > this.last) return;
    const list = this.#days.get(day);
    if (list === undefined) this.#days.set(day, [customer, visit]);
    else list.push(customer, visit);
  }

  /** Takes the visits of a day: customer, visit, customer, visit … More may be pushed while it is walked. */
  take(day: Day): number[] {
    const list = this.#days.get(day) ?? [];
    this.#days.set(day, list);
    return list;
  }

  /** Forgets a day; visits not taken up by `used` entries wait for the next day. */
  close(day: Day, used: number): void {
    const list = this.#days.get(day) ?? [];
    this.#days.delete(day);
    for (let index = used; index < list.length; index += 2) this.add(day + 1, list[index]!, list[index + 1]!);
  }
}
