import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as XLSX from 'xlsx';
import { guardedParts } from '../../../../src/adapters/read/guard.js';
import { repacked } from '../../../../src/adapters/read/repack.js';
import type { Sheet } from '../../../../src/adapters/read/sheet.js';
import { workbookSheets } from '../../../../src/adapters/read/workbook.js';
import { isDateFormat } from '../../../../src/adapters/read/xlsx/date-format.js';
import { openXlsx } from '../../../../src/adapters/read/xlsx/open-xlsx.js';
import { CrmError } from '../../../../src/errors.js';
import { runs } from '../../../runs.js';
import { collect, type GotRow } from '../collect.js';
import { memorySource } from '../memory-source.js';
import { sameProcess } from '../same-process.js';
import { bookBytes } from '../write-files.js';
import { xlsxFiles, zip } from '../zip-writer.js';

const columns = [0, 1, 2, 3];

async function said(open: () => Promise<readonly Sheet[]>): Promise<unknown> {
  try {
    const answers = [];
    for (const sheet of await open()) {
      const { rows, count } = await collect(sheet, columns);
      answers.push({ name: sheet.name, head: await sheet.head(3), rows: rows.map(withoutEmpty), count });
    }
    return answers;
  } catch (error) {
    if (error instanceof CrmError) return error.code;
    throw error;
  }
}

/** A cell not reported, a blank one and an empty text are the same. */
function withoutEmpty(row: GotRow): GotRow {
  const cells = Object.entries(row.cells).filter(([, value]) => value !== null && value !== '');
  return { ...row, cells: Object.fromEntries(cells) };
}

/** What our reader says of a book, and what the xlsx package says. */
async function both(bytes: Uint8Array) {
  const source = memorySource(bytes, 'orders.xlsx');
  const parts = await guardedParts(source);
  return {
    got: await said(() => openXlsx(source, parts, sameProcess)),
    expected: await said(() => workbookSheets(source, 'xlsx', repacked(source, parts), sameProcess)),
  };
}

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme-composite', maxLength: 8 }),
  fc.constantFrom('<', '&amp;', '_x000D_', '_x005F_', '_', 'tb_x', ' ', '\u3000', 'a\nb', ']]>', '"', "'", '\ufeffa'),
);
const formats = ['General', '0.00', 'yyyy-mm-dd', 'm/d/yy h:mm', '[h]:mm', '"d"0', '0.00E+00', '[Red]0', '¥#,##0.00'];
const cell = fc.oneof(
  fc.constant(null),
  hostile.map((text) => ({ t: 's', v: text })),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => ({ t: 'n', v: value })),
  fc.integer().map((value) => ({ t: 'n', v: value / 100 })),
  fc
    .record({ v: fc.double({ min: 0, max: 80_000, noNaN: true }), z: fc.constantFrom(...formats) })
    .map((value) => ({ t: 'n', ...value })),
  fc.boolean().map((value) => ({ t: 'b', v: value })),
  fc.constantFrom(0, 7, 15, 23, 29, 36, 42).map((value) => ({ t: 'e', v: value })),
);
const sheet = fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 8 });

test('a book that the xlsx package wrote is read as the package reads it, wherever its texts stand', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(sheet, { minLength: 1, maxLength: 3 }), fc.boolean(), async (sheets, from1904) => {
      const book = XLSX.utils.book_new();
      for (const [at, rows] of sheets.entries()) {
        XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows as unknown[][]), `表${at}`);
      }
      book.Workbook = { WBProps: { date1904: from1904 } };
      const written = (bookSST: boolean) =>
        XLSX.write(book, { type: 'buffer', bookType: 'xlsx', bookSST }) as Uint8Array;
      const { got, expected } = await both(written(true));
      expect(got).toEqual(expected);
      // The package unescapes texts of cells twice, so those are compared with the shared ones.
      expect((await both(written(false))).got).toEqual(got);
    }),
    runs(3000),
  );
});

