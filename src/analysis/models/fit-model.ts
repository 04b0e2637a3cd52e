import gammaln from '@stdlib/math-base-special-gammaln';
import { coarseRows } from './coarse-rows.js';
import type {
  AnyModelId,
  CustomerModel,
  Drawn,
  Fitted,
  NotFittable,
  NotFittableReason,
  ParameterEstimate,
} from './customer-model.js';
import { maximumLikelihood, type Optimum } from './fit.js';
import { type IndexedRows, indexedRows } from './indexed-rows.js';
import type { Likelihood } from './likelihood.js';
import { cholesky, type Matrix } from './matrix.js';
import type { Problem } from './problem.js';
import type { CustomerRows } from './rows.js';

/** What makes one model of customers differ from another in fitting. */
export interface ModelFamily {
  readonly likelihood: (rows: IndexedRows) => Likelihood;
  readonly problem: Omit<Problem, 'likelihood' | 'rough' | 'starts'>;
  /** Erlang phases between purchases, 1 in all models but MBG/CNBD-k. */
  readonly phases: number;
  /** Starting coordinates, given the mean purchase rate per scaled time. */
  readonly starts: (rate: number) => Problem['starts'];
  /** Which parameters are times. */
  readonly times: readonly boolean[];
}

/** With fewer customers than this no difference between customers can be seen at all. */
const FEWEST = 2;

/**
 * Fits a model of customers. Times are scaled so that the longest T is 1 and scaled back afterwards:
 * see `logLikelihoodOf`. One-time buyers stay in. Not fittable, with the reason: nobody came back, no
 * time was observed, fewer than two customers.
 */
export function fitModel<Id extends AnyModelId>(
  model: CustomerModel<Id>,
  family: ModelFamily,
  rows: CustomerRows,
): Fitted<Id> | NotFittable<Id> {
  const { customers, repeaters } = rows;
  const none = (reason: NotFittableReason): NotFittable<Id> => ({
    model: model.id,
    state: 'not-fittable',
    reason,
    customers,
    repeaters,
  });
  if (customers === 0) return none('no-customers');
  if (customers < FEWEST) return none('too-few-customers');
  if (repeaters === 0) return none('no-repeaters');
  const indexed = indexedRows(rows);
  if (!(indexed.scale > 0 && rows.tx.some((time) => time > 0))) return none('no-time-observed');
  const coarse = coarseRows(rows);
  const likelihood = family.likelihood(indexed);
  const rough = coarse === rows ? likelihood : family.likelihood(indexedRows(coarse, indexed.scale));
  const starts = family.starts(indexed.repeats / indexed.exposure);
  const found = maximumLikelihood({ ...family.problem, starts, likelihood, rough });
  if (!Number.isFinite(found.logLikelihood)) return none('no-optimum');
  return fitted(model, family, rows, indexed, found, rough);
}

function fitted<Id extends AnyModelId>(
  model: CustomerModel<Id>,
  family: ModelFamily,
  rows: CustomerRows,
  indexed: IndexedRows,
  found: Optimum,
  rough: Likelihood,
): Fitted<Id> {
  const values = family.times.map((isTime, i) => found.parameters[i]! * (isTime ? indexed.scale : 1));
  return {
    ...model.at(values),
    model: model.id,
    state: found.limits.length > 0 ? 'at-infinity' : 'converged',
    limits: found.limits,
    parameters: estimates(model.parameterNames, values, found),
    values,
    logLikelihood: logLikelihoodOf(found, family.phases, rows, indexed),
    customers: rows.customers,
    repeaters: rows.repeaters,
    rows: rows.x.length,
    daysInUnit: rows.daysInUnit,
    covariance: naturalCovariance(values, found),
    draw: drawing(model, values, found, rough),
  };
}

/**
 * In the unit of the rows: each purchase is a density of time. With phases also (k − 1) Σ ln(gaps) − Σ x ln Γ(k), the
 * same for all parameters but not for all k. Where days are long and short, in calendar time all the same.
 */
function logLikelihoodOf(found: Optimum, k: number, rows: CustomerRows, { repeats, scale }: IndexedRows): number {
  const constant = k === 1 ? 0 : (k - 1) * (rows.logGaps ?? 0) - repeats * gammaln(k);
  return found.logLikelihood - k * repeats * Math.log(scale) + constant + rows.logSpeed;
}

/** Covariance of the parameters themselves from that of their logarithms (delta rule, exact at the optimum). */
export function naturalCovariance(values: readonly number[], { logCovariance, limits }: Optimum): Matrix | null {
  if (logCovariance === null || limits.length > 0) return null;
  return logCovariance.map((row, i) => row.map((part, j) => part * values[i]! * values[j]!));
}

/** Estimates with their standard errors. */
export function estimates(
  names: readonly string[],
  values: readonly number[],
  { logCovariance, held }: Optimum,
): readonly ParameterEstimate[] {
  return names.map((name, i) => {
    const variance = logCovariance === null || held[i] ? Number.NaN : logCovariance[i]![i]!;
    return {
      name,
      estimate: held[i] ? null : values[i]!,
      se: variance > 0 ? values[i]! * Math.sqrt(variance) : null,
    };
  });
}

/** Most a drawn logarithm may leave the estimate: where the likelihood is nearly flat a normal law says nothing. */
const FARTHEST = 5;

/** Draws come from a law this much wider than the curvature says, so that the weights find the longer side too. */
const WIDER = 1.3;

/** Of what the likelihood says of the parameters so much is believed: curvature at the fitted point flatters itself. */
const BELIEVED = 0.9;

/**
 * Parameters drawn around the estimates by the inverse Hessian of their logarithms, weighted by the likelihood (importance
 * sampling): where it is lopsided, as for a dropout that is hard to see, a normal law alone covers too little. The
 * likelihood is that of the rough rows, its slope at the estimates taken out so that they stay the maximum.
 */
function drawing(
  model: CustomerModel<AnyModelId>,
  values: readonly number[],
  { logCovariance, parameters }: Optimum,
  rough: Likelihood,
): (normals: readonly number[]) => Drawn {
  const root = logCovariance === null ? null : rootOf(logCovariance);
  if (root === null) return () => ({ at: model.at(values), logWeight: 0 });
  const slopes = new Float64Array(4);
  const highest = rough(parameters, slopes);
  const unused = new Float64Array(4);
  return (normals) => {
    const shifts = root.map((row) => {
      const shift = WIDER * row.reduce((sum, part, j) => sum + part * normals[j]!, 0);
      return Math.min(Math.max(shift, -FARTHEST), FARTHEST);
    });
    const [r, alpha, third, fourth] = parameters.map((value, i) => value * Math.exp(shifts[i] ?? 0));
    const rise = rough([r!, alpha!, third!, fourth!], unused) - highest;
    const along = shifts.reduce((sum, shift, i) => sum + shift * slopes[i]!, 0);
    const chance = root.reduce((sum, _, j) => sum + normals[j]! ** 2, 0) / 2;
    const logWeight = BELIEVED * (rise - along) + chance;
    return { at: model.at(values.map((value, i) => value * Math.exp(shifts[i]!))), logWeight };
  };
}

/** A root of a covariance of which some directions may be zero: the smallest ridge that makes it definite. */
function rootOf(covariance: Matrix): Matrix | null {
  const most = Math.max(...covariance.map((row, i) => row[i]!));
  for (const ridge of [0, 1e-12, 1e-10, 1e-8]) {
    const root = cholesky(covariance.map((row, i) => row.map((part, j) => (i === j ? part + ridge * most : part))));
    if (root !== null) return root;
  }
  return null;
}
