/**
 * What was paid for each line of an order, so that the lines add up to the order's gross, to the minor unit. The lines'
 * own amounts if they add up already; else the order's gross (postage, discounts and all) spread over the lines in
 * proportion to their amounts, or where one is unknown to list price × units, by largest remainder; else unknown (NaN).
 * A single line has the whole.
 */
export function lineAmounts(
  gross: number,
  paid: readonly number[],
  listed: readonly number[],
): { readonly amounts: readonly number[]; readonly spread: boolean } {
  if (paid.length === 1) return { amounts: [gross], spread: false };
  if (sum(paid) === gross) return { amounts: paid, spread: false };
  const weights = canWeigh(paid) ? paid : listed;
  if (!canWeigh(weights) || gross < 0) return { amounts: paid.map(() => Number.NaN), spread: false };
  return { amounts: byLargestRemainder(gross, weights), spread: true };
}

/**
 * What went back of each line: its own refunds if they add up to the order's, nothing or all where the order's refund is
 * nothing or all; else unknown (NaN): nobody says which line was returned.
 */
export function lineRefunds(
  refunded: number,
  gross: number,
  refunds: readonly number[],
  amounts: readonly number[],
): readonly number[] {
  if (amounts.length === 1) return [refunded];
  if (refunded === 0) return amounts.map(() => 0);
  if (refunded === gross) return amounts;
  const known = refunds.map((refund) => refund || 0);
  return sum(known) === refunded ? known : amounts.map(() => Number.NaN);
}

/**
 * Shares out a whole number in proportion to weights: every share is rounded down, the units left over go one each to
 * the largest remainders (of equal ones to the first). The shares add up exactly. (Hamilton's method.)
 */
export function byLargestRemainder(whole: number, weights: readonly number[]): readonly number[] {
  const total = BigInt(sum(weights));
  const products = weights.map((weight) => BigInt(whole) * BigInt(weight));
  const shares = products.map((product) => Number(product / total));
  const remainders = products.map((product) => product % total);
  const left = whole - sum(shares);
  const largestFirst = remainders
    .map((remainder, at) => ({ remainder, at }))
    .sort((one, other) =>
      one.remainder === other.remainder ? one.at - other.at : one.remainder < other.remainder ? 1 : -1,
    );
  for (const { at } of largestFirst.slice(0, left)) shares[at]! += 1;
  return shares;
}

function canWeigh(weights: readonly number[]): boolean {
  return weights.every((weight) => weight >= 0) && sum(weights) > 0;
}

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
