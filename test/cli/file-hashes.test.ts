import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { gb18030Bytes, utf16, workbookBytes } from '../adapters/read/write-files.js';
import { zip } from '../adapters/read/zip-writer.js';
import { answer, crm } from '../crm.js';
import { orderCsv, THREE, tempFolder } from './temp.js';

const folder = tempFolder();
const [first, second, third] = THREE as [(typeof THREE)[number], (typeof THREE)[number], (typeof THREE)[number]];
const header = ['订单编号', '买家会员名', '买家实际支付金额', '订单状态', '订单付款时间'];
const contents: Readonly<Record<string, Uint8Array>> = {
  'a.csv': Buffer.from(orderCsv([first, second])),
  'b.csv': gb18030Bytes(orderCsv([second])),
  'c.xlsx': workbookBytes({ a: [header, [...third]] }, 'xlsx'),
  'd.xls': workbookBytes({ a: [header, [...first]] }, 'biff8'),
  'e.csv': utf16(orderCsv([third]), 'le', true),
  'f.csv': Buffer.from(orderCsv([first, second])),
};
mkdirSync(join(folder.path, 'exports'));
for (const [name, content] of Object.entries(contents)) folder.file(`exports/${name}`, content);
const exports = join(folder.path, 'exports');
const zipped = folder.file('orders.zip', zip([{ name: 'z.csv', content: contents['a.csv']! }]));

const hashOf = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

/** Name and hash of each file of an answer. */
function hashes(document: Readonly<Record<string, unknown>>) {
  const files = document['files'] as readonly { readonly name: string; readonly sha256: string }[];
  return Object.fromEntries(files.map(({ name, sha256 }) => [name, sha256]));
}

describe('the answer in JSON names each file by its SHA-256', () => {
  test.each(Object.entries(contents))('a single file: %s', (name, content) => {
    const { document } = answer(['analyze', join(exports, name)]);
    expect(Object.values(hashes(document))).toEqual([hashOf(content)]);
  });

  test.each(['1', '3'])('several files, two of them the same, with --jobs %s', (jobs) => {
    const { document } = answer(['analyze', exports, '--jobs', jobs]);
    expect(Object.values(hashes(document)).sort()).toEqual(Object.values(contents).map(hashOf).sort());
  });

  test('a file in an archive, standard input, and an answer written to a file', () => {
    const a = contents['a.csv']!;
    expect(Object.values(hashes(answer(['analyze', zipped]).document))).toEqual([hashOf(a)]);
    expect(Object.values(hashes(answer(['analyze', '-'], { input: a }).document))).toEqual([hashOf(a)]);
    const target = join(folder.path, 'answer.json');
    expect(crm(['analyze', join(exports, 'b.csv'), '-o', target]).exit).toBe(0);
    const written = JSON.parse(readFileSync(target, 'utf8')) as Record<string, unknown>;
    expect(Object.values(hashes(written))).toEqual([hashOf(contents['b.csv']!)]);
  });
});
