import { ascend, type Box, freeOf, type Objective, type Peak } from './ascend.js';
import { cholesky, inverseOf, type Matrix, solved } from './matrix.js';

/** A maximum with the curvature there. */
export interface Summit extends Peak {
  /** Coordinates not held by a bound. */
  readonly free: readonly boolean[];
  /** Inverse of the negative Hessian, zero in held coordinates; null where the ground is flat. */
  readonly covariance: Matrix | null;
}

/** Step of the central differences of the gradient, in logarithms. */
const DIFFERENCE = 1e-4;

/** A coordinate with less curvature than this says nothing (the spread of dropouts where nobody drops out). */
const FLAT = 1e-6;

/** Slope at which Newton's steps take over. */
const NEAR_ENOUGH = 1e-2;

/** Slope down to which BFGS goes on where Newton's steps do not help: on a ridge without an end. */
const TIGHT = 1e-6;

/** Newton steps with a Hessian of their own. */
const MOST_ROUNDS = 5;

/**
 * Climbs with BFGS and polishes with Newton's steps, whose Hessian (central differences of the analytic gradient) also
 * gives the covariance. A Newton step that does not gain is not taken.
 */
export function climb(objective: Objective, start: ArrayLike<number>, box: Box, known: Matrix | null = null): Summit {
  let peak = ascend(objective, start, box, NEAR_ENOUGH, known);
  let tight = false;
  for (let round = 0; ; round++) {
    const { hessian, free } = curvature(objective, peak, box);
    const L = cholesky(hessian);
    const next = L === null || round > MOST_ROUNDS ? null : newton(objective, peak, L, free, box);
    if (next === null && !tight) {
      peak = ascend(objective, peak.u, box, TIGHT, covarianceOf(hessian, free));
      tight = true;
      continue;
    }
    const settled = next === null || next.length < DIFFERENCE;
    if (next !== null) peak = next.peak;
    if (!settled) continue;
    const last = L === null ? null : newton(objective, peak, L, free, box);
    return { ...(last?.peak ?? peak), free, covariance: covarianceOf(hessian, free) };
  }
}

/** The negative Hessian; coordinates that are held or flat are not free. */
function curvature(objective: Objective, peak: Peak, box: Box): { hessian: Matrix; free: readonly boolean[] } {
  const open = freeOf(peak.u, peak.gradient, box);
  const rough = negativeHessian(objective, peak.u, open);
  const free = open.map((may, i) => may && Math.abs(rough[i]![i]!) > FLAT);
  return { hessian: without(rough, free), free };
}

function newton(
  objective: Objective,
  peak: Peak,
  L: Matrix,
  free: readonly boolean[],
  box: Box,
): { peak: Peak; length: number } | null {
  const step = solved(
    L,
    peak.gradient.map((slope, i) => (free[i] ? slope : 0)),
  );
  const length = Math.max(...step.map(Math.abs));
  if (length > 1) return null;
  const u = peak.u.map((at, i) => Math.min(Math.max(at + step[i]!, box.low[i]!), box.high[i]!));
  const gradient = new Float64Array(u.length);
  const value = objective(u, gradient);
  const slack = 1e-13 * Math.abs(value);
  if (!(value >= peak.value - slack)) return null;
  return { peak: { u, value, gradient, evaluations: peak.evaluations + 1 }, length };
}

/** Held coordinates get a one on the diagonal, so that the rest can be inverted. */
function without(hessian: Matrix, free: readonly boolean[]): Matrix {
  return hessian.map((row, i) => row.map((part, j) => (free[i] && free[j] ? part : i === j ? 1 : 0)));
}

function negativeHessian(objective: Objective, u: Float64Array, free: readonly boolean[]): Matrix {
  const rows = Array.from(u, (_, i) => {
    if (!free[i]) return new Float64Array(u.length);
    const up = gradientAt(objective, u, i, DIFFERENCE);
    const down = gradientAt(objective, u, i, -DIFFERENCE);
    return up.map((slope, j) => (free[j] ? (down[j]! - slope) / (2 * DIFFERENCE) : 0));
  });
  return rows.map((row, i) => row.map((part, j) => (part + rows[j]![i]!) / 2));
}

function gradientAt(objective: Objective, u: Float64Array, moved: number, by: number): Float64Array {
  const gradient = new Float64Array(u.length);
  objective(
    u.map((at, i) => (i === moved ? at + by : at)),
    gradient,
  );
  return gradient;
}

function covarianceOf(hessian: Matrix, free: readonly boolean[]): Matrix | null {
  const inverse = inverseOf(hessian);
  return inverse === null ? null : inverse.map((row, i) => row.map((part, j) => (free[i] && free[j] ? part : 0)));
}
