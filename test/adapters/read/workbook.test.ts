import { beforeAll, describe, expect, test } from 'vitest';
import * as XLSX from 'xlsx';
import { openFile } from '../../../src/adapters/read/open.js';
import type { ChildResult } from '../../../src/adapters/sources.js';
import { collect, type Got, type GotRow } from './collect.js';
import { memorySource } from './memory-source.js';
import { refusal } from './refusal.js';
import { services } from './run-child.js';
import { sameProcess } from './same-process.js';
import { automatic, bookBytes, workbookBytes } from './write-files.js';
import { xlsxFiles, zip } from './zip-writer.js';

const open = (bytes: Uint8Array | string, name = 'orders.xlsx') =>
  openFile(memorySource(bytes, name), automatic, sameProcess);

async function rowsOf(bytes: Uint8Array | string, sheet = 0): Promise<GotRow[]> {
  const { sheets } = await open(bytes);
  return (await collect(sheets[sheet]!, [0, 1, 2, 16_383])).rows;
}

const cell = (address: string, inner: string, attributes = '') => `<c r="${address}"${attributes}>${inner}</c>`;
const line = (number: number, cells: string) => `<row r="${number}">${cells}</row>`;
const sheet = (data: string, more: Parameters<typeof xlsxFiles>[1] = {}) => zip(xlsxFiles(data, more));
const first = async (bytes: Uint8Array): Promise<Got | undefined> => (await rowsOf(bytes))[0]?.cells[0];

