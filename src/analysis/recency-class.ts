import { addMonths, type Day } from '../util/calendar.js';

/** The five classes by months since the last purchase, the most recent first: the key, and its older boundary. */
const byMonths = [
  { key: 'hot', months: 1 },
  { key: 'warm', months: 3 },
  { key: 'sleeping', months: 6 },
  { key: 'aboutToLeave', months: 12 },
  { key: 'lost', months: null },
] as const;

/** The classes that together are "active". */
export const activeClasses: readonly string[] = ['hot', 'warm'];

/** A class of customers by the day of their last purchase; both days belong to it. */
export interface RecencyClass {
  readonly key: string;
  /** Null: no earliest day. */
  readonly from: Day | null;
  readonly to: Day;
}

/**
 * The classes at an as-of day, the most recent first; every day up to it is in exactly one. Without edges the five by
 * calendar months: a boundary is the day k months before, clamped to the month's length. With edges by days since the
 * last purchase: `d0-30`, `d31-60` … `d366+`.
 */
export function recencyClasses(asOf: Day, edges: readonly number[] | null): readonly RecencyClass[] {
  return edges === null ? monthClasses(asOf) : dayClasses(asOf, edges);
}

function monthClasses(asOf: Day): readonly RecencyClass[] {
  let to = asOf;
  return byMonths.map(({ key, months }) => {
    const from = months === null ? null : addMonths(asOf, -months);
    const found = { key, from, to };
    to = (from ?? to) - 1;
    return found;
  });
}

function dayClasses(asOf: Day, edges: readonly number[]): readonly RecencyClass[] {
  const starts = [0, ...edges.map((edge) => edge + 1)];
  return starts.map((start, index) => {
    const edge = edges[index];
    const key = edge === undefined ? `d${start}+` : `d${start}-${edge}`;
    return { key, from: edge === undefined ? null : asOf - edge, to: asOf - start };
  });
}

/** Place of the class that holds a day. */
export function classAt(classes: readonly RecencyClass[], lastDay: Day): number {
  return classes.findIndex(({ from }) => from === null || lastDay >= from);
}

/** The class of a customer whose last purchase was on `lastDay`, not after `asOf`. */
export function recencyClassOf(lastDay: Day, asOf: Day, edges: readonly number[] | null): string {
  const classes = recencyClasses(asOf, edges);
  return classes[classAt(classes, lastDay)]!.key;
}
