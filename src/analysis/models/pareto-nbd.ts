import type { CustomerModel, Predictions } from './customer-model.js';
import { dropoutShare } from './dropout-share.js';
import { fitModel, type ModelFamily } from './fit-model.js';
import { paretoLikelihood } from './pareto-likelihood.js';
import type { Row } from './rows.js';

const LARGEST = Math.log(1e6);
const SMALLEST = Math.log(1e-6);

/** Coordinates: ln(r ÷ α), ln r, ln(s ÷ β), ln s. */
const family: ModelFamily = {
  likelihood: paretoLikelihood,
  phases: 1,
  problem: {
    mixing: [
      [0, 1, 0, 0],
      [-1, 1, 0, 0],
      [0, 0, 0, 1],
      [0, 0, -1, 1],
    ].map((row) => Float64Array.from(row)),
    box: {
      low: [-18, SMALLEST, -12, SMALLEST],
      high: [18, LARGEST, 18, LARGEST],
    },
    limits: [
      { coordinate: 2, side: 'low', name: 'no-dropout', holds: [2, 3] },
      { coordinate: 1, side: 'high', name: 'equal-rates', holds: [0, 1] },
      { coordinate: 3, side: 'high', name: 'equal-dropout', holds: [2, 3] },
      { coordinate: 3, side: 'low', name: 'at-once-or-never', holds: [2, 3] },
    ],
  },
  starts: (rate) => [
    [Math.log(2 * rate), Math.log(0.5), 0, Math.log(0.5)],
    [Math.log(rate), 0, Math.log(0.2), 0],
    [Math.log(4 * rate), Math.log(0.4), Math.log(5), Math.log(0.5)],
    [Math.log(2 * rate), Math.log(3), Math.log(1.5), Math.log(3)],
  ],
  times: [false, true, false, true],
};

/**
 * Pareto/NBD. While alive a customer buys at a rate λ ~ gamma(r, rate α); he leaves at a rate μ ~ gamma(s, rate β), at any
 * moment. Source: Schmittlein, Morrison & Colombo 1987, "Counting your customers", Management Science 33; the forms
 * used here: Fader & Hardie 2005, "A note on deriving the Pareto/NBD model and related expressions".
 */
export const paretoNbd: CustomerModel = {
  id: 'pareto-nbd',
  parameterNames: ['r', 'alpha', 's', 'beta'],
  fit: (rows) => fitModel(paretoNbd, family, rows),
  at: ([r = Number.NaN, alpha = Number.NaN, s = Number.NaN, beta = Number.NaN]) => predictions(r, alpha, s, beta),
};

function predictions(r: number, alpha: number, s: number, beta: number): Predictions {
  const pAlive = (row: Row): number => aliveAt(row, r, alpha, s, beta);
  const whileAlive = (t: number, { x, T }: Row): number => purchasesFrom(t, r + x, alpha + T, s, beta + T);
  return {
    pAlive,
    whileAlive,
    ofAgeAlone: true,
    expected: (t, row) => pAlive(row) * whileAlive(t, row),
    pNone: (t, row) => 1 - pAlive(row) * someWhileAlive(t, r + row.x, alpha + row.T, s, beta + row.T),
    unconditional: (t) => purchasesFrom(t, r, alpha, s, beta),
  };
}

/** P(alive | x, tx, T) of Schmittlein, Morrison & Colombo 1987 and Fader & Hardie's note of 2005, in the terms of `paretoLikelihood`. */
function aliveAt({ x, tx, T }: Row, r: number, alpha: number, s: number, beta: number): number {
  const p = r + x;
  const logAlive = -p * Math.log1p((T - tx) / (alpha + tx)) - s * Math.log1p((T - tx) / (beta + tx));
  const alive = Math.exp(logAlive);
  const leftAfterLast = dropoutShare(p, s, (beta + tx) / (alpha + tx));
  const leavesLater = dropoutShare(p, s, (beta + T) / (alpha + T));
  return Math.min(1, alive / Math.max(Number.MIN_VALUE, leftAfterLast + (1 - leavesLater) * alive));
}

/**
 * Expected purchases in t by a customer alive at its start: (p ÷ α) β ÷ (s − 1) · [1 − (β ÷ (β + t))^(s − 1)], the note's
 * eq. 41, written so that s = 1 is no special case: there β ln(1 + t ÷ β) p ÷ α.
 */
function purchasesFrom(t: number, p: number, alpha: number, s: number, beta: number): number {
  const log = Math.log1p(t / beta);
  const power = (1 - s) * log;
  return ((p * beta) / alpha) * log * (Math.abs(power) < 1e-12 ? 1 : Math.expm1(power) / power);
}

/**
 * P(at least one purchase in t | alive at its start) = 1 − P(X(T, T + t) = 0 | alive): the note on the conditional
 * distribution (Fader & Hardie 2014) at 0 purchases; no purchase while alive to the end, or the end before it.
 */
function someWhileAlive(t: number, p: number, alpha: number, s: number, beta: number): number {
  const toEnd = Math.exp(-p * Math.log1p(t / alpha) - s * Math.log1p(t / beta));
  const now = 1 - dropoutShare(p, s, beta / alpha);
  const later = 1 - dropoutShare(p, s, (beta + t) / (alpha + t));
  return Math.min(1, Math.max(0, now - later * toEnd));
}
