import { describe, expect, test } from 'vitest';
import { patienceFor } from '../../src/world/late-compiling.js';

const MB = 2 ** 20;

describe('how late the engine compiles', () => {
  test.each([
    ['before the inputs are known', [], 4_000_000],
    ['10,000 orders as text', [{ name: 'orders.csv', size: 7 * MB }], 4_000_000],
    ['10,000 orders as a workbook', [{ name: 'ORDERS.XLSX', size: 2 * MB }], 4_000_000],
    ['30,000 orders', [{ name: 'orders.csv', size: 21 * MB }], 2_000_000],
    ['100,000 orders', [{ name: 'orders.csv', size: 70 * MB }], 400_000],
    ['100,000 orders as a workbook', [{ name: 'orders.xlsx', size: 20 * MB }], 400_000],
    ['many small files', Array.from({ length: 20 }, (_, index) => ({ name: `${index}.csv`, size: 7 * MB })), 400_000],
  ])('%s', (_title, inputs, patience) => {
    expect(patienceFor(inputs).program).toBe(patience);
  });

  test('the kernel is compiled late as long as there is little to read', () => {
    const kernelOf = (size: number) => patienceFor([{ name: 'orders.csv', size: size * MB }]).kernel;
    expect([0, 7, 21, 70].map(kernelOf)).toEqual([400_000_000, 400_000_000, 50_000_000, 1_800_000]);
  });
});
