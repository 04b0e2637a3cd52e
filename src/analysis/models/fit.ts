import { ascend, type Box, type Objective, type Peak } from './ascend.js';
import { climb, type Summit } from './climb.js';
import type { Likelihood, Parameters } from './likelihood.js';
import { type Matrix, sandwich } from './matrix.js';
import type { Limit, LimitName, Problem } from './problem.js';

export type { LimitName } from './problem.js';

export interface Optimum {
  readonly parameters: Parameters;
  readonly logLikelihood: number;
  /** Limits reached; empty where the optimum lies inside. */
  readonly limits: readonly LimitName[];
  /** Covariance of the logarithms of the parameters, of what is not held at a limit; null where the ground is flat. */
  readonly logCovariance: Matrix | null;
  /** Per parameter: whether a limit leaves it without an estimate of its own. */
  readonly held: readonly boolean[];
  readonly evaluations: number;
}

/** A maximum that beats its limit by less than this cannot be told from it. */
const VISIBLE = 0.01;

/** A logarithm with a standard error below this has an optimum of its own; a gain of `VISIBLE` would need about 20. */
const KNOWN = 3;

/** Slope at which a climb on the rough rows ends. */
const NEAR = 1e-2;

/** On the rough rows a limit farther below than this is not worth trying on the exact ones. */
const WORTH_TRYING = 2;

/**
 * Fits by maximum likelihood: every start climbs on the rough rows, the best goes on with the exact ones. Where a limit
 * (no dropout, all rates equal) is as likely as the optimum, the limit is the answer: its parameters lie at infinity,
 * and a number such as a = 0.0001 ± 300 would only look like knowledge.
 */
export function maximumLikelihood(problem: Problem): Optimum {
  const rough = objectiveOf(problem, problem.rough);
  const exact = problem.rough === problem.likelihood ? rough : objectiveOf(problem, problem.likelihood);
  const starts = problem.starts.map((start) => ascend(rough, start, problem.box, NEAR));
  const best = climb(rough, highest(starts).u, problem.box);
  let summit = rough === exact ? best : climb(exact, best.u, problem.box, best.covariance);
  let box = problem.box;
  for (const limit of problem.limits) {
    if (wellKnown(summit, limit) || settled(problem, summit, limit)) continue;
    const held = boxAt(box, limit);
    const tried = ascend(rough, best.u, held, NEAR);
    if (tried.value < best.value - WORTH_TRYING) continue;
    const atLimit = climb(exact, tried.u, held);
    if (atLimit.value < summit.value - VISIBLE) continue;
    summit = atLimit;
    box = held;
  }
  return optimum(problem, summit);
}

function highest(peaks: readonly Peak[]): Peak {
  let best = peaks[0]!;
  for (const peak of peaks) if (peak.value > best.value || Number.isNaN(best.value)) best = peak;
  return best;
}

/** Whether the curvature at the optimum rules the limit out: it would have to be nearly flat all the way there. */
function wellKnown({ covariance, free }: Summit, { coordinate }: Limit): boolean {
  return covariance !== null && free[coordinate] === true && covariance[coordinate]![coordinate]! < KNOWN ** 2;
}

/** Whether a simpler limit of the same parameters was reached: where nobody leaves, it is idle to ask how. */
function settled(problem: Problem, summit: Summit, limit: Limit): boolean {
  const simpler = problem.limits.slice(0, problem.limits.indexOf(limit));
  return reached(problem, summit).some(
    (other) => simpler.includes(other) && other.holds.some((parameter) => limit.holds.includes(parameter)),
  );
}

function reached({ limits, box }: Problem, { u, free }: Summit): readonly Limit[] {
  return limits.filter(({ coordinate, side }) => u[coordinate] === box[side][coordinate] && !free[coordinate]);
}

/** Parameters from coordinates. */
export function parametersAt(mixing: Matrix, u: ArrayLike<number>): Parameters {
  const values = mixing.map((row) => Math.exp(row.reduce((sum, part, i) => sum + part * u[i]!, 0)));
  return [values[0]!, values[1]!, values[2]!, values[3] ?? 1];
}

function objectiveOf({ mixing }: Problem, likelihood: Likelihood): Objective {
  const slopes = new Float64Array(4);
  return (u, gradient) => {
    const value = likelihood(parametersAt(mixing, u), slopes);
    for (let i = 0; i < u.length; i++) {
      let sum = 0;
      for (let k = 0; k < mixing.length; k++) sum += mixing[k]![i]! * slopes[k]!;
      gradient[i] = sum;
    }
    return value;
  };
}

function boxAt(box: Box, { coordinate, side }: Limit): Box {
  const bound = (side === 'low' ? box.low : box.high)[coordinate]!;
  const put = (bounds: ArrayLike<number>) => Array.from(bounds, (old, i) => (i === coordinate ? bound : old));
  return { low: put(box.low), high: put(box.high) };
}

/** What need not be said where nobody leaves. */
const idle: readonly LimitName[] = ['equal-dropout', 'at-once-or-never', 'edge'];

function onEdge({ box }: Problem, at: number, coordinate: number): boolean {
  return at <= box.low[coordinate]! || at >= box.high[coordinate]!;
}

function optimum(problem: Problem, summit: Summit): Optimum {
  const limits = reached(problem, summit);
  const names = limits.map(({ name }) => name);
  const edges = [...summit.u.keys()].filter(
    (i) => onEdge(problem, summit.u[i]!, i) && !limits.some(({ coordinate }) => coordinate === i),
  );
  if (edges.length > 0) names.push('edge');
  const held = (parameter: number) =>
    limits.some(({ holds }) => holds.includes(parameter)) || edges.some((i) => problem.mixing[parameter]![i] !== 0);
  return {
    parameters: parametersAt(problem.mixing, summit.u),
    logLikelihood: summit.value,
    limits: names.includes('no-dropout') ? names.filter((name) => !idle.includes(name)) : names,
    logCovariance: summit.covariance === null ? null : sandwich(problem.mixing, summit.covariance),
    held: problem.mixing.map((_, parameter) => held(parameter)),
    evaluations: summit.evaluations,
  };
}
