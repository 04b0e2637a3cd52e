/**
 * Gini coefficient of ascending amounts: 0 = all equal, towards 1 = one has everything. Null for no amounts, or when
 * they sum to 0. 2 Σ i·xᵢ ÷ (n Σ x) − (n + 1) ÷ n with i from 1, written as Σ (2i − n − 1)·xᵢ ÷ (n Σ x): the same
 * number, without the difference of two large ones, so that equal amounts give exactly 0.
 * Source: C. Gini, "Variabilità e mutabilità" (1912), in the rank form.
 */
export function gini(ascending: ArrayLike<number>): number | null {
  const n = ascending.length;
  let total = 0;
  let ranked = 0;
  for (let i = 0; i < n; i++) {
    total += ascending[i]!;
    ranked += (2 * i + 1 - n) * ascending[i]!;
  }
  return total > 0 ? Math.max(0, ranked / (n * total)) : null;
}
