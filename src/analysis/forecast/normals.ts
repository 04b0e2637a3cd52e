import { Random } from '../../util/random.js';

/**
 * Rows of `size` standard normal numbers, the same on every machine but for the last digits of Math.log and Math.cos
 * (Box & Muller 1958). Every second row is the one before with its sign turned, so that the rows have mean 0 exactly.
 */
export function normals(rows: number, size: number, seed: number): readonly (readonly number[])[] {
  const found: (readonly number[])[] = [];
  for (let row = 0; row < rows; row++) {
    const before = found[row - 1];
    const random = new Random(seed, row);
    found.push(
      row % 2 === 1 && before !== undefined
        ? before.map((one) => -one)
        : Array.from({ length: size }, () => normal(random)),
    );
  }
  return found;
}

function normal(random: Random): number {
  return Math.sqrt(2 * random.exponential()) * Math.cos(2 * Math.PI * random.unit());
}
