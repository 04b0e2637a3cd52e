import { describe, expect, test } from 'vitest';
import { openFile } from '../../../../src/adapters/read/open.js';
import { collect, table } from '../collect.js';
import { memorySource } from '../memory-source.js';
import { refusal } from '../refusal.js';
import { sameProcess } from '../same-process.js';
import { automatic, utf16 } from '../write-files.js';
import { xlsxFiles, type ZipFile, zip } from '../zip-writer.js';

const sheetPart = 'xl/worksheets/sheet1.xml';
const stringsPart = 'xl/sharedStrings.xml';

async function read(files: readonly ZipFile[], columns: readonly number[] = [0, 1, 2]) {
  const { sheets } = await openFile(memorySource(zip(files), 'orders.xlsx'), automatic, sameProcess);
  return { sheet: sheets[0]!, ...(await collect(sheets[0]!, columns)) };
}

const cells = async (data: string) => table((await read(xlsxFiles(data))).rows, 3);
const replaced = (name: string, content: string | Uint8Array) =>
  xlsxFiles('<row r="1"><c r="A1" t="s"><v>0</v></c></row>').map((file) =>
    file.name === name ? { ...file, content } : file,
  );

describe('sheets that few programs write are read right', () => {
  test.each([
    ['cells out of order', '<row r="1"><c r="C1"><v>3</v></c><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'],
    [
      'addresses in small letters',
      '<row r="1"><c r="a1"><v>1</v></c><c r="b1"><v>2</v></c><c r="c1"><v>3</v></c></row>',
    ],
    ['rows and cells without address', '<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>'],
    [
      'comments',
      '<!-- </row> --><row r="1"><!-- x --><c r="A1"><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row><!-- -->',
    ],
    [
      'line breaks and blanks',
      '\r\n<row\n r = "1" >\n<c r = "A1" ><v>1</v></c>\n<c><v>2</v></c> <c><v>3</v></c>\n</row>\n',
    ],
    [
      'extensions',
      '<row r="1"><c r="A1"><v>1</v></c><c><v>2</v></c><c><v>3</v></c><extLst><ext><c/></ext></extLst></row>',
    ],
  ])('%s', async (_, data) => {
    expect(await cells(data)).toEqual([[1, 2, 3]]);
  });

  test.each([
    ['<t>a&amp;b</t>', 'a&b'],
    ['<t xml:space="preserve"> a_x000D_b </t>', ' a\rb '],
    ['<t xml:space="preserve">a_b</t>', 'a_b'],
    ["<t xml:space='preserve'>a</t>", 'a'],
    ['<t xml:space="preserve" >a</t>', 'a'],
    ['<t xml:space="default">a</t>', 'a'],
    ['<t xml:lang=">/t>">a</t>', 'a'],
    ['<r><t xml:space="preserve">a</t></r><r><t>b</t></r>', 'ab'],
    ['<t xml:space="preserve">a</t><phoneticPr/>', 'a'],
  ])('a text written as %s, in its cell and in the table of texts', async (item, text) => {
    const inline = `<row r="1"><c r="A1" t="inlineStr"><is>${item}</is></c><c r="B1"><v>7</v></c></row>`;
    expect(await cells(inline)).toEqual([[text, 7, null]]);
    const shared = '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row>';
    const { rows } = await read(xlsxFiles(shared, { strings: `<si><t>x</t></si><si>${item}</si>` }));
    expect(table(rows, 3)).toEqual([[text, 'x', null]]);
  });

  test('a value with something behind it in its cell', async () => {
    const row =
      '<row r="1"><c r="A1"><v>12</v><extLst/></c><c r="B1" t="s"><v> 0 </v></c><c r="C1"><v>0012</v></c></row>';
    const { rows } = await read(xlsxFiles(row, { strings: '<si><t>x</t></si>' }));
    expect(table(rows, 3)).toEqual([[12, 'x', 12]]);
  });

  test('a sheet in UTF-16', async () => {
    const data = '<row r="1"><c r="A1" t="inlineStr"><is><t>买家</t></is></c></row>';
    const xml = String(xlsxFiles(data).find(({ name }) => name === sheetPart)?.content).replace('UTF-8', 'UTF-16');
    expect((await read(replaced(sheetPart, utf16(xml, 'le', true)))).rows[0]?.cells[0]).toBe('买家');
  });

  test('blank texts far down in the strings: their rows are passed over all the same', async () => {
    const strings = `${'<si><t>x</t></si>'.repeat(60_000)}<si><t> </t></si><si><t>y</t></si>`;
    const row = (line: number, index: number) => `<row r="${line}"><c r="A${line}" t="s"><v>${index}</v></c></row>`;
    const { rows, count, sheet } = await read(xlsxFiles(row(1, 60_000) + row(2, 60_001) + row(3, 5), { strings }));
    expect(rows.map(({ line, cells: found }) => [line, found[0]])).toEqual([
      [2, 'y'],
      [3, 'x'],
    ]);
    expect(count).toEqual({ rows: 2, bad: 0, blank: 1 });
    expect((await sheet.head(5)).map(({ line }) => line)).toEqual([2, 3]);
  });

  test('only the strings that wanted cells point at are handed over, each once', async () => {
    const data = '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row>';
    const { sheet } = await read(xlsxFiles(data + data.replaceAll('1"', '2"')));
    const given: number[] = [];
    const nothing = () => undefined;
    const sink = { text: nothing, number: nothing, shared: nothing, blank: nothing, error: nothing, endRow: nothing };
    await sheet.read([0], { ...sink, badRow: nothing, string: (index) => void given.push(index) });
    expect(given).toEqual([1]);
  });
});

