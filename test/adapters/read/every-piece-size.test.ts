import { expect, test } from 'vitest';
import { guardedParts } from '../../../src/adapters/read/guard.js';
import { openFile } from '../../../src/adapters/read/open.js';
import type { Sheet } from '../../../src/adapters/read/sheet.js';
import { openXlsx } from '../../../src/adapters/read/xlsx/open-xlsx.js';
import type { ByteSource } from '../../../src/adapters/sources.js';
import { collect } from './collect.js';
import { memorySource } from './memory-source.js';
import { sameProcess } from './same-process.js';
import { automatic, csv, gb18030Bytes, utf16 } from './write-files.js';
import { xlsxFiles, zip } from './zip-writer.js';

const sizes = Array.from({ length: 64 }, (_, index) => index + 1);
const columns = [0, 1, 2];

const text = csv(
  [
    ['订单编号', '买家会员名', '买家留言'],
    ['="1610000007679100003"', '半糖\u{1f319}', '两盒，"分开"包\n谢谢'],
    ['1002', '𠮷野', 'a,b;c\td'],
    ['1003', null, '""'],
    ['1004', 'の', ''],
  ],
  ',',
  '\r\n',
);

/** All that a sheet says. */
async function said([sheet]: readonly Sheet[]): Promise<unknown> {
  const { rows, count } = await collect(sheet!, columns);
  return { rows, count, head: await sheet!.head(3) };
}

test.each([
  ['UTF-8', Buffer.from(text)],
  ['GB18030', gb18030Bytes(text)],
  ['UTF-16', utf16(text, 'le', true)],
  ['CR alone', Buffer.from(text.replaceAll('\r\n', '\r'))],
])('a text file in %s is the same rows in pieces of 1 to 64 bytes', async (_, bytes) => {
  const read = async (piece: number) =>
    said((await openFile(memorySource(bytes, 'orders.csv', piece), automatic, sameProcess)).sheets);
  const whole = await read(bytes.length);
  expect(whole).toMatchObject({ count: { rows: 5, bad: 0 } });
  for (const size of sizes) expect(await read(size), `${size} bytes`).toEqual(whole);
});

const strings = '<si><t>编号</t></si><si><r><t>半糖</t></r><r><t>\u{1f319}</t></r></si><si><t>a&#10;b_x000D_</t></si>';
const rows = [
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>买&amp;家</t></is></c></row>',
  '<row r="3" spans="1:3"><c r="A3"><v>-0.30000000000000004</v></c><c r="C3" t="s" ><v>1</v></c></row>',
  '<row><c s=\'1\'><v>43101.5</v></c><c t="str"><f>B1&amp;"x"</f><v>tb_ann</v></c><c t="s"><v>2</v></c></row>',
  '<row r="9"><c r="A9" t="e"><v>#N/A</v></c><c r="B9" t="b"><v>1</v></c><c r="C9" s="1"/></row>',
].join('\n');

/** A source that gives at most `size` bytes at a time. */
function crumbling(source: ByteSource, size: number): ByteSource {
  return { ...source, at: (position, length) => source.at(position, Math.min(length, size)) };
}

test('a workbook is the same rows in pieces of 1 to 64 bytes', async () => {
  const files = xlsxFiles(rows, { strings }).map((file) => ({ ...file, stored: true }));
  const source = memorySource(zip(files), 'orders.xlsx');
  const parts = await guardedParts(source);
  const whole = await said(await openXlsx(source, parts, sameProcess));
  expect(whole).toMatchObject({ count: { rows: 4, bad: 0 } });
  for (const size of sizes) {
    expect(await said(await openXlsx(crumbling(source, size), parts, sameProcess)), `${size} bytes`).toEqual(whole);
  }
});
