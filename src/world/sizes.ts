import { stat } from 'node:fs/promises';
import type { InputPath } from './input-path.js';

/** Files that are looked at together. */
const TOGETHER = 64;

/** Bytes of each file, 0 where it cannot be looked at: that is said when it is opened. */
export async function sizesOf(inputs: readonly Pick<InputPath, 'location'>[]): Promise<readonly number[]> {
  const sizes: number[] = [];
  for (let from = 0; from < inputs.length; from += TOGETHER) {
    const looks = inputs.slice(from, from + TOGETHER).map(({ location }) => stat(location).catch(() => null));
    sizes.push(...(await Promise.all(looks)).map((stats) => stats?.size ?? 0));
  }
  return sizes;
}
