import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { answer } from '../crm.js';
import { Files } from './data/files.js';
import { columns } from './data/layout.js';

const folder = mkdtempSync(join(tmpdir(), 'bench-files-'));

afterAll(() => rmSync(folder, { recursive: true }));

test('the files of the benchmark have 37 columns and tell one story, whatever their format', () => {
  const files = new Files(folder);
  const [first, ...others] = [
    files.csv(300, 'utf-8'),
    files.csv(300, 'gb18030'),
    files.workbook(300, 'shared'),
    files.workbook(300, 'inline'),
    files.csvFolder(3, 100),
  ].map((path) => answer(['analyze', path]).document['tables']);
  expect(columns).toHaveLength(37);
  expect(first).toMatchObject(expect.arrayContaining([expect.objectContaining({ id: 'overview' })]));
  for (const tables of others) expect(tables).toEqual(first);
});
