import { dropoutShareSlopes } from './dropout-share.js';
import type { IndexedRows } from './indexed-rows.js';
import type { Likelihood, Parameters } from './likelihood.js';
import { digammaRising, logRising } from './rising.js';

/** The dropout share at every different (x, time), and its derivatives in the logarithms of r, alpha, s, beta. */
interface Shares {
  readonly value: Float64Array;
  readonly slopes: readonly Float64Array[];
}

/**
 * Log-likelihood of the Pareto/NBD, parameters r, alpha, s, beta, and its derivatives in their logarithms. With h the
 * `dropoutShare` at a time, ρ = ((α + T) ÷ (α + tx))^(r + x) · ((β + T) ÷ (β + tx))ˢ, per row:
 * ln Γ(r + x) ÷ Γ(r) − x ln α − (r + x) ln(1 + tx ÷ α) − s ln(1 + tx ÷ β) + ln[h(tx) + (1 − h(T)) ÷ ρ].
 * Source: Schmittlein, Morrison & Colombo 1987; Fader & Hardie 2005, "A note on deriving the Pareto/NBD model", eq. 22–23.
 * h depends on x and one time, not on both times: it is computed once for every different pair.
 */
export function paretoLikelihood(rows: IndexedRows): Likelihood {
  const { pairs, ofTx, ofT } = pairsOf(rows);
  const shares: Shares = {
    value: new Float64Array(pairs.x.length),
    slopes: [0, 1, 2, 3].map(() => new Float64Array(pairs.x.length)),
  };
  return (parameters, gradient) => {
    fillShares(rows, pairs, parameters, shares);
    const value = sumOverRows(rows, ofTx, ofT, parameters, shares, gradient);
    return value + addTermsOfX(rows, parameters, gradient);
  };
}

function sumOverRows(
  rows: IndexedRows,
  ofTx: Int32Array,
  ofT: Int32Array,
  [r, alpha, s, beta]: Parameters,
  { value: h, slopes }: Shares,
  gradient: Float64Array,
): number {
  const byRate = rows.times.map((time) => Math.log1p(time / alpha));
  const byDeath = rows.times.map((time) => Math.log1p(time / beta));
  const [gr, ga, gs, gb] = slopes as [Float64Array, Float64Array, Float64Array, Float64Array];
  let [value, sumR, sumAlpha, sumS, sumBeta] = [0, 0, 0, 0, 0];
  for (let row = 0; row < rows.x.length; row++) {
    const [tx, T, one, other] = [rows.tx[row]!, rows.T[row]!, ofTx[row]!, ofT[row]!];
    const weight = rows.weight[row]!;
    const p = r + rows.xs[rows.x[row]!]!;
    const gapRate = byRate[T]! - byRate[tx]!;
    const gapDeath = byDeath[T]! - byDeath[tx]!;
    const alive = Math.exp(-p * gapRate - s * gapDeath);
    const inside = h[one]! + (1 - h[other]!) * alive;
    const survives = ((1 - h[other]!) * alive) / inside;
    const [shareTx, shareT] = [rows.times[tx]!, rows.times[T]!];
    const [rateTx, rateT] = [shareTx / (alpha + shareTx), shareT / (alpha + shareT)];
    const [deathTx, deathT] = [shareTx / (beta + shareTx), shareT / (beta + shareT)];
    value += weight * (Math.log(inside) - p * byRate[tx]! - s * byDeath[tx]!);
    sumR += weight * ((gr[one]! - alive * gr[other]!) / inside - r * (byRate[tx]! + survives * gapRate));
    sumAlpha += weight * ((ga[one]! - alive * ga[other]!) / inside + p * (rateTx + survives * (rateT - rateTx)));
    sumS += weight * ((gs[one]! - alive * gs[other]!) / inside - s * (byDeath[tx]! + survives * gapDeath));
    sumBeta += weight * ((gb[one]! - alive * gb[other]!) / inside + s * (deathTx + survives * (deathT - deathTx)));
  }
  gradient.set([sumR, sumAlpha, sumS, sumBeta]);
  return value;
}

function addTermsOfX(rows: IndexedRows, [r, alpha]: Parameters, gradient: Float64Array): number {
  let value = -rows.repeats * Math.log(alpha);
  for (const [place, x] of rows.xs.entries()) {
    value += rows.weightOfX[place]! * logRising(r, x);
    gradient[0]! += rows.weightOfX[place]! * r * digammaRising(r, x);
  }
  gradient[1]! -= rows.repeats;
  return value;
}

function fillShares(rows: IndexedRows, { x, time }: Pairs, [r, alpha, s, beta]: Parameters, shares: Shares): void {
  const found = new Float64Array(4);
  const [byR, byAlpha, byS, byBeta] = shares.slopes as [Float64Array, Float64Array, Float64Array, Float64Array];
  for (let pair = 0; pair < x.length; pair++) {
    const t = rows.times[time[pair]!]!;
    const w = (beta + t) / (alpha + t);
    dropoutShareSlopes(r + rows.xs[x[pair]!]!, s, w, found);
    shares.value[pair] = found[0]!;
    byR[pair] = r * found[1]!;
    byAlpha[pair] = (-found[3]! * w * alpha) / (alpha + t);
    byS[pair] = s * found[2]!;
    byBeta[pair] = (found[3]! * beta) / (alpha + t);
  }
}

/** Every different (x, time) among (x, tx) and (x, T). */
interface Pairs {
  readonly x: Int32Array;
  readonly time: Int32Array;
}

/** The pairs, and where each row finds its two. */
function pairsOf(rows: IndexedRows): { pairs: Pairs; ofTx: Int32Array; ofT: Int32Array } {
  const places = new Map<number, number>();
  const xs: number[] = [];
  const times: number[] = [];
  const placeOf = (x: number, time: number): number => {
    const key = x * rows.times.length + time;
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, xs.length);
    times.push(time);
    return xs.push(x) - 1;
  };
  const ofTx = rows.tx.map((time, row) => placeOf(rows.x[row]!, time));
  const ofT = rows.T.map((time, row) => placeOf(rows.x[row]!, time));
  return { pairs: { x: Int32Array.from(xs), time: Int32Array.from(times) }, ofTx, ofT };
}
