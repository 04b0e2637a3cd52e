import type { Matrix } from './matrix.js';

/** A function to maximise: its value at u, its gradient written into the second argument. */
export type Objective = (u: Float64Array, gradient: Float64Array) => number;

/** No coordinate leaves its bounds; one whose bounds are equal is held. */
export interface Box {
  readonly low: ArrayLike<number>;
  readonly high: ArrayLike<number>;
}

export interface Peak {
  readonly u: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
  /** Evaluations of the objective. */
  readonly evaluations: number;
}

/** Most a coordinate (a logarithm) moves at a time: no leap over a hill into far country. */
const LONGEST_STEP = 2;

/**
 * Climbs from a start to a maximum inside the box: BFGS with a backtracking line search; coordinates that press against
 * their bound are held there until their gradient turns. Ends when the gradient is below `tolerance`, when a step no
 * longer gains, or after `most` steps. A known inverse curvature (of −objective) makes the first steps good ones.
 * Deterministic. Source: Nocedal & Wright 2006, algorithm 6.1 and ch. 16.7.
 */
export function ascend(
  objective: Objective,
  start: ArrayLike<number>,
  box: Box,
  tolerance: number,
  known: Matrix | null = null,
  most = 200,
): Peak {
  const size = start.length;
  let u = Float64Array.from({ length: size }, (_, i) => clamp(start[i]!, box.low[i]!, box.high[i]!));
  let gradient = new Float64Array(size);
  let value = objective(u, gradient);
  let evaluations = 1;
  let curvature = known;
  for (let step = 0; step < most; step++) {
    const free = freeOf(u, gradient, box);
    if (!free.some((open, i) => open && Math.abs(gradient[i]!) > tolerance)) break;
    const direction = directionOf(curvature, gradient, free);
    const next = new Float64Array(size);
    const nextGradient = new Float64Array(size);
    let found = Number.NaN;
    for (let length = 1; length > 1e-10; length /= 3) {
      for (let i = 0; i < size; i++) next[i] = clamp(u[i]! + length * direction[i]!, box.low[i]!, box.high[i]!);
      evaluations++;
      found = objective(next, nextGradient);
      if (found >= value + 1e-4 * rise(gradient, u, next)) break;
      found = Number.NaN;
    }
    if (Number.isNaN(found)) {
      if (curvature === null) break;
      curvature = null;
      continue;
    }
    const gained = found - value;
    curvature = updated(curvature, u, next, gradient, nextGradient);
    [u, value, gradient] = [next, found, nextGradient];
    if (gained <= 1e-13 * Math.abs(value)) break;
  }
  return { u, value, gradient, evaluations };
}

/** Coordinates that may move: not held by equal bounds, nor pressed against a bound by the gradient. */
export function freeOf(u: Float64Array, gradient: Float64Array, { low, high }: Box): boolean[] {
  return Array.from(u, (at, i) => {
    if (low[i]! >= high[i]!) return false;
    return !(at <= low[i]! && gradient[i]! <= 0) && !(at >= high[i]! && gradient[i]! >= 0);
  });
}

function directionOf(inverse: Matrix | null, gradient: Float64Array, free: readonly boolean[]): Float64Array {
  const direction = gradient.map((slope, i) => (free[i] ? slope : 0));
  if (inverse !== null) {
    const bent = gradient.map((_, i) => {
      let sum = 0;
      for (let j = 0; j < gradient.length; j++) if (free[i] && free[j]) sum += inverse[i]![j]! * gradient[j]!;
      return sum;
    });
    let uphill = 0;
    for (let i = 0; i < bent.length; i++) uphill += bent[i]! * gradient[i]!;
    if (uphill > 0) direction.set(bent);
  }
  const longest = Math.max(...direction.map(Math.abs));
  const limit = inverse === null ? Math.min(1, LONGEST_STEP) / 2 : LONGEST_STEP;
  return longest > limit ? direction.map((part) => (part * limit) / longest) : direction;
}

/** The BFGS update of the inverse curvature (of −objective); unchanged where the step shows none. */
function updated(
  inverse: Matrix | null,
  from: Float64Array,
  to: Float64Array,
  before: Float64Array,
  after: Float64Array,
): Matrix | null {
  const size = from.length;
  const s = to.map((at, i) => at - from[i]!);
  const y = before.map((slope, i) => slope - after[i]!);
  const sy = dot(s, y);
  if (!(sy > 1e-14 * Math.sqrt(dot(s, s) * dot(y, y)))) return inverse;
  const old = inverse ?? Array.from(s, (_, i) => s.map((__, j) => (i === j ? sy / dot(y, y) : 0)));
  const hy = s.map((_, i) => dot(old[i]!, y));
  const factor = (1 + dot(y, hy) / sy) / sy;
  return Array.from({ length: size }, (_, i) =>
    s.map((__, j) => old[i]![j]! + factor * s[i]! * s[j]! - (hy[i]! * s[j]! + s[i]! * hy[j]!) / sy),
  );
}

function rise(gradient: Float64Array, from: Float64Array, to: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < from.length; i++) sum += gradient[i]! * (to[i]! - from[i]!);
  return sum;
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += one[i]! * other[i]!;
  return sum;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
