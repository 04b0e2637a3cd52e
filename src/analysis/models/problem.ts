import type { Box } from './ascend.js';
import type { Likelihood } from './likelihood.js';
import type { Matrix } from './matrix.js';

/** A coordinate whose bound stands for a simpler model, and that model's name. */
export interface Limit {
  readonly coordinate: number;
  readonly side: 'low' | 'high';
  readonly name: LimitName;
  /** Parameters that have no value of their own there. */
  readonly holds: readonly number[];
}

/**
 * What the data do not show: any dropout, differences between purchase rates or between dropouts, anything between
 * leaving at once and never, differences between the spend of customers or of one customer's purchases. `edge`: no
 * optimum in any sensible range.
 */
export type LimitName =
  | 'no-dropout'
  | 'equal-rates'
  | 'equal-dropout'
  | 'at-once-or-never'
  | 'equal-spend'
  | 'steady-spend'
  | 'edge';

/**
 * A model to fit. Its parameters are exp(mixing · u): coordinates u are logarithms of parameters or of their ratios,
 * chosen so that a ridge (rate r ÷ α well known, r itself not) runs along one of them.
 */
export interface Problem {
  readonly mixing: Matrix;
  readonly box: Box;
  /** The simpler first. */
  readonly limits: readonly Limit[];
  readonly starts: readonly (readonly number[])[];
  readonly likelihood: Likelihood;
  /** The same on fewer, rougher rows, to try the starts on. */
  readonly rough: Likelihood;
}
