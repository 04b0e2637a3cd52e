import { type Interval, Z95 } from './wilson.js';

/** One day with an event. `greenwood` is Σ d ÷ (n·(n − d)) up to the day, Infinity once the survival is 0. */
export interface SurvivalStep {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  readonly survival: number;
  readonly greenwood: number;
}

/** A survival curve over whole days. */
export interface Survival {
  readonly steps: readonly SurvivalStep[];
  /** By day: how many were neither closed nor censored before it. */
  readonly atRisk: Int32Array;
  /** Longest follow-up: the last day with an event or a censoring; −1 when nobody was followed. */
  readonly last: number;
}

/**
 * Kaplan-Meier curve from the number of events and of censorings on day 0, 1, 2 … (two arrays of one length).
 * Events come before censorings of the same day. Linear in the days.
 * Source: E. L. Kaplan & P. Meier, "Nonparametric estimation from incomplete observations", JASA 53 (1958).
 */
export function kaplanMeier(events: Int32Array, censored: Int32Array): Survival {
  const atRisk = new Int32Array(events.length);
  let left = 0;
  let last = -1;
  for (let time = events.length - 1; time >= 0; time--) {
    left += events[time]! + censored[time]!;
    if (left > 0 && last < 0) last = time;
    atRisk[time] = left;
  }
  const steps: SurvivalStep[] = [];
  let survival = 1;
  let greenwood = 0;
  for (let time = 0; time <= last; time++) {
    const d = events[time]!;
    if (d === 0) continue;
    const n = atRisk[time]!;
    survival *= 1 - d / n;
    greenwood += d / (n * (n - d));
    steps.push({ time, atRisk: n, events: d, survival, greenwood });
  }
  return { steps, atRisk, last };
}

/** The step in force on a day: the last one not after it; null before the first, where the survival is 1. */
export function stepAt(curve: Survival, time: number): SurvivalStep | null {
  let low = 0;
  let high = curve.steps.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (curve.steps[middle]!.time <= time) low = middle + 1;
    else high = middle;
  }
  return curve.steps[low - 1] ?? null;
}

/** The first day on which at most half are left; null when the curve never gets there. */
export function medianTime(curve: Survival): number | null {
  return curve.steps.find((step) => step.survival <= 0.5)?.time ?? null;
}

/**
 * 95 % interval of the survival on the log(−log) scale with Greenwood's variance; null while the survival is 1 or 0,
 * where it does not exist.
 * Source: J. D. Kalbfleisch & R. L. Prentice, "The Statistical Analysis of Failure Time Data" (1980), §1.3; variance by
 * M. Greenwood (1926).
 */
export function logLogInterval(step: SurvivalStep | null): Interval | null {
  if (step === null || step.survival >= 1 || step.survival <= 0) return null;
  const log = Math.log(step.survival);
  const spread = (Z95 * Math.sqrt(step.greenwood)) / Math.abs(log);
  // Not `**`: the engines' powers differ in the last digit, and the same files must give the same bytes everywhere.
  return { low: Math.exp(log * Math.exp(spread)), high: Math.exp(log * Math.exp(-spread)) };
}
