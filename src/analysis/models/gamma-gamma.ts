import type { ParameterEstimate } from './customer-model.js';
import { maximumLikelihood, type Optimum } from './fit.js';
import { estimates, naturalCovariance } from './fit-model.js';
import { gammaGammaLikelihood } from './gamma-gamma-likelihood.js';
import type { RepeatSpend } from './inputs.js';
import type { Matrix } from './matrix.js';
import type { LimitName, Problem } from './problem.js';
import { type Spenders, spenders } from './spenders.js';

/** Expected spend per purchase of a customer with x repeat purchases of mean `mean` (0 and 0 for a one-time buyer). */
export type ExpectedSpend = (x: number, mean: number) => number;

export interface SpendFit {
  /** `no-mean`: q ≤ 1, so the model has no mean; `expected` is then the median of the repeat spend, for everybody. */
  readonly state: 'converged' | 'at-infinity' | 'no-mean';
  readonly limits: readonly LimitName[];
  readonly parameters: readonly ParameterEstimate[];
  readonly logLikelihood: number;
  /** Customers with x ≥ 1 and a mean above zero. */
  readonly repeaters: number;
  /** Pearson correlation of x and mean: the model takes them as unrelated. null where one does not vary. */
  readonly correlation: number | null;
  readonly covariance: Matrix | null;
  readonly expected: ExpectedSpend;
}

export interface NoSpendFit {
  readonly state: 'not-fittable';
  readonly reason: 'no-repeaters';
  readonly repeaters: number;
}

const LARGEST = Math.log(1e6);

/** Coordinates: ln(p v ÷ q), ln p, ln q. */
const shape: Omit<Problem, 'likelihood' | 'rough'> = {
  mixing: [
    [0, 1, 0],
    [0, 0, 1],
    [1, -1, 1],
  ].map((row) => Float64Array.from(row)),
  box: { low: [-30, Math.log(1e-6), Math.log(1e-4)], high: [30, LARGEST, LARGEST] },
  limits: [
    { coordinate: 1, side: 'high', name: 'steady-spend', holds: [0, 2] },
    { coordinate: 2, side: 'high', name: 'equal-spend', holds: [1, 2] },
  ],
  starts: [
    [0, Math.log(5), Math.log(3)],
    [0, 0, Math.log(2)],
    [0, Math.log(30), Math.log(10)],
    [0, Math.log(2), Math.log(40)],
  ],
};

/**
 * Gamma-Gamma. The spend of a purchase varies around the customer's own mean by a gamma law (shape p, rate ν), and the
 * ν of customers by another (shape q, rate v). Fitted on the means of repeat purchases; money in whole units of the
 * currency, as the means come. Source: Fader & Hardie 2013, "The gamma-gamma model of monetary value".
 */
export function fitGammaGamma(spend: RepeatSpend): SpendFit | NoSpendFit {
  const buyers = spenders(spend);
  if (buyers.repeaters === 0) return { state: 'not-fittable', reason: 'no-repeaters', repeaters: 0 };
  const likelihood = gammaGammaLikelihood(buyers.rows);
  const rough = buyers.rough === buyers.rows ? likelihood : gammaGammaLikelihood(buyers.rough);
  const found = maximumLikelihood({ ...shape, likelihood, rough });
  const [p, q, scaled] = found.parameters;
  const v = scaled * buyers.scale;
  const noMean = q <= 1;
  return {
    state: noMean ? 'no-mean' : found.limits.length > 0 ? 'at-infinity' : 'converged',
    limits: found.limits,
    parameters: estimates(['p', 'q', 'v'], [p, q, v], found),
    logLikelihood: logLikelihoodOf(found, buyers),
    repeaters: buyers.repeaters,
    correlation: buyers.correlation,
    covariance: naturalCovariance([p, q, v], found),
    expected: noMean ? () => buyers.median : expectedSpend(p, q, v),
  };
}

/**
 * E[spend | x, mean] = p (v + x mean) ÷ (p x + q − 1): the customer's own mean drawn towards that of all, the less the
 * more he has bought; p v ÷ (q − 1) for a one-time buyer. Needs q > 1. Fader & Hardie 2013.
 */
export function expectedSpend(p: number, q: number, v: number): ExpectedSpend {
  return (x, mean) => (p * (v + x * mean)) / (p * x + q - 1);
}

/** A density of money: one factor of the scale for every customer. */
function logLikelihoodOf(found: Optimum, { repeaters, scale }: Spenders): number {
  return found.logLikelihood - repeaters * Math.log(scale);
}
