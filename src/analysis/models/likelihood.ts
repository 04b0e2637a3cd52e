/**
 * The log-likelihood of a model with four or fewer parameters, all above zero: returns its value and writes the
 * derivative in the logarithm of each parameter.
 */
export type Likelihood = (parameters: Parameters, gradient: Float64Array) => number;

/** r, alpha, a, b; r, alpha, s, beta; or p, q, v (the fourth unused). */
export type Parameters = readonly [number, number, number, number];
