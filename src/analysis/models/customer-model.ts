import type { Matrix } from './matrix.js';
import type { LimitName } from './problem.js';
import type { CustomerRows, Row } from './rows.js';

export type ModelId = 'mbg-nbd' | 'bg-nbd' | 'pareto-nbd';

/** Also the model of regular repurchase, which stands beside the list of models. */
export type AnyModelId = ModelId | 'mbg-cnbd-k';

/** A model of when customers buy and when they stay away for good. */
export interface CustomerModel<Id extends AnyModelId = ModelId> {
  readonly id: Id;
  /** Letters of the paper, in its order. */
  readonly parameterNames: readonly string[];
  /** Fits by maximum likelihood; never throws. Linear in the distinct rows. */
  fit(rows: CustomerRows): Fitted<Id> | NotFittable<Id>;
  /** Predictions at given parameters (published ones, or drawn ones), in the unit of time of the parameters. */
  at(parameters: readonly number[]): Predictions;
}

/** All times in the unit of the rows the model was fitted on. Never NaN, never negative, no probability above 1. */
export interface Predictions {
  /** P(alive at T): the customer has not left for good. */
  pAlive(row: Row): number;
  /** P(no purchase in (T, T + t]). Falls with t; 1 at t = 0. */
  pNone(t: number, row: Row): number;
  /** Expected purchases in (T, T + t]: `pAlive` × `whileAlive`. */
  expected(t: number, row: Row): number;
  /** Expected purchases in (T, T + t] if alive at T. */
  whileAlive(t: number, row: Row): number;
  /** Whether `whileAlive` depends on x and T alone, so that rows in order can share it; not where timing is regular. */
  readonly ofAgeAlone: boolean;
  /** Expected repeat purchases of a new customer in the first t. */
  unconditional(t: number): number;
}

export interface ParameterEstimate {
  readonly name: string;
  /** null where the optimum lies at infinity in this direction. */
  readonly estimate: number | null;
  /** Standard error; null where the estimate is, or the likelihood is flat. */
  readonly se: number | null;
}

export interface Fitted<Id extends AnyModelId = ModelId> extends Predictions {
  readonly model: Id;
  /** `at-infinity`: no finite optimum; the predictions are those of the simpler models named in `limits`. */
  readonly state: 'converged' | 'at-infinity';
  readonly limits: readonly LimitName[];
  readonly parameters: readonly ParameterEstimate[];
  /** What the predictions are made with: the estimates, and stand-ins for those at infinity. */
  readonly values: readonly number[];
  /** In the unit of time of the rows. */
  readonly logLikelihood: number;
  readonly customers: number;
  readonly repeaters: number;
  /** Distinct rows the likelihood was summed over. */
  readonly rows: number;
  readonly daysInUnit: number;
  /** Covariance of the estimates (inverse Hessian; without k); null if one of them lies at infinity. */
  readonly covariance: Matrix | null;
  /**
   * The predictions at parameters drawn from their uncertainty: `normals` are as many standard normal numbers as there
   * are parameters (without k). Drawn in logarithms, so that none is negative; what is held at a limit stays.
   */
  draw(normals: readonly number[]): Drawn;
}

/** Predictions at drawn parameters, and how much the draw counts. */
export interface Drawn {
  readonly at: Predictions;
  /** Logarithm of how much likelier the drawn parameters are than their chance to be drawn; up to a constant. */
  readonly logWeight: number;
}

/** Why nothing can be said. */
export type NotFittableReason =
  | 'no-customers'
  | 'too-few-customers'
  | 'no-repeaters'
  | 'no-time-observed'
  | 'no-optimum';

export interface NotFittable<Id extends AnyModelId = ModelId> {
  readonly model: Id;
  readonly state: 'not-fittable';
  readonly reason: NotFittableReason;
  readonly customers: number;
  readonly repeaters: number;
}
