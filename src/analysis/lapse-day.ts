import type { AnalysisInput } from './metric.js';
import { remembered } from './remembered.js';
import { kaplanMeier, type Survival } from './statistics/kaplan-meier.js';

/** After how many days without a purchase a repeat customer counts as lapsed. */
export interface LapsePoint {
  /** At least 1. */
  readonly days: number;
  /** Gaps after the 2nd and later purchases that were closed by a purchase, and those still open at the as-of day. */
  readonly closed: number;
  readonly open: number;
  /** False: too few closed gaps, `days` is the stated default. */
  readonly estimated: boolean;
}

/** Closed gaps below which no curve is trusted, and the days taken then. */
const FEWEST_GAPS = 50;
const DEFAULT_DAYS = 180;

/** The part of all returns that are to have come by the lapse point. */
const RETURNED = 0.8;

/**
 * Lapse point: the smallest t with 1 − S(t) ≥ 0.8·(1 − S(t_max)), S the Kaplan-Meier curve of the gaps after the 2nd
 * and later purchases, open gaps censored at the as-of day, t_max the last closing. Gaps are whole days, so t needs no
 * rounding; t = 0 (only orders of one day counted as purchases of their own) gives 1. Left truncation does no harm: a
 * gap after the 2nd purchase seen is one after the 2nd or a later one. Linear.
 */
export const lapsePointOf = remembered(found);

function found(input: AnalysisInput): LapsePoint {
  const { history, scope } = input;
  const span = scope.observed === null ? 0 : scope.observed.to - scope.observed.from + 1;
  const closings = new Int32Array(span);
  const censored = new Int32Array(span);
  let closed = 0;
  let open = 0;
  for (let customer = 0; customer < history.customers; customer++) {
    const last = history.offsets[customer + 1]! - 1;
    const second = history.offsets[customer]! + 1;
    for (let purchase = second; purchase < last; purchase++) {
      closings[history.day[purchase + 1]! - history.day[purchase]!]!++;
      closed++;
    }
    if (last < second) continue;
    censored[scope.asOf - history.day[last]!]!++;
    open++;
  }
  if (closed < FEWEST_GAPS) return { days: DEFAULT_DAYS, closed, open, estimated: false };
  return { days: Math.max(1, dayOfReturns(kaplanMeier(closings, censored))), closed, open, estimated: true };
}

function dayOfReturns({ steps }: Survival): number {
  const all = 1 - steps[steps.length - 1]!.survival;
  return steps.find((step) => 1 - step.survival >= RETURNED * all)!.time;
}
