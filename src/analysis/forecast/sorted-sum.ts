/** Σ of numbers in ascending order: the sum of the same numbers is the same to the last bit, however they came. */
export function sortedSum(values: Float64Array): number {
  let sum = 0;
  for (const value of values.slice().sort()) sum += value;
  return sum;
}
