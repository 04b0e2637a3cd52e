import { expect, test } from 'vitest';
import { firstRows } from '../../../src/adapters/read/first-rows.js';
import type { Cell } from '../../../src/adapters/read/sheet.js';

const cellOf = (text: string): Cell => ({ kind: 'text', text });
let batches = 0;
async function* rows() {
  for (const texts of [['a', '', 'b'], ['', 'c', 'd'], ['e']]) {
    batches++;
    yield texts.map((text, at) => ({ line: batches * 10 + at, text }));
  }
}
const first = async (wanted: number) => {
  batches = 0;
  const found = await firstRows(rows(), wanted, ({ text }) => (text === '' ? null : [cellOf(text)]), [
    { line: 0, cells: [cellOf('names')] },
  ]);
  return [found.map(({ line }) => line), batches];
};

test.each([
  ['no rows', 0, [], 0],
  ['only what is known already', 1, [0], 0],
  ['blank rows do not count', 3, [0, 10, 12], 1],
  ['the next batch is read only where rows are missing', 4, [0, 10, 12, 21], 2],
  ['all there are', 99, [0, 10, 12, 21, 22, 30], 3],
])('the first rows of a file: %s', async (_, wanted, lines, read) => {
  expect(await first(wanted)).toEqual([lines, read]);
});
