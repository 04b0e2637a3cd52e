import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as xlsx from 'xlsx';
import { type StreamedList, xlsxStream } from '../../../src/reporters/xlsx/stream.js';
import { cellText, sheetName } from '../../../src/reporters/xlsx/text.js';
import { runs } from '../../runs.js';

const header = ['订单编号', '收货地址 ', 'paid'];

describe('a streamed workbook', () => {
  test('text stays text, numbers stay numbers, blank stays blank', async () => {
    const rows = [
      ['1610000007679100003', '=HYPERLINK("http://x","y")', 201.12],
      ['000123', '两行\n第二行,"引号" <&> 𠮷😋', -5.2],
      ['', ' 前后有空格 ', 0],
      [null, '_x0041_', -0],
      ['@SUM(1)', '', Number.NaN],
    ];
    const sheet = (await workbook({ name: 'export', header, rows })).Sheets['export']!;
    expect(values(sheet)).toEqual([
      header,
      ['1610000007679100003', '=HYPERLINK("http://x","y")', 201.12],
      ['000123', '两行\n第二行,"引号" <&> 𠮷😋', -5.2],
      ['', ' 前后有空格 ', 0],
      [null, '_x0041_', 0],
      ['@SUM(1)', '', null],
    ]);
    expect(sheet['A2'].t).toBe('s');
    expect(Object.values(sheet).some((cell) => cell !== null && typeof cell === 'object' && 'f' in cell)).toBe(false);
  });

  test('no rows at all still make a workbook with its header', async () => {
    expect(values((await workbook({ name: 'export', header, rows: [] })).Sheets['export']!)).toEqual([header]);
  });

  test.each([
    ['fewer rows than a sheet holds', 3, ['list']],
    ['exactly as many', 4, ['list']],
    ['one more goes on in a second sheet', 5, ['list', 'list_2']],
    ['three sheets', 9, ['list', 'list_2', 'list_3']],
  ])('%s', async (_, count, names) => {
    const rows = Array.from({ length: count }, (_row, index) => [`order ${index}`, '', index]);
    const book = await workbook({ name: 'list', header, rows, rowsPerSheet: 5 });
    expect(book.SheetNames).toEqual(names);
    const sheets = names.map((name) => values(book.Sheets[name]!));
    expect(sheets.map(([first]) => first)).toEqual(names.map(() => header));
    expect(sheets.flatMap((sheet) => sheet.slice(1).map(([order]) => order))).toEqual(rows.map(([order]) => order));
  });

  test('the same rows give the same bytes', async () => {
    const rows = [['a', 'b', 1]];
    expect(await bytes({ name: 'x', header, rows })).toEqual(await bytes({ name: 'x', header, rows }));
  });

  test.skipIf(process.env['LONG'] === undefined)(
    'what Excel cannot hold in one sheet goes on in the next',
    async () => {
      function* many(count: number): Generator<number[]> {
        for (let row = 0; row < count; row++) yield [row];
      }
      const parts = async (rows: number) =>
        (await bytes({ name: 'x', header: ['n'], rows: many(rows) })).toString('latin1').match(/sheet\d\.xmlPK/g)
          ?.length;
      expect([await parts(1_048_575), await parts(1_048_576)]).toEqual([1, 2]);
    },
  );

  test('stops taking rows when nobody reads on, and passes on what goes wrong', async () => {
    let taken = 0;
    function* endless(): Generator<string[]> {
      try {
        for (;;) yield [`order ${taken++}`.repeat(50)];
      } finally {
        taken = -1;
      }
    }
    for await (const piece of xlsxStream({ name: 'x', header, rows: endless() })) {
      if (piece.length > 1000) break;
    }
    expect(taken).toBe(-1);
    function* broken(): Generator<string[]> {
      yield ['one'];
      throw new Error('the orders cannot be read');
    }
    await expect(bytes({ name: 'x', header, rows: broken() })).rejects.toThrow('the orders cannot be read');
  });

  test('whatever people write comes back, without what a workbook cannot hold', async () => {
    const word = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.constant('_x000D_'));
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 5 }), async (row) => {
        const sheet = (await workbook({ name: 'x', header: row.map(() => 'h'), rows: [row] })).Sheets['x']!;
        const written = row.map((text) => text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, ''));
        expect(values(sheet)[1]).toEqual(written);
      }),
      runs(300),
    );
  });
});

describe('what a cell can hold', () => {
  test('control characters and lone surrogates are taken out', () => {
    expect(cellText('a\u0000b\u001b[31mc\ud83cd\udf75e\tf\ng')).toBe('ab[31mcde\tf\ng');
  });

  test('long texts are cut at 32,767 characters, never inside one', () => {
    expect(cellText('茶'.repeat(40_000))).toHaveLength(32_767);
    expect(cellText(`${'a'.repeat(32_766)}🍵`)).toBe('a'.repeat(32_766));
  });
});

describe('what a sheet can be called', () => {
  test.each([
    ['订单', '订单'],
    ["'a/b:c*d?[e]\\'", 'a b c d  e'],
    ['', 'Sheet1'],
    ['History', 'Sheet1'],
    ['很'.repeat(40), '很'.repeat(31)],
  ])('%j', (name, expected) => {
    expect(sheetName(name, 'Sheet1')).toBe(expected);
  });
});

async function bytes(list: StreamedList): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of xlsxStream(list)) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function workbook(list: StreamedList): Promise<xlsx.WorkBook> {
  return xlsx.read(await bytes(list), { type: 'buffer' });
}

function values(sheet: xlsx.WorkSheet): (string | number | null)[][] {
  return xlsx.utils.sheet_to_json(sheet, { header: 1, raw: true, defval: null, blankrows: true });
}
