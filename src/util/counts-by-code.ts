import { isConstant } from './is-constant.js';

/** How often each code stands in a column, in the sequence of their first appearance. Quick where codes stand in runs. */
export function countsByCode(codes: Int32Array): Map<number, number> {
  if (codes.length > 0 && isConstant(codes)) return new Map([[codes[0]!, codes.length]]);
  const counts = new Map<number, number>();
  let run = 0;
  for (let at = 0; at < codes.length; at++) {
    run++;
    if (codes[at] === codes[at + 1]) continue;
    counts.set(codes[at]!, (counts.get(codes[at]!) ?? 0) + run);
    run = 0;
  }
  return counts;
}
