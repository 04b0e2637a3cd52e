/**
 * The p-quantile of ascending numbers, linear between neighbours (method R-7, as numpy and d3 use): position
 * (n − 1)·p counted from 0. Null for no numbers.
 * Source: R. J. Hyndman & Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996), type 7.
 */
export function quantile(ascending: ArrayLike<number>, p: number): number | null {
  if (ascending.length === 0) return null;
  const place = (ascending.length - 1) * p;
  const below = Math.floor(place);
  const value = ascending[below]!;
  if (below + 1 >= ascending.length) return value;
  return value + (ascending[below + 1]! - value) * (place - below);
}
