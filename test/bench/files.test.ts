import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { identify } from '../../src/adapters/identify/identify.js';
import type { HeadRow, Sheet } from '../../src/adapters/read/sheet.js';
import { IssueCollector } from '../../src/adapters/rows/issue-collector.js';
import { laterColumns } from '../../src/adapters/rows/row-columns.js';
import { readRows } from '../../src/adapters/rows/row-sink.js';
import { RowStoreBuilder } from '../../src/adapters/rows/row-store-builder.js';
import { importOptions } from '../../src/commands/run-import.js';
import { answer } from '../crm.js';
import { Files } from './data/files.js';
import { columns, header, kept, needed } from './data/layout.js';

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

test('what the program is compared with reads the columns that the import reads, no more and no fewer', async () => {
  const people = { excluded: [], aliases: [] } as unknown as Parameters<typeof importOptions>[2];
  const options = importOptions({}, null, people);
  const head: readonly HeadRow[] = [{ line: 1, cells: header.map((text) => ({ kind: 'text', text })) }];
  const place = { file: 'orders.csv', path: 'orders.csv', sheet: '' };
  const found = identify(head, options, place);
  if (found.kind === 'skipped') throw found.error;
  let read: readonly number[] = [];
  const sheet: Sheet = {
    ...{ name: '', encoding: 'utf-8', shortRowsAreBlank: false, head: () => Promise.resolve(head) },
    read: (wanted) => {
      read = wanted;
      return Promise.resolve({ rows: 0, bad: 0, blank: 0 });
    },
  };
  const context = { ...place, fileIndex: 0, options, issues: new IssueCollector(), progress: () => 1 };
  await readRows(sheet, found.mapping, new RowStoreBuilder(), context);
  expect(read).toEqual(needed);
  const later = found.mapping.columns.filter(({ field }) => (laterColumns as readonly string[]).includes(field));
  expect(later.map(({ position }) => position)).toEqual(kept);
});
