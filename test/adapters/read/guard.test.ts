import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openFile } from '../../../src/adapters/read/open.js';
import { CrmError } from '../../../src/errors.js';
import { runs } from '../../runs.js';
import { collect } from './collect.js';
import { damaged } from './damage.js';
import { memorySource } from './memory-source.js';
import { refusal } from './refusal.js';
import { sameProcess } from './same-process.js';
import { automatic, workbookBytes } from './write-files.js';
import { xlsxFiles, type ZipFile, zip } from './zip-writer.js';

const row = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>';
const sheet = 'xl/worksheets/sheet1.xml';
const good = xlsxFiles(row);

/** The good workbook with one file changed. */
const changed = (name: string, change: (file: ZipFile) => ZipFile) =>
  good.map((file) => (file.name === name ? change(file) : file));

async function cellsOf(bytes: Uint8Array) {
  const { sheets } = await openFile(memorySource(bytes, 'orders.xlsx'), automatic, sameProcess);
  return (await collect(sheets[0]!, [0, 1])).rows.map(({ cells }) => cells);
}

const expected = [{ 0: '订单编号', 1: '买家会员名' }];

describe('archives as many programs write them are read', () => {
  test.each([
    ['deflated', zip(good)],
    ['stored', zip(good.map((file) => ({ ...file, stored: true })))],
    ['with sizes behind the data', zip(good.map((file) => ({ ...file, descriptor: true })))],
    ['with a zip64 directory', zip(good, { zip64: true })],
    ['with backslashes in names', zip(good.map((file) => ({ ...file, name: file.name.replaceAll('/', '\\') })))],
    ['with pictures beside the sheets', zip([...good, { name: 'xl/media/image1.png', content: 'x'.repeat(9999) }])],
  ])('%s', async (_, bytes) => {
    expect(await cellsOf(bytes)).toEqual(expected);
  });
});

const twentyMegabytes = Buffer.alloc(20 << 20);
const nothing = deflateRawSync(Buffer.alloc(64 << 20));