describe('what a cell holds', () => {
  test.each<[string, string, Got]>([
    ['a number', cell('A1', '<v>201.12</v>'), 201.12],
    ['a date', cell('A1', '<v>43101.25</v>', ' s="1"'), { date: 43101.25 }],
    ['a serial without date format stays a number', cell('A1', '<v>43101.25</v>'), 43101.25],
    ['a shared text', cell('A1', '<v>1</v>', ' t="s"'), '买家会员名'],
    ['a text of its own', cell('A1', '<is><t>&#20080;家</t></is>', ' t="inlineStr"'), '买家'],
    [
      'a rich text',
      cell('A1', '<is><r><t>a</t></r><r><t xml:space="preserve"> b</t></r></is>', ' t="inlineStr"'),
      'a b',
    ],
    ['the text of a formula', cell('A1', '<f>B1&amp;"x"</f><v>tb_ann</v>', ' t="str"'), 'tb_ann'],
    ['the number of a formula', cell('A1', '<f>7*2</f><v>14</v>'), 14],
    ['a zero that a formula gave', cell('A1', '<f>1-1</f><v>0</v>'), 0],
    ['a formula never calculated', cell('A1', '<f>7*2</f>'), { error: '#UNCACHED' }],
    ['a formula never calculated, written short', cell('A1', '<f>7*2</f><v></v>'), { error: '#UNCACHED' }],
    ['an error', cell('A1', '<v>#N/A</v>', ' t="e"'), { error: '#N/A' }],
    ['a truth', cell('A1', '<v>1</v>', ' t="b"'), 'TRUE'],
    ['an untruth', cell('A1', '<v>0</v>', ' t="b"'), 'FALSE'],
  ])('%s', async (_, xml, expected) => {
    expect(await first(sheet(line(1, xml)))).toEqual(expected);
  });

  test('dates of a book that counts from 1904 are turned to the system of 1900, numbers are left', async () => {
    const data = line(1, cell('A1', '<v>41639</v>', ' s="1"') + cell('B1', '<v>41639</v>'));
    const rows = await rowsOf(sheet(data, { properties: '<workbookPr date1904="1"/>' }));
    expect(rows[0]?.cells).toEqual({ 0: { date: 43101 }, 1: 41639 });
  });

  test('a date in words is the same under every time zone', async () => {
    const zone = process.env['TZ'];
    try {
      for (const each of ['Asia/Shanghai', 'America/Sao_Paulo', 'Asia/Kathmandu']) {
        process.env['TZ'] = each;
        expect(await first(sheet(line(1, cell('A1', '<v>2018-01-01T06:00:00</v>', ' t="d" s="1"'))))).toEqual({
          date: 43101.25,
        });
      }
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });
});

describe('where cells stand', () => {
  test('rows keep the number people see, gaps are no rows', async () => {
    const rows = await rowsOf(sheet(line(2, cell('B2', '<v>1</v>')) + line(7, cell('A7', '<v>2</v>'))));
    expect(rows).toMatchObject([
      { line: 2, cells: { 1: 1 }, width: 2 },
      { line: 7, cells: { 0: 2 }, width: 1 },
    ]);
  });

  test.each([
    ['the whole grid', 'A1:XFD1048576'],
    ['one cell', 'A1'],
    ['nonsense', 'B'],
  ])('a sheet that says it is %s is read by its cells', async (_, ref) => {
    const data = line(1, cell('A1', '<v>1</v>') + cell('C1', '<v>3</v>')) + line(3, cell('A3', '<v>5</v>'));
    const rows = await rowsOf(sheet(data, { before: `<dimension ref="${ref}"/>` }));
    expect(rows.map(({ cells }) => cells)).toEqual([{ 0: 1, 2: 3 }, { 0: 5 }]);
  });

  test('a cell in the last corner is read, and fast', async () => {
    const started = performance.now();
    const rows = await rowsOf(sheet(line(1, cell('A1', '<v>1</v>')) + line(1_048_576, cell('XFD1048576', '<v>9</v>'))));
    expect(rows.at(-1)).toMatchObject({ line: 1_048_576, cells: { 16383: 9 } });
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  test.each([['XFE1'], ['A1048577'], ['ZZZZ9'], ['A0']])('a cell at %s is beyond any sheet', async (address) => {
    const data = line(1, cell(address, '<v>1</v>'));
    expect(await refusal(rowsOf(sheet(data)))).toEqual({
      code: 'sheet-address',
      params: { sheet: 'export', cell: address },
    });
  });

  test.each([
    ['a row of number one billion', '<row r="1000000000"><c><v>1</v></c></row>'],
    ['a row of a number beyond all arrays', '<row r="99999999999"><c><v>1</v></c></row>'],
  ])('%s is beyond any sheet', async (_, data) => {
    expect(await refusal(rowsOf(sheet(data)))).toMatchObject({ code: 'sheet-address' });
  });

  test('a web page whose cell spans a billion columns is refused at once', async () => {
    const page = '<table><tr><td colspan="1000000000">a</td><td>b</td></tr></table>';
    expect(await refusal(rowsOf(page))).toMatchObject({ code: 'sheet-address' });
  });

  test('cells without address follow one another', async () => {
    const rows = await rowsOf(sheet('<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>'));
    expect(rows.map(({ cells }) => cells)).toEqual([{ 0: 1, 1: 2 }, { 0: 3 }]);
  });

  test('merged and hidden: the first cell of a merge holds its value, hidden rows are read', async () => {
    const data = `${line(1, cell('A1', '<v>1</v>') + cell('B1', '<v>2</v>'))}<row r="2" hidden="1">${cell('B2', '<v>3</v>')}</row>`;
    const rows = await rowsOf(sheet(data, { after: '<mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells>' }));
    expect(rows.map(({ cells }) => cells)).toEqual([{ 0: 1, 1: 2 }, { 1: 3 }]);
  });
});

describe('a workbook that does not hold together is refused, never read as empty', () => {
  const one = line(1, cell('A1', '<v>1</v>'));

  test('a text that is not there names its cell', async () => {
    const data = line(1, cell('A1', '<v>0</v>', ' t="s"') + cell('B1', '<v>7</v>', ' t="s"'));
    expect(await refusal(rowsOf(sheet(data)))).toMatchObject({
      code: expect.stringMatching(/^sheet-/),
      params: { sheet: 'export' },
    });
  });

  test('a sheet whose part is missing', async () => {
    const files = xlsxFiles(one).filter(({ name }) => name !== 'xl/worksheets/sheet1.xml');
    expect(await refusal(rowsOf(zip(files)))).toEqual({ code: 'sheet-missing', params: { sheet: 'export' } });
  });

  test('a cell that stands there twice', async () => {
    const data = line(1, cell('A1', '<v>1</v>') + cell('A1', '<v>2</v>'));
    expect(await refusal(rowsOf(sheet(data)))).toMatchObject({
      code: 'sheet-cells',
      params: { expected: 2, found: 1 },
    });
  });

  test('missing shared strings hurt only when a cell needs them', async () => {
    const without = (data: string) => zip(xlsxFiles(data).filter(({ name }) => name !== 'xl/sharedStrings.xml'));
    expect(await first(without(one))).toBe(1);
    expect(await refusal(rowsOf(without(line(1, cell('A1', '<v>0</v>', ' t="s"')))))).toMatchObject({
      code: expect.stringMatching(/^sheet-/),
    });
  });

  test('missing styles: dates would be read as numbers', async () => {
    const files = xlsxFiles(line(1, cell('A1', '<v>43101</v>', ' s="1"'))).filter(
      ({ name }) => name !== 'xl/styles.xml',
    );
    expect(await refusal(first(zip(files)))).toMatchObject({ code: 'workbook-damaged' });
  });

  test('a page of XML inside is no workbook', async () => {
    const files = xlsxFiles(one).map((file) =>
      file.name === 'xl/workbook.xml' ? { ...file, content: '<html/>' } : file,
    );
    await refusal(rowsOf(zip(files)));
  });
});

describe('books of several sheets, in every format', () => {
  const book = XLSX.utils.book_new();
  const add = (name: string, rows: unknown[][]) =>
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), name);
  const date = { t: 'n', v: 43101.5, z: 'm/d/yy' };
  add('订单', [
    ['时间', '金额'],
    [date, 12.5],
    ['2018-01-02 10:00:00', { t: 'e', v: 42 }],
  ]);
  add('Sheet2', []);
  add('隐藏', [['a'], [1]]);
  book.Workbook = { Sheets: [{}, {}, { Hidden: 2 }] };

  describe.each<XLSX.BookType>(['xlsx', 'biff8', 'xlsb', 'ods'])('%s', (format) => {
    let file: Awaited<ReturnType<typeof open>>;

    beforeAll(async () => {
      file = await open(bookBytes(book, format), format === 'biff8' ? 'orders.xls' : `orders.${format}`);
    });

    test('every sheet is listed, hidden and empty ones too', () => {
      expect(file.sheets.map(({ name }) => name)).toEqual(['订单', 'Sheet2', '隐藏']);
      expect(file).toMatchObject({ kind: format === 'biff8' ? 'xls' : format, encoding: '', delimiter: '', notes: [] });
      expect(file.sheets.every(({ shortRowsAreBlank }) => shortRowsAreBlank)).toBe(true);
    });

    test('numbers, dates, texts and errors of one column keep their kinds', async () => {
      const { rows } = await collect(file.sheets[0]!, [0, 1]);
      expect(rows.map(({ cells }) => cells).slice(1)).toEqual([
        { 0: { date: 43101.5 }, 1: 12.5 },
        { 0: '2018-01-02 10:00:00', ...(format === 'ods' ? {} : { 1: { error: '#N/A' } }) },
      ]);
      expect((await file.sheets[0]!.head(2))[1]?.cells[0]).toEqual({ kind: 'number', value: 43101.5, isDate: true });
    });

    test('an empty sheet has no rows', async () => {
      expect(await file.sheets[1]!.head(5)).toEqual([]);
      expect((await collect(file.sheets[1]!, [0])).count).toEqual({ rows: 0, bad: 0, blank: 0 });
    });
  });

  test('a book of 1904 in the old format', async () => {
    const old = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(old, XLSX.utils.aoa_to_sheet([[{ t: 'n', v: 41639, z: 'yyyy-mm-dd' }]]), 'a');
    old.Workbook = { WBProps: { date1904: true } };
    for (const format of ['biff8', 'xlsb'] as const)
      expect(await first(bookBytes(old, format))).toEqual({ date: 43101 });
  });
});

describe('the child that reads workbooks is not trusted', () => {
  const bytes = workbookBytes({ export: [['订单编号'], ['1001']] }, 'ods');
  const ends = (result: Partial<ChildResult>, keep = 1) =>
    openFile(memorySource(bytes), automatic, {
      onBytes: () => undefined,
      runChild: async (request) => {
        const real = await services.runChild({
          ...request,
          onOutput: (piece) => request.onOutput(piece.subarray(0, Math.floor(piece.length * keep))),
        });
        return { ...real, ...result };
      },
    });

  test.each<[string, Partial<ChildResult>, string]>([
    ['was killed for its time', { killed: 'time', code: null }, 'workbook-time'],
    ['was killed for its memory', { killed: 'memory', code: null }, 'workbook-memory'],
    ['ran out of heap', { code: 134 }, 'workbook-memory'],
    ['was killed by the system', { code: 137 }, 'workbook-memory'],
    ['failed', { code: 1 }, 'workbook-damaged'],
  ])('it %s: no final count, no rows', async (_, result, code) => {
    expect(await refusal(ends(result, 0.8))).toMatchObject({ code });
  });

  test('with its final count it is believed', async () => {
    expect((await ends({})).sheets).toHaveLength(1);
  });
});

describe('old containers', () => {
  test('damaged ones end in a refusal', async () => {
    const whole = oldBook();
    for (const part of [0.1, 0.3, 0.5, 0.7]) {
      const got = await open(whole.subarray(0, Math.floor(whole.length * part)), 'orders.xls').catch(
        (error: unknown) => error,
      );
      expect(got).toMatchObject({ exit: 3 });
    }
  });

  test('one with a password says so', async () => {
    const container = XLSX.CFB.utils.cfb_new();
    XLSX.CFB.utils.cfb_add(container, 'EncryptionInfo', Buffer.alloc(64));
    XLSX.CFB.utils.cfb_add(container, 'EncryptedPackage', Buffer.alloc(9000));
    const bytes = XLSX.CFB.write(container, { type: 'buffer' }) as Buffer;
    expect(await refusal(open(bytes))).toMatchObject({ code: 'password-needed' });
  });

  test.each([
    ['XOR', [0, 0, 0x34, 0x12, 0x78, 0x56]],
    ['RC4', [1, 0, 1, 0, 1, 0, ...Array<number>(48).fill(7)]],
    ['RC4 CryptoAPI', [1, 0, 2, 0, 2, 0, ...Array<number>(120).fill(7)]],
  ])('one with a password of the old kind (%s) says that it is not supported', async (_, filePass) => {
    const whole = Buffer.from(oldBook());
    const start = whole.indexOf(Buffer.from([0x09, 0x08, 0x10, 0x00])) + 20;
    const record = Buffer.from([0x2f, 0, filePass.length, 0, ...filePass]);
    whole.copy(whole, start + record.length, start, whole.length - record.length);
    record.copy(whole, start);
    expect(await refusal(open(whole, 'orders.xls'))).toEqual({
      code: 'password-unsupported',
      params: { scheme: 'XLS RC4/XOR' },
    });
  });

  test('one without a workbook is something else', async () => {
    const container = XLSX.CFB.utils.cfb_new();
    XLSX.CFB.utils.cfb_add(container, 'WordDocument', Buffer.alloc(9000));
    const bytes = XLSX.CFB.write(container, { type: 'buffer' }) as Buffer;
    expect(await refusal(open(bytes, 'orders.xls'))).toMatchObject({ code: 'ole-unknown' });
  });

  function oldBook(): Uint8Array {
    const book = XLSX.utils.book_new();
    const rows = Array.from({ length: 400 }, (_, at) => [`35100${at}`, `buyer ${at}`, at]);
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), 'a');
    return bookBytes(book, 'biff8');
  }
});
