import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { gb18030Bytes, workbookBytes } from '../adapters/read/write-files.js';
import { zip } from '../adapters/read/zip-writer.js';
import { answer, crm } from '../crm.js';
import { orderCsv, THREE, tempFolder } from './temp.js';

const folder = tempFolder();
const [first, second, third] = THREE as [(typeof THREE)[number], (typeof THREE)[number], (typeof THREE)[number]];
const name = (text: string) => Buffer.from(gb18030Bytes(text)).toString('latin1');
const header = ['订单编号', '买家会员名', '买家实际支付金额', '订单状态', '订单付款时间'];
const files = [
  { name: name('导出/一月.csv'), content: gb18030Bytes(orderCsv([first])) },
  { name: name('导出/二月.xlsx'), content: workbookBytes({ a: [header, [...second]] }, 'xlsx') },
  { name: name('导出/旧的.xls'), content: workbookBytes({ a: [header, [...third]] }, 'biff8') },
];
const good = folder.file('good.zip', zip(files));
const oneBad = folder.file(
  'bad.zip',
  zip([...files, { name: 'bad.csv', content: 'x', crc32: 1 }, { name: 'readme.txt', content: 'hello' }]),
);
const plain = folder.file('plain.csv', orderCsv(THREE));
const noneGood = folder.file('none.zip', zip([{ name: 'readme.txt', content: 'hello' }]));
const ofGood = answer(['analyze', good]);

/** What an analysis says but for the files it was read from. */
function told(args: readonly string[], options: Parameters<typeof crm>[1] = {}) {
  return withoutFiles(answer(['analyze', ...args], options).document);
}

function withoutFiles(document: Readonly<Record<string, unknown>>) {
  return { ...document, files: null, next: null, notes: null };
}

describe('an archive with exports of several kinds', () => {
  test('gives what one file with all rows gives, from a path, a folder, a pattern and standard input', () => {
    mkdirSync(join(folder.path, 'exports'));
    folder.file('exports/good.zip', zip(files));
    const expected = told([plain]);
    expect(withoutFiles(ofGood.document)).toEqual(expected);
    expect(told([join(folder.path, 'exports')])).toEqual(expected);
    expect(told([join(folder.path, 'exports', '*.zip')])).toEqual(expected);
    expect(told(['-'], { input: zip(files) })).toEqual(expected);
  });

  test('names its files in the answer, in GBK or not', () => {
    const names = (ofGood.document['files'] as { name: string }[]).map((file) => file.name);
    expect(names).toEqual(['good.zip/导出/一月.csv', 'good.zip/导出/二月.xlsx', 'good.zip/导出/旧的.xls']);
  });

  test('with bad files among them: they are named on stderr and the others read; --strict writes nothing', () => {
    const run = answer(['analyze', oneBad]);
    expect(run.exit).toBe(0);
    expect(run.stderr).toContain('bad.zip/bad.csv');
    expect(run.stderr).toContain('bad.zip/readme.txt');
    expect(withoutFiles(run.document)).toEqual(withoutFiles(ofGood.document));
    const strict = crm(['analyze', oneBad, '--strict']);
    expect([strict.exit, strict.stdout]).toEqual([4, '']);
    expect(crm(['analyze', oneBad, '--quiet']).stderr).toBe('');
  });

  test('without any that can be used: refused, even beside a good file', () => {
    for (const args of [[noneGood], [plain, noneGood]]) {
      const { exit, stdout, stderr } = crm(['analyze', ...args]);
      expect([exit, stdout]).toEqual([3, '']);
      expect(stderr).toContain('none.zip/readme.txt');
    }
  });

  test('crm platforms names each file of it', () => {
    const { exit, stdout, stderr } = crm(['platforms', oneBad]);
    expect(exit).toBe(0);
    expect(stdout).toContain('bad.zip/导出/二月.xlsx  xlsx');
    expect(stderr).toContain('bad.zip/bad.csv');
  });

  test('whose names lead out of it leaves nothing on the disk', () => {
    const before = readdirSync(folder.path);
    const evil = folder.file('evil.zip', zip([{ name: '../evil.csv', content: orderCsv(THREE) }]));
    const { exit, stderr } = crm(['analyze', evil], { cwd: folder.path });
    expect(exit).toBe(3);
    expect(stderr).toContain('../evil.csv');
    expect(readdirSync(folder.path)).toEqual([...before, 'evil.zip'].sort());
  });

  test('whose names are escape sequences shows them harmlessly', () => {
    const odd = folder.file('odd.zip', zip([...files, { name: '\u001b[2J\u0007.csv', content: 'x', crc32: 1 }]));
    const { exit, stderr } = crm(['analyze', odd]);
    expect([exit, stderr.includes('[2J')]).toEqual([0, true]);
    expect(stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });
});