/** Cells in every spelling a program may choose. */
const spelled = fc.constantFrom(
  '<c r="A1"><v>1</v></c>',
  "<c s='1' r='A1' ><v>43101.5</v></c>",
  '<c r="A1" t="s"><v>1</v></c>',
  '<c t="s" r="A1"><v>2</v></c>',
  '<c r="A1" t="s"><v>3</v></c>',
  '<c r="A1" t="inlineStr"><is><t>买&amp;家</t></is></c>',
  '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> a </t></is></c>',
  '<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>a</t></r><r><t>b</t></r></is></c>',
  '<c r="A1" t="inlineStr"><is><t>漢字</t><rPh sb="0" eb="2"><t>かんじ</t></rPh></is></c>',
  '<c r="A1" t="inlineStr"><is><t/></is></c>',
  '<c r="A1" t="str"><f>B1&amp;"x"</f><v>tb_ann</v></c>',
  '<c r="A1" t="str"><f>B1</f><v></v></c>',
  '<c r="A1"><f t="shared" si="0"/><v>14</v></c>',
  '<c r="A1"><f>7*2</f></c>',
  '<c r="A1"><f>7*2</f><v/></c>',
  '<c r="A1" s="1"/>',
  '<c r="A1" s="1"></c>',
  '<c r="A1"><v></v></c>',
  '<c r="A1" t="b"><v>1</v></c>',
  '<c r="A1" t="e"><v>#N/A</v></c>',
  '<c r="A1" t="n"><v>-0.30000000000000004</v></c>',
  '<c r="A1" t="n"><v>1.5E-7</v></c>',
  '<c r="A1" t="n"><v>1e308</v></c>',
  '<c r="A1" t="d" s="1"><v>2018-01-01T06:00:00</v></c>',
  '<c r="A1"\n s="1"\tt="n"><v>60</v></c>',
  '<c r="A1" cm="1" vm="2"><v>5</v><extLst><ext uri="x"><y/></ext></extLst></c>',
);

const strings =
  '<si><t>编号</t></si><si><t xml:space="preserve"> </t></si><si><r><t>rich </t></r><r><rPr/><t>text</t></r><phoneticPr fontId="1"/></si><si><t>a&#10;b_x000D_</t></si>';

describe.each([
  ['', ''],
  ['with a prefix before every name', 'x:'],
])('cells in every spelling%s', (_, prefix) => {
  const prefixed = (xml: string) =>
    xml.replace(/<(\/?)(?=[a-zA-Z])/g, `<$1${prefix}`).replace(/xmlns="/g, prefix === '' ? 'xmlns="' : 'xmlns:x="');

  test('are read as the xlsx package reads them', async () => {
    const row = fc.array(fc.option(spelled, { freq: 5 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 6 }), fc.boolean(), async (rows, stored) => {
        const xml = rows
          .map((cells, at) => {
            const inner = cells.map((cell, column) =>
              (cell ?? '').replace(/r=(["'])A1/, `r=$1${'ABCD'[column]}${2 * at + 1}`),
            );
            return `<row r="${2 * at + 1}" spans="1:4">${inner.join('')}</row>`;
          })
          .join('\n');
        const files = xlsxFiles(xml, { strings }).map((file) => ({
          ...file,
          stored,
          content: /sheet1|sharedStrings/.test(file.name) ? prefixed(String(file.content)) : file.content,
        }));
        const { got, expected } = await both(zip(files));
        expect(got).toEqual(expected);
      }),
      runs(3000),
    );
  });
});

test('a number format is one of dates where the xlsx package says so', () => {
  const piece = fc.constantFrom(
    ...'0#?.,;@_\\" dmyhsE+-Redb1BaAp/',
    'General',
    'AM/PM',
    'A/P',
    '上午/下午',
    '[h]',
    '[mm]',
    '[Red]',
    '[$-804]',
    '[>0]',
    '"元"',
    '\\d',
    '_d',
    '[红色]',
    '年',
    '0.00E+00',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
      const code = pieces.join('');
      expect([code, isDateFormat(code)]).toEqual([code, XLSX.SSF.is_date(code)]);
    }),
    runs(),
  );
});

test('books of the xlsx package in both ways of keeping strings', async () => {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(
    book,
    XLSX.utils.aoa_to_sheet([
      ['a', 'b'],
      [1, 'x'],
    ]),
    'one',
  );
  const { got, expected } = await both(bookBytes(book, 'xlsx'));
  expect(got).toEqual(expected);
});
