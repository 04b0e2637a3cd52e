import { expect, test } from 'vitest';
import { guardedParts } from '../../../../src/adapters/read/guard.js';
import { openFile } from '../../../../src/adapters/read/open.js';
import { collect, table } from '../collect.js';
import { memorySource } from '../memory-source.js';
import { sameProcess } from '../same-process.js';
import { automatic } from '../write-files.js';
import { xlsxFiles, zip } from '../zip-writer.js';

const row = (line: number) => `<row r="${line}"><c r="A${line}"><v>${line}</v></c></row>`;
const bytes = zip(xlsxFiles(Array.from({ length: 50 }, (_, index) => row(index + 1)).join('')));

test('a small sheet is unpacked once for its first rows and all of them, again for another reading', async () => {
  const source = memorySource(bytes, 'orders.xlsx');
  const part = (await guardedParts(source)).find(({ name }) => name.includes('sheet1'))!;
  let times = 0;
  const counting = {
    ...source,
    at: async (position: number, length: number) => {
      if (position === part.dataStart) times++;
      return source.at(position, length);
    },
  };
  const { sheets } = await openFile(counting, automatic, sameProcess);
  const sheet = sheets[0]!;
  for (const rows of [1, 15, 30]) expect(await sheet.head(rows)).toHaveLength(rows);
  const all = Array.from({ length: 50 }, (_, index) => [index + 1]);
  for (const expected of [1, 2]) {
    expect(table((await collect(sheet, [0])).rows, 1)).toEqual(all);
    expect(times).toBe(expected);
  }
});

test('what is wrong with a row that nobody asked for yet is no matter for the rows before', async () => {
  const broken = '<row r="21"><c r="A22"><v>5</v></c></row>';
  const files = xlsxFiles(Array.from({ length: 20 }, (_, index) => row(index + 1)).join('') + broken);
  const { sheets } = await openFile(memorySource(zip(files), 'orders.xlsx'), automatic, sameProcess);
  const sheet = sheets[0]!;
  for (const wanted of [1, 15, 20]) expect(await sheet.head(wanted)).toHaveLength(wanted);
  await expect(sheet.head(21)).rejects.toMatchObject({ code: 'sheet-address' });
  expect(await sheet.head(15)).toHaveLength(15);
});

test('the directory of an archive is looked at once', async () => {
  const source = memorySource(bytes, 'orders.xlsx');
  let times = 0;
  const counting = {
    ...source,
    at: (at: number, length: number) => {
      times++;
      return source.at(at, length);
    },
  };
  const parts = await guardedParts(counting);
  const before = times;
  expect(await guardedParts(counting)).toEqual(parts);
  expect(times).toBe(before);
});
