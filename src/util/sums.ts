/** Σ of numbers. */
export function sumOf(numbers: Float64Array | Int32Array): number {
  let sum = 0;
  for (let at = 0; at < numbers.length; at++) sum += numbers[at]!;
  return sum;
}

/** Σ of the numbers that stand in some rows. */
export function sumAt(numbers: Float64Array, rows: Int32Array): number {
  let sum = 0;
  for (let at = 0; at < rows.length; at++) sum += numbers[rows[at]!]!;
  return sum;
}
