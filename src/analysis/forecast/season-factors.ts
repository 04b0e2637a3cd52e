import type { Day } from '../../util/calendar.js';
import { MONTHS, seasonPartOf, seasonParts } from './season-parts.js';

/** Purchases of a part of the year (a month, or an event within months) and those of an even year. */
export interface SeasonPartFactor {
  /** One of `seasonParts`. */
  readonly part: string;
  /** Months: times the even rate. Events: times the rate of their month. */
  readonly factor: number;
  readonly purchases: number;
  /** Expected without the factor. */
  readonly even: number;
}

export interface SeasonFactors {
  readonly parts: readonly SeasonPartFactor[];
  /** Whether the year is uneven beyond chance (1 %). */
  readonly isVisible: boolean;
  /** The factor of a day, above 0; not yet of mean 1. */
  readonly of: (day: Day) => number;
}

/** Counts of months in blocks of 365 days, ordinary days and events apart. */
interface Cells {
  readonly bought: readonly Float64Array[];
  readonly even: readonly Float64Array[];
}

/** An event counts as known when as many purchases as these lie in it: a handful of them is drawn to its month. */
const EVENT_PRIOR = 30;

const LEAST = 0.05;
const YEAR = 365;

/**
 * Factors from purchases and the even expectation of days `from` …: month factors r by iterated proportional fitting of
 * month × 365-day block (a level of its own for each block, so that growth is no season), drawn towards 1 by empirical
 * Bayes: 1 + w (r − 1), w = τ² ÷ (τ² + φ ÷ E), τ² the spread of the months beyond chance (DerSimonian & Laird 1986), φ
 * the Pearson dispersion of the cells, at least 1. Events then multiply their month by (n + 30) ÷ (E + 30). Visible: χ² of
 * months and events over φ beyond its 99 % point. Own definition.
 */
export function seasonFactors(from: Day, bought: Float64Array, even: Float64Array): SeasonFactors {
  const cells = cellsOf(from, bought, even);
  const { month, levels, purchases, expected } = fitMonths(cells);
  const phi = dispersion(cells, month, levels);
  const chance = expected.reduce((sum, E, m) => sum + (E * (month[m]! - 1) ** 2) / phi, 0);
  const spread = spreadOf(expected, chance, phi);
  const drawn = month.map((r, m) => {
    const E = expected[m]!;
    return E > 0 ? Math.max(LEAST, 1 + (spread / (spread + phi / E)) * (r - 1)) : 1;
  });
  const events = eventsOf(from, bought, even, drawn, levels);
  const seen = events.filter(({ even: E }) => E > 0);
  const further = seen.reduce((sum, { purchases: n, even: E }) => sum + (n - E) ** 2 / (E * phi), 0);
  const parts = [
    ...drawn.map((factor, m) => ({ part: seasonParts[m]!, factor, purchases: purchases[m]!, even: expected[m]! })),
    ...events,
  ];
  return {
    parts,
    isVisible: chance + further > chiSquare99(MONTHS - 1 + seen.length),
    of: (day) => {
      const { month: m, event } = seasonPartOf(day);
      return parts[m]!.factor * (event === null ? 1 : parts[event]!.factor);
    },
  };
}

function cellsOf(from: Day, bought: Float64Array, even: Float64Array): Cells {
  const blocks = Math.ceil(bought.length / YEAR);
  const empty = () => Array.from({ length: blocks }, () => new Float64Array(MONTHS));
  const cells = { bought: empty(), even: empty() };
  for (let at = 0; at < bought.length; at++) {
    const { month, event } = seasonPartOf(from + at);
    if (event !== null) continue;
    const block = blockOf(at, bought.length);
    cells.bought[block]![month]! += bought[at]!;
    cells.even[block]![month]! += even[at]!;
  }
  return cells;
}

/** Blocks count back from the last day. */
function blockOf(at: number, days: number): number {
  return Math.floor((days - 1 - at) / YEAR);
}

/** Month factors of mean 1 (weighted by what is expected), block levels, and the sums of the months. */
function fitMonths({ bought, even }: Cells) {
  let month = new Float64Array(MONTHS).fill(1);
  let levels = new Float64Array(bought.length).fill(1);
  const at = (values: readonly Float64Array[], m: number, scale: (block: number) => number) =>
    values.reduce((sum, block, index) => sum + block[m]! * scale(index), 0);
  const purchases = month.map((_, m) => at(bought, m, () => 1));
  for (let round = 0; round < 30; round++) {
    month = month.map((_, m) =>
      ratio(
        purchases[m]!,
        at(even, m, (block) => levels[block]!),
      ),
    );
    levels = levels.map((_, block) =>
      ratio(
        bought[block]!.reduce((sum, n) => sum + n, 0),
        even[block]!.reduce((sum, E, m) => sum + E * month[m]!, 0),
      ),
    );
  }
  const expected = month.map((_, m) => at(even, m, (block) => levels[block]!));
  const whole = expected.reduce((sum, E) => sum + E, 0);
  const mean = whole > 0 ? month.reduce((sum, r, m) => sum + r * expected[m]!, 0) / whole : 1;
  const scale = mean > 0 ? mean : 1;
  return {
    month: [...month].map((r) => r / scale),
    levels: levels.map((level) => level * scale),
    purchases,
    expected: [...expected].map((E) => E * scale),
  };
}

function ratio(bought: number, expected: number): number {
  return expected > 0 ? bought / expected : 1;
}

/** Pearson's χ² of the cells ÷ degrees of freedom, at least 1; 1 where nothing is left to judge by. */
function dispersion({ bought, even }: Cells, month: readonly number[], levels: Float64Array): number {
  let [sum, cells] = [0, 0];
  for (const [block, level] of levels.entries()) {
    for (const [m, r] of month.entries()) {
      const expected = even[block]![m]! * level * r;
      if (!(expected > 0)) continue;
      sum += (bought[block]![m]! - expected) ** 2 / expected;
      cells++;
    }
  }
  const free = cells - MONTHS - levels.length + 1;
  return free > 0 ? Math.max(1, sum / free) : 1;
}

/** τ²: how much the months differ beyond what chance would make of equal ones. */
function spreadOf(expected: readonly number[], chance: number, phi: number): number {
  const sum = expected.reduce((all, E) => all + E, 0);
  const squares = expected.reduce((all, E) => all + E * E, 0);
  const weight = sum > 0 ? sum - squares / sum : 0;
  return weight > 0 ? Math.max(0, (chance - (MONTHS - 1)) * phi) / weight : 0;
}

function eventsOf(
  from: Day,
  bought: Float64Array,
  even: Float64Array,
  months: readonly number[],
  levels: Float64Array,
): readonly SeasonPartFactor[] {
  const found = seasonParts.slice(MONTHS).map((part) => ({ part, factor: 1, purchases: 0, even: 0 }));
  for (let at = 0; at < bought.length; at++) {
    const { month, event } = seasonPartOf(from + at);
    if (event === null) continue;
    const one = found[event - MONTHS]!;
    one.purchases += bought[at]!;
    one.even += even[at]! * months[month]! * levels[blockOf(at, bought.length)]!;
  }
  return found.map((one) => ({ ...one, factor: (one.purchases + EVENT_PRIOR) / (one.even + EVENT_PRIOR) }));
}

/** The 99 % point of χ², to three digits (Wilson & Hilferty 1931). */
function chiSquare99(free: number): number {
  const part = 2 / (9 * free);
  return free * (1 - part + 2.326_347_874 * Math.sqrt(part)) ** 3;
}