describe('sheets that do not hold together are refused at once', () => {
  const one = '<row r="1"><c r="A1"><v>1</v></c></row>';
  const many = (text: string) => text.repeat(500_000);

  test.each<[string, string, string]>([
    [
      'a cell twice where nobody wants it',
      '<row r="1"><c r="A1"/><c r="Z1"><v>1</v></c><c r="Z1"><v>2</v></c></row>',
      'sheet-cells',
    ],
    ['rows that go backwards', one.replaceAll('1"', '9"') + one, 'workbook-damaged'],
    ['a row twice', one + one, 'workbook-damaged'],
    ['a cell of another row', '<row r="1"><c r="A7"><v>1</v></c></row>', 'sheet-address'],
    ['a string of an absurd number', '<row r="1"><c r="A1" t="s"><v>4000000000</v></c></row>', 'sheet-string'],
    ['a string of no number', '<row r="1"><c r="A1" t="s"><v>x</v></c></row>', 'sheet-string'],
    ['a row that never ends', '<row r="1"><c r="A1"><v>1</v></c>', 'workbook-damaged'],
    ['a cell that never ends', '<row r="1"><c r="A1"><v>1</row>', 'workbook-damaged'],
    ['a value in pieces', '<row r="1"><c r="A1"><v>1<b/>2</v></c></row>', 'workbook-damaged'],
    ['an element nobody knows', '<row r="1"><cell r="A1"><v>1</v></cell></row>', 'workbook-damaged'],
    ['text between the cells', '<row r="1">x<c r="A1"><v>1</v></c></row>', 'workbook-damaged'],
    ['cells outside rows', '<c r="A1"><v>1</v></c>', 'workbook-damaged'],
    ['half a million beginnings of rows', many('<row '), 'workbook-damaged'],
    ['half a million beginnings of cells', `<row r="1">${many('<c ')}</row>`, 'workbook-damaged'],
    ['half a million runs inside a text', `<row r="1"><c t="inlineStr"><is>${many('<rPh>')}</row>`, 'workbook-damaged'],
  ])('%s', async (_, data, code) => {
    const started = performance.now();
    expect(await refusal(cells(data))).toMatchObject({ code });
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  test.each<[string, string, string, string]>([
    ['strings that end in the middle', stringsPart, '<sst><si><t>x</t></si><si><t>', 'workbook-damaged'],
    ['a DOCTYPE before the strings', stringsPart, '<!DOCTYPE x><sst><si><t>x</t></si></sst>', 'zip-doctype'],
    ['a DOCTYPE in the book', 'xl/workbook.xml', '<!DOCTYPE x><workbook/>', 'zip-doctype'],
    ['a page in place of the sheet', sheetPart, '<html><body/></html>', 'workbook-damaged'],
    ['a sheet without rows of its own', sheetPart, '<worksheet><cols/></worksheet>', 'workbook-damaged'],
  ])('%s', async (_, part, content, code) => {
    expect(await refusal(read(replaced(part, content)))).toMatchObject({ code });
  });

  test('a string of half a million open runs is read in time', async () => {
    const started = performance.now();
    const { rows } = await read(replaced(stringsPart, `<sst><si>${many('<rPh>')}<t>x</t></si></sst>`));
    expect(rows).toHaveLength(0);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
