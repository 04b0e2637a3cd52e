/** Runs of a property: 25 in the normal test run, 1,000 (or `long`) with LONG set. The seed is fixed. */
export function runs(long = 1000): { readonly numRuns: number; readonly seed: number } {
  return { numRuns: process.env['LONG'] === undefined ? 25 : long, seed: 20200301 };
}
