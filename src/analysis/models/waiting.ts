/** The sum, its derivative in p, and z times its derivative in z. */
export interface Waiting {
  sum: number;
  byP: number;
  byZ: number;
}

/**
 * S = Σ_{j < k} (p)ⱼ ÷ j! · zʲ: how likely fewer than k phases have passed since the last purchase, times a factor that
 * the likelihood already holds; z = (T − tx) ÷ (α + T), p = r + k x. 1 for k = 1. Source: Platzer & Reutterer 2016.
 */
export function waiting(k: number, p: number, z: number, found: Waiting): void {
  let term = 1;
  let risen = 0;
  found.sum = 1;
  found.byP = 0;
  found.byZ = 0;
  for (let j = 1; j < k; j++) {
    risen += 1 / (p + j - 1);
    term *= ((p + j - 1) / j) * z;
    found.sum += term;
    found.byP += term * risen;
    found.byZ += j * term;
  }
}

/** The sum alone. */
export function waitingSum(k: number, p: number, z: number): number {
  let term = 1;
  let sum = 1;
  for (let j = 1; j < k; j++) {
    term *= ((p + j - 1) / j) * z;
    sum += term;
  }
  return sum;
}
