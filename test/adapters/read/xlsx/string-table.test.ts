import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasContent } from '../../../../src/adapters/read/content.js';
import type { CellSink } from '../../../../src/adapters/read/sheet.js';
import { itemAt, textAt } from '../../../../src/adapters/read/xlsx/cell-text.js';
import { ItemScanner } from '../../../../src/adapters/read/xlsx/string-items.js';
import { StringTable } from '../../../../src/adapters/read/xlsx/string-table.js';
import { CrmError } from '../../../../src/errors.js';
import { type Kernel, newKernel } from '../../../../src/kernel/kernel.js';
import { runs } from '../../../runs.js';

const kernel = newKernel() as Kernel;

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }).map((raw) => raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;')),
  fc.constantFrom(
    '',
    ' ',
    '\u3000',
    '【包邮】',
    '&#32;',
    'a&#10;b',
    '_x000D_',
    'a\r\nb',
    '&unknown;',
    '&',
    '\0',
    '\xff&',
  ),
);
const item = fc.oneof(
  { weight: 4, arbitrary: text.map((inner) => `<si><t>${inner}</t></si>`) },
  { weight: 4, arbitrary: text.map((inner) => `<si><t xml:space="preserve">${inner}</t></si>`) },
  text.map((inner) => `<si><r><rPr><b/></rPr><t>${inner}</t></r><r><t>${inner}</t></r></si>`),
  text.map((inner) => `<x:si><x:t>${inner}</x:t></x:si>`),
  text.map((inner) => `<si> <t>${inner}</t><rPh sb="0" eb="1"><t>x</t></rPh></si>`),
  fc.constantFrom('<si/>', '<si></si>', '<si><t/></si>', '\n', '<!-- -->', '<si><t>', '</si>', '</sst>'),
);

test('all strings of a small book are at hand as they are found one by one', () => {
  fc.assert(
    fc.property(
      fc.array(item, { maxLength: 30 }),
      fc.boolean(),
      fc.integer({ min: 1, max: 200 }),
      (items, raw, size) => {
        const bytes = Buffer.from(
          `<?xml version="1.0"?><sst count="1">${items.join('')}</sst>`,
          raw ? 'latin1' : 'utf8',
        );
        expect(atHand(bytes, size)).toEqual(oneByOne(bytes));
      },
    ),
    runs(10_000, 500),
  );
});

test('bytes that are no UTF-8 take more room decoded than they had', () => {
  const bytes = Buffer.from(
    `<sst>${'<si><t>&amp;\xff\xff\xff\xff</t></si><si><t>b</t></si>'.repeat(50)}</sst>`,
    'latin1',
  );
  expect(atHand(bytes, 64)).toEqual(oneByOne(bytes));
});

test('there is room for any number of them, however short', () => {
  for (const items of [
    '<si/>'.repeat(3000),
    `<si><t>a</t></si>`.repeat(3000),
    `<si><t>买家</t></si><si/>`.repeat(2000),
  ]) {
    const bytes = Buffer.from(`<sst>${items}</sst>`);
    expect(atHand(bytes, 1 << 20)).toEqual(oneByOne(bytes));
  }
});

type Told = { readonly text: string; readonly blank: boolean }[] | string;

function atHand(bytes: Uint8Array, size: number): Told {
  kernel.clear();
  kernel.bytes.fill(0x41);
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size));
  try {
    const table = new StringTable(kernel, pieces, 'orders.xlsx');
    expect(told(table, table.count)).toBe('');
    return Array.from({ length: table.count }, (_, index) => ({
      text: told(table, index),
      blank: table.blanks[index] === 1,
    }));
  } catch (error) {
    if (error instanceof CrmError) return error.code;
    throw error;
  }
}

function told(table: StringTable, index: number): string {
  let got = '';
  const sink = {
    text: (_: number, bytes: Uint8Array, from: number, to: number) => {
      got = Buffer.from(bytes.subarray(from, to)).toString('utf8');
    },
    blank: () => undefined,
  };
  table.tell(0, index, sink as unknown as CellSink);
  return got;
}

function oneByOne(whole: Uint8Array): Told {
  const scanner = new ItemScanner();
  const bytes = Buffer.concat([whole, Buffer.alloc(8)]);
  const texts: { text: string; blank: boolean }[] = [];
  for (let at = scanner.next(bytes, 0, whole.length); at >= 0; at = scanner.next(bytes, at, whole.length)) {
    const { from, to, rich } = scanner;
    const found = rich ? itemAt(bytes, from, to) : textAt(bytes, from, to);
    texts.push({ text: found, blank: !hasContent(found) });
  }
  return scanner.open ? 'workbook-damaged' : texts;
}
