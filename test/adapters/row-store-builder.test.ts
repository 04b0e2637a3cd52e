import { describe, expect, test } from 'vitest';
import { RowStoreBuilder } from '../../src/adapters/rows/row-store-builder.js';

/** For how many rows there is room once so many are in the store. */
function roomAfter(builder: RowStoreBuilder, rows: number, expected: number): number {
  builder.need(['line']);
  const { line } = builder.reserve(rows, expected);
  builder.commit(rows);
  return line.length;
}

describe('the room for rows', () => {
  test('is made at once for all that a file may hold', () => {
    expect(roomAfter(new RowStoreBuilder(), 4000, 10_000)).toBeGreaterThanOrEqual(10_000);
  });

  test('is made at once for those of the files that follow, too', () => {
    const builder = new RowStoreBuilder();
    builder.followedBy(2);
    expect(roomAfter(builder, 4000, 10_000)).toBeGreaterThanOrEqual(30_000);
    expect(roomAfter(builder, 5000, 6000)).toBeLessThan(40_000);
    builder.followedBy(1);
    expect(roomAfter(builder, 40_000, 40_000)).toBeGreaterThanOrEqual(89_000);
  });

  test('is not made for what nobody can believe', () => {
    const builder = new RowStoreBuilder();
    builder.followedBy(1e12);
    expect(roomAfter(builder, 10, 10)).toBeLessThan(10_000);
    expect(roomAfter(builder, 10_000, 10_000)).toBeLessThan(1_000_000);
  });
});
