import { type BetaGeometricShape, betaGeometricLikelihood } from './beta-geometric-likelihood.js';
import type { AnyModelId, CustomerModel, Predictions } from './customer-model.js';
import { fitModel, type ModelFamily } from './fit-model.js';
import { purchasesWhileAlive } from './purchases-while-alive.js';
import { regularPurchases } from './regular-purchases.js';
import type { Row } from './rows.js';
import { waitingSum } from './waiting.js';

/** ln of the largest and smallest shape the fit looks at: beyond, the limit model says the same to six digits. */
const LARGEST = Math.log(1e6);
const SMALLEST = Math.log(1e-6);

/** Coordinates: ln(r ÷ α), ln r, ln(a ÷ b), ln b. */
const problem: ModelFamily['problem'] = {
  mixing: [
    [0, 1, 0, 0],
    [-1, 1, 0, 0],
    [0, 0, 1, 1],
    [0, 0, 0, 1],
  ].map((row) => Float64Array.from(row)),
  box: { low: [-18, SMALLEST, SMALLEST, SMALLEST], high: [18, LARGEST, LARGEST, LARGEST] },
  limits: [
    { coordinate: 2, side: 'low', name: 'no-dropout', holds: [2, 3] },
    { coordinate: 1, side: 'high', name: 'equal-rates', holds: [0, 1] },
    { coordinate: 3, side: 'high', name: 'equal-dropout', holds: [2, 3] },
    { coordinate: 3, side: 'low', name: 'at-once-or-never', holds: [2, 3] },
  ],
};

/** A beta-geometric model of customers: BG/NBD, MBG/NBD or MBG/CNBD-k for one k. */
export function betaGeometric<Id extends AnyModelId>(id: Id, shape: BetaGeometricShape): CustomerModel<Id> {
  const family: ModelFamily = {
    likelihood: (rows) => betaGeometricLikelihood(rows, shape),
    phases: shape.k,
    problem,
    starts: (rate) =>
      [
        [2, 0.5, 0.3, 2],
        [1, 1, 0.05, 1],
        [4, 0.25, 1, 1],
        [3, 3, 0.5, 5],
        [8, 0.8, 2, 0.5],
      ].map(([times = 1, ...shapes]) => [times * rate * shape.k, ...shapes].map(Math.log)),
    times: [false, true, false, false],
  };
  const model: CustomerModel<Id> = {
    id,
    parameterNames: ['r', 'alpha', 'a', 'b'],
    fit: (rows) => fitModel(model, family, rows),
    at: ([r = Number.NaN, alpha = Number.NaN, a = Number.NaN, b = Number.NaN]) => predictions(shape, r, alpha, a, b),
  };
  return model;
}

function predictions({ atStart, k }: BetaGeometricShape, r: number, alpha: number, a: number, b: number): Predictions {
  const wait = ({ x, tx }: Row, until: number): number => waitingSum(k, r + k * x, (until - tx) / (alpha + until));
  const pAlive = (row: Row): number => aliveAt(row, { atStart, k }, r, alpha, a, b, wait(row, row.T));
  const whileAlive = (t: number, { x, tx, T }: Row): number => {
    const stays = b + x + atStart;
    if (k === 1) return purchasesWhileAlive(t, r + x, alpha + T, a, stays);
    return regularPurchases(k, t, r + k * x, alpha + T, a, stays, (T - tx) / (alpha + T));
  };
  const noneAlive = (t: number, row: Row): number => {
    const log = -(r + k * row.x) * Math.log1p(t / (alpha + row.T));
    return Math.min(1, Math.exp(log) * (wait(row, row.T + t) / wait(row, row.T)));
  };
  const expected = (t: number, row: Row): number => pAlive(row) * whileAlive(t, row);
  return {
    pAlive,
    whileAlive,
    ofAgeAlone: k === 1,
    expected,
    pNone: (t, row) => 1 - pAlive(row) * (1 - noneAlive(t, row)),
    unconditional: (t) => expected(t, { x: 0, tx: 0, T: 0 }),
  };
}

/**
 * P(alive) = 1 ÷ (1 + a ÷ (b + n − 1) · ((α + T) ÷ (α + tx))ᵖ ÷ S), n = x + atStart, p = r + k x; 1 where n = 0.
 * Source: Fader, Hardie & Lee 2008 note "Computing P(alive) using the BG/NBD model"; Batislam, Denizel & Filiztekin
 * 2007, appendix A, eq. 5; Platzer & Reutterer 2016.
 */
function aliveAt(
  { x, tx, T }: Row,
  { atStart, k }: BetaGeometricShape,
  r: number,
  alpha: number,
  a: number,
  b: number,
  wait: number,
): number {
  const n = x + atStart;
  if (n === 0) return 1;
  const since = (r + k * x) * Math.log1p((T - tx) / (alpha + tx));
  return 1 / (1 + ((a / (b + n - 1)) * Math.exp(since)) / wait);
}
