/** A small square matrix, row by row. */
export type Matrix = readonly Float64Array[];

/** L with L Lᵀ = A, lower triangular; null where A is not positive definite (to 12 digits). */
export function cholesky(A: Matrix): Matrix | null {
  const L = A.map((row) => new Float64Array(row.length));
  for (let i = 0; i < A.length; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = A[i]![j]!;
      for (let k = 0; k < j; k++) sum -= L[i]![k]! * L[j]![k]!;
      if (i !== j) L[i]![j] = sum / L[j]![j]!;
      else if (sum > 1e-12 * A[i]![i]!) L[i]![i] = Math.sqrt(sum);
      else return null;
    }
  }
  return L;
}

/** The inverse of a positive definite matrix; null where it is none. */
export function inverseOf(A: Matrix): Matrix | null {
  const L = cholesky(A);
  if (L === null) return null;
  const columns = A.map((_, i) =>
    solved(
      L,
      Float64Array.from(A, (__, j) => (i === j ? 1 : 0)),
    ),
  );
  return columns.map((column, i) => column.map((_, j) => (column[j]! + columns[j]![i]!) / 2));
}

/** x with L Lᵀ x = y. */
export function solved(L: Matrix, y: Float64Array): Float64Array {
  const x = y.slice();
  for (let i = 0; i < x.length; i++) {
    for (let k = 0; k < i; k++) x[i]! -= L[i]![k]! * x[k]!;
    x[i]! /= L[i]![i]!;
  }
  for (let i = x.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < x.length; k++) x[i]! -= L[k]![i]! * x[k]!;
    x[i]! /= L[i]![i]!;
  }
  return x;
}

/** M A Mᵀ. */
export function sandwich(M: Matrix, A: Matrix): Matrix {
  const half = M.map((row) => Float64Array.from(A, (_, j) => row.reduce((sum, part, k) => sum + part * A[k]![j]!, 0)));
  return half.map((row) => Float64Array.from(M, (other) => row.reduce((sum, part, k) => sum + part * other[k]!, 0)));
}
