import { expect, test } from 'vitest';
import { byteSheet } from '../../../src/adapters/read/csv/byte-sheet.js';
import { memorySource } from '../../../src/commands/memory-source.js';
import { CrmError } from '../../../src/errors.js';

const encoder = new TextEncoder();
const layout = { encoding: 'utf-8', mark: 0, cutOff: false, delimiter: ',', skipFirstLine: false } as const;

/** A sheet of a text, and how often its bytes were gone through. */
function sheetOf(text: string) {
  const bytes = encoder.encode(text);
  const source = memorySource('orders.csv', [bytes]);
  const passes = { number: 0 };
  const pieces: typeof source.pieces = (lent) => {
    passes.number++;
    return source.pieces(lent);
  };
  const sheet = byteSheet({ ...source, pieces }, { ...layout, end: bytes.length }, () => undefined);
  return { sheet, passes };
}

const lines = (count: number) => Array.from({ length: count }, (_, at) => `${at},a${at}\n`).join('');

test('the first rows of a sheet are read once, however many are asked for', async () => {
  const { sheet, passes } = sheetOf(lines(100));
  const fifteen = await sheet.head(15);
  const thirty = await sheet.head(30);
  expect(await sheet.head(0)).toEqual([]);
  expect(fifteen).toHaveLength(15);
  expect(thirty).toHaveLength(30);
  expect(thirty.slice(0, 15)).toEqual(fifteen);
  expect(passes.number).toBe(1);
  expect(await sheet.head(90)).toHaveLength(90);
  expect(passes.number).toBe(2);
});

test('there may be fewer rows than are asked for', async () => {
  const { sheet } = sheetOf(lines(3));
  expect(await sheet.head(15)).toHaveLength(3);
  expect(await sheet.head(2)).toHaveLength(2);
});

test('rows before one that cannot be read are read, those from it on refused as ever', async () => {
  const { sheet } = sheetOf(`${lines(20)}"${'x'.repeat(2 ** 21)}`);
  expect(await sheet.head(15)).toHaveLength(15);
  await expect(sheet.head(30)).rejects.toBeInstanceOf(CrmError);
  expect(await sheet.head(20)).toHaveLength(20);
});

test('the first rows may be longer than what is looked at together', async () => {
  const long = `"${'长 '.repeat(60_000)}"`;
  const { sheet } = sheetOf(`a,b\n1,${long}\n2,c\n`);
  const rows = await sheet.head(15);
  expect(rows.map(({ cells }) => cells.length)).toEqual([2, 2, 2]);
  expect(rows[1]!.cells[1]).toMatchObject({ kind: 'text', text: '长 '.repeat(60_000) });
});
