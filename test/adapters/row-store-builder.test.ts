import { describe, expect, test } from 'vitest';
import { RowStoreBuilder, type SpareRows } from '../../src/adapters/rows/row-store-builder.js';

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
    expect(roomAfter(builder, 10, 10)).toBeLessThan(20_000);
    expect(roomAfter(builder, 10_000, 10_000)).toBeLessThan(20_000_000);
  });
});

describe('rows in the memory of others that nobody uses any more', () => {
  const texts = () => {
    const { receiver: _, address: __, ...dictionaries } = new RowStoreBuilder().texts;
    return Object.fromEntries(
      Object.entries(dictionaries).map(([name, dictionary]) => [name, dictionary.part()]),
    ) as SpareRows['texts'];
  };

  test('are blank before they are filled, and stand where the others stood', () => {
    const spare = { line: new Int32Array(5000).fill(7), total: new Float64Array(5000).fill(7) };
    const builder = new RowStoreBuilder({ columns: spare, texts: texts() });
    builder.need(['line', 'total', 'order']);
    const { line, total, order } = builder.reserve(3000);
    expect(line.buffer).toBe(spare.line.buffer);
    expect(total.subarray(0, 3000).every(Number.isNaN)).toBe(true);
    expect(line.subarray(0, 3000).every((value) => value === 0)).toBe(true);
    expect(order.subarray(0, 3000).every((code) => code === -1)).toBe(true);
    builder.commit(3000);
    expect(builder.filled().total).toHaveLength(3000);
  });

  test('move where there is too little room, or too little for a column of larger numbers', () => {
    const spare = { line: new Int32Array(2000), total: new Float64Array(1500).subarray(0, 20) };
    const builder = new RowStoreBuilder({ columns: spare, texts: texts() });
    builder.need(['line']);
    expect(builder.reserve(1600).line.length).toBeGreaterThanOrEqual(1600);
    builder.commit(1600);
    builder.need(['total']);
    expect(builder.reserve(1600).total.subarray(0, 3200).every(Number.isNaN)).toBe(true);
    builder.commit(1600);
    expect(builder.size).toBe(3200);
  });
});