describe('archives that no spreadsheet program writes are refused at once', () => {
  test.each<[string, Uint8Array, string]>([
    [
      'a part that unpacks to 250 times its size',
      zip(changed(sheet, (file) => ({ ...file, content: Buffer.alloc(64 << 20), packed: nothing }))),
      'zip-ratio',
    ],
    [
      'a part that unpacks to more than it declares',
      zip(changed(sheet, (file) => ({ ...file, packed: nothing, declaredSize: 5000 }))),
      'zip-damaged',
    ],
    ['a part with a wrong checksum', zip(changed(sheet, (file) => ({ ...file, crc32: 1 }))), 'zip-damaged'],
    [
      'a part that does not unpack',
      zip(changed(sheet, (file) => ({ ...file, packed: Buffer.from('no deflate') }))),
      'zip-damaged',
    ],
    [
      'a part named otherwise in its own header',
      zip(changed(sheet, (file) => ({ ...file, localName: 'xl/worksheets/sheet9.xml' }))),
      'zip-damaged',
    ],
    ['10,001 files', zip(Array.from({ length: 10_001 }, (_, at) => ({ name: `f${at}`, content: '' }))), 'zip-entries'],
    ['a billion files by its own account', zip(good, { count: 1e9, zip64: true }), 'zip-entries'],
    ['fewer files listed than are there', zip(good, { count: good.length - 1 }), 'zip-directory'],
    [
      'nine gigabytes by its own account',
      zip([
        ...good,
        ...['x', 'y', 'z'].map((name) => ({ name, content: '', declaredSize: 3 * 2 ** 30, packed: twentyMegabytes })),
      ]),
      'zip-too-large',
    ],
    [
      'two files at one place',
      zip([...good, { name: 'xl/styles2.xml', content: '', position: 0, localName: 'xl/styles2.xml' }]),
      'zip-damaged',
    ],
    ['files that overlap', overlapping(), 'zip-overlap'],
    ['a file twice', zip([...good, good[5]!]), 'zip-duplicate'],
    ['two files that differ in case only', zip([...good, { name: 'XL/Styles.xml', content: '' }]), 'zip-duplicate'],
    ['a name that leads out', zip([...good, { name: '../../evil.xml', content: 'x' }]), 'zip-name'],
    ['a name that leads out with backslashes', zip([...good, { name: '..\\evil.xml', content: 'x' }]), 'zip-name'],
    ['an absolute name', zip([...good, { name: '/etc/passwd', content: 'x' }]), 'zip-name'],
    ['a drive', zip([...good, { name: 'C:/evil.xml', content: 'x' }]), 'zip-name'],
    ['a zero byte in a name', zip([...good, { name: 'a\0.xml', content: 'x' }]), 'zip-name'],
    ['a password', zip(good.map((file) => ({ ...file, flags: 1 }))), 'password-unsupported'],
    ['bytes before the archive', zip(good, { prefix: Buffer.from('PK\x03\x04 and more') }), 'zip-directory'],
    [
      'a DOCTYPE with growing entities',
      zip(xlsxFiles(row, { before: '<!DOCTYPE lolz [<!ENTITY lol "lol">]>' })),
      'zip-doctype',
    ],
    [
      'an ENTITY in UTF-16',
      zip(changed(sheet, (file) => ({ ...file, content: Buffer.from('\ufeff<!ENTITY x SYSTEM "file">', 'utf16le') }))),
      'zip-doctype',
    ],
  ])('%s', async (_, bytes, code) => {
    const started = performance.now();
    expect(await refusal(cellsOf(bytes))).toMatchObject({ code });
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test('a declared size of many gigabytes takes no memory', async () => {
    const before = process.memoryUsage().rss;
    const bytes = zip(changed(sheet, (file) => ({ ...file, packed: nothing, declaredSize: 250 * nothing.length })));
    expect(await refusal(cellsOf(bytes))).toMatchObject({ code: 'zip-damaged' });
    expect(process.memoryUsage().rss - before).toBeLessThan(200 << 20);
  });
});

function overlapping(): Uint8Array {
  const inner = zip([{ name: 'b', content: 'x', stored: true }]).subarray(0, 32);
  const start = good.reduce((sum, file) => sum + zip([file]).readUInt32LE(zip([file]).length - 6), 0);
  const outer = { name: 'a', content: inner, stored: true };
  return zip([...good, outer, { name: 'b', content: 'x', stored: true, position: start + 31 }]);
}

describe('archives that are no workbooks are named', () => {
  test.each([
    ['exports inside a zip', zip([{ name: 'orders.csv', content: 'a,b' }]), 'archive-not-read', { kind: 'ZIP' }],
    ['a Word document', zip([{ name: 'word/document.xml', content: '<x/>' }]), 'not-a-table', { kind: 'Word' }],
    ['a Numbers book', zip([{ name: 'Index/Document.iwa', content: 'x' }]), 'format-not-read', { kind: 'Numbers' }],
    ['an empty archive', zip([]), 'archive-not-read', { kind: 'ZIP' }],
  ])('%s', async (_, bytes, code, params) => {
    expect(await refusal(cellsOf(bytes))).toEqual({ code, params });
  });
});

describe('a damaged workbook is refused or read the same, never read otherwise', () => {
  const orders = [['订单编号', '买家'], ...Array.from({ length: 40 }, (_, at) => [`35100${at}`, `tb_${at}`])];
  const whole = workbookBytes({ export: orders }, 'xlsx');
  const same = cellsOf(whole);

  test('cut off anywhere', async () => {
    for (let percent = 1; percent < 100; percent += 7) {
      const cut = whole.subarray(0, Math.floor((whole.length * percent) / 100));
      expect(await refusal(cellsOf(cut))).toMatchObject({ code: 'zip-cut-off' });
    }
  });

  test('any bit turned or any block zeroed', async () => {
    await fc.assert(
      fc.asyncProperty(damaged(whole), async (bytes) => {
        const got = await cellsOf(bytes).catch((error: unknown) => error);
        if (got instanceof CrmError) expect(got.exit).toBe(3);
        else expect(got).toEqual(await same);
      }),
      runs(),
    );
  }, 300_000);
});
