/** Runs of a property: 25 (or `few`) in the normal test run, 1,000 (or `long`) with LONG set. The seed is fixed. */
export function runs(long = 1000, few = 25): { readonly numRuns: number; readonly seed: number } {
  return { numRuns: inLongRun(few, long), seed: 20200301 };
}

/** The first value in the normal test run, the second with LONG set. */
export function inLongRun<Value>(few: Value, all: Value): Value {
  return process.env['LONG'] === undefined ? few : all;
}
