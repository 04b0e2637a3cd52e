import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MappedColumn } from '../../../src/adapters/dialect.js';
import { generic } from '../../../src/adapters/dialects/generic.js';
import type { CellBlock } from '../../../src/adapters/read/cell-block.js';
import { timeRules } from '../../../src/adapters/rows/clock-rules.js';
import { CodeColumn, type CodeKind } from '../../../src/adapters/rows/code-column.js';
import { countParser, moneyParser, NumberColumn, timeParser } from '../../../src/adapters/rows/number-column.js';
import { isBad, VALUE_CELL } from '../../../src/adapters/rows/staged-column.js';
import { CellBytes } from '../../../src/adapters/values/cell-bytes.js';
import { KernelCells } from '../../../src/kernel/cells.js';
import { type Kernel, newKernel } from '../../../src/kernel/kernel.js';
import { ByteDictionary } from '../../../src/util/byte-dictionary.js';
import { gb18030Characters } from '../../../src/util/gb18030.js';
import { encodeGb18030 } from '../../../src/util/gb18030-encoder.js';
import { LaterTexts } from '../../../src/util/later-texts.js';
import { inLongRun, runs } from '../../runs.js';
import { gb18030Bytes } from '../read/write-files.js';

const ROWS = 40;
const kernel = newKernel() as Kernel;
const cells = new KernelCells(kernel, ROWS, gb18030Characters());
const starts = kernel.take(4 * ROWS);
const ends = kernel.take(4 * ROWS);
const content = kernel.take(1 << 16);
const scratch = kernel.take(1 << 17);
const rules = timeRules(generic, null, 'unknown');

/** Cells in the memory of the kernel, one after another with rubbish between them. */
function blockOf(texts: readonly Uint8Array[]): CellBlock {
  let at = content + 7;
  for (const [row, bytes] of texts.entries()) {
    kernel.bytes.set(bytes, at);
    kernel.ints[starts / 4 + row] = at;
    kernel.ints[ends / 4 + row] = at + bytes.length;
    kernel.bytes.fill(0x30 + (row % 10), at + bytes.length, at + bytes.length + 3);
    at += bytes.length + (row % 4);
  }
  const numbers = new Int32Array(texts.length);
  const column = () => ({ rows: texts.length, starts, ends });
  return { cells, rows: texts.length, lines: numbers, widths: numbers, filled: numbers, column, scratch };
}

type Encoding = 'utf-8' | 'gb18030';
const bytesOf = (text: string, encoding: Encoding) => (encoding === 'utf-8' ? Buffer.from(text) : gb18030Bytes(text));
const mapped = (field: string): MappedColumn => ({
  position: 0,
  header: 'x',
  field: field as 'memo',
  rank: 0,
  twin: false,
});

/** What a column holds of each row: state, and value, text or evidence. */
function heldTexts({ states, values, shown, texts }: CodeColumn, rows: number): unknown[] {
  return Array.from({ length: rows }, (_, row) => [
    states[row],
    (states[row]! & VALUE_CELL) === VALUE_CELL && !isBad(states[row]!) ? texts.text(values[row]!) : null,
    isBad(states[row]!) ? [values[row], shown?.get(row)] : null,
  ]);
}

function heldNumbers({ states, values, shown }: NumberColumn, rows: number): unknown[] {
  return Array.from({ length: rows }, (_, row) => [
    states[row],
    states[row] === 0 ? null : values[row],
    shown?.get(row),
  ]);
}

const blanks = ['', ' ', '\t', '\u3000', '\u00a0', '\ufeff', '\u200b', '\u2028', '\u205f', '\r\n', "'", '="', '"', '='];
const words = [
  ...[
    'null',
    'NULL',
    '-',
    '--',
    '—',
    '——',
    '无',
    '#N/A',
    '""',
    '0',
    '.0',
    'No:',
    'no: ',
    '5.03918E+18',
    '1e+5',
    '+86',
    '0086',
  ],
  ...[
    '86-',
    '8613900000001',
    '13900000001',
    '3510000000057000',
    '6917926768823643000',
    'tb12',
    '张三',
    '，',
    '€',
    '𠮷',
    'é',
    '１２',
  ],
  ...[
    '1',
    '2022',
    '-',
    '/',
    ':',
    '.',
    '12',
    '9.90',
    '-3',
    '+4',
    '1,200',
    '¥',
    '元',
    'T',
    '2022-07-01',
    '00:00:13',
    '20220229',
  ],
  ...[
    '2022/7/1 9:41',
    '2020.2.21',
    '1989-12-31',
    '2024-02-29 23:59:59',
    '2023-02-29',
    '24:00:00',
    '12345678901',
    '123456789012',
  ],
];
const cell = fc.array(fc.constantFrom(...blanks, ...words, ...words), { maxLength: 5 }).map((parts) => parts.join(''));
/** Cells, some of which say the same as the one above. */
const column = fc
  .array(fc.tuple(cell, fc.constantFrom(1, 1, 1, 2, 7)), { maxLength: ROWS })
  .map((cells) => cells.flatMap(([text, times]) => Array<string>(times).fill(text)).slice(0, ROWS));

describe.each(['utf-8', 'gb18030'] as const)('cells in %s, all at once', (encoding) => {
  const bytes = new CellBytes(encoding);
  const kinds: readonly (readonly [kind: CodeKind, field: string])[] = [
    ['text', 'memo'],
    ['text', 'buyer'],
    ['id', 'order'],
    ['phone', 'phone'],
    ['text', 'address'],
  ];

  test.each(kinds)('of %s (%s) are the texts they are one by one', (kind, field) => {
    const texts = () => (field === 'address' ? new LaterTexts() : new ByteDictionary());
    const make = () => new CodeColumn(mapped(field), texts(), kind, bytes, true);
    fc.assert(
      fc.property(column, (texts) => {
        const written = texts.map((text) => bytesOf(text, encoding));
        const [one, all] = [make(), make()];
        for (const [row, text] of written.entries()) if (text.length > 0) one.text(row, text, 0, text.length);
        all.block(0, blockOf(written), 0);
        for (const each of [one, all]) each.settle();
        expect(heldTexts(all, texts.length)).toEqual(heldTexts(one, texts.length));
      }),
      runs(800, 40),
    );
  });

  test.each([
    ['amounts', moneyParser],
    ['counts', countParser],
    ['times', timeParser(rules)],
    ['amounts that the kernel does not know', { ...moneyParser, kernel: null }],
  ] as const)('are the %s they are one by one', (_, parser) => {
    const make = () => new NumberColumn(mapped('paid'), parser, bytes, true);
    fc.assert(
      fc.property(column, (texts) => {
        const written = texts.map((text) => bytesOf(text, encoding));
        const [one, all] = [make(), make()];
        for (const [row, text] of written.entries()) if (text.length > 0) one.text(row, text, 0, text.length);
        all.block(0, blockOf(written), 0);
        expect(heldNumbers(all, texts.length)).toEqual(heldNumbers(one, texts.length));
      }),
      runs(800, 40),
    );
  });
});

describe('every day from 1989 to 2105, and some that there are not,', () => {
  const padded = (number: number) => String(number).padStart(2, '0');
  test.each([
    ['plainly', (year: number, month: number, day: number) => `${year}-${month}-${day} 1:02:03`],
    ['as usual', (year: number, month: number, day: number) => `${year}-${padded(month)}-${padded(day)} 23:59:59`],
  ])('written %s is read as it is without the kernel', (_, write) => {
    const bytes = new CellBytes('utf-8');
    const make = () => new NumberColumn(mapped('time'), timeParser(rules), bytes, true);
    const [one, all] = [make(), make()];
    for (let year = 1989; year < 2106; year++) {
      for (let month = 0; month <= 13; month++) {
        const days = Array.from({ length: 33 }, (_, day) => Buffer.from(write(year, month, day)));
        for (const [row, text] of days.entries()) one.text(row, text, 0, text.length);
        all.block(0, blockOf(days), 0);
        expect(heldNumbers(all, days.length)).toEqual(heldNumbers(one, days.length));
        for (const each of [one, all]) each.clear();
      }
    }
  });
});

test('times of 19 characters, whatever they are, are read as they are without the kernel', () => {
  const part = (bytes: string) => fc.constantFrom(...bytes.split(' '));
  const time = fc
    .tuple(
      part('0000 1989 1990 2022 2024 202a 20:2 9999'),
      part('- - / : x'),
      part('00 01 02 12 13 1: /1'),
      part('- - / ;'),
      part('00 01 28 29 30 31 32 3:'),
      fc.constantFrom(' ', ' ', 'T', '0', '!'),
      part('00 09 23 24 2/'),
      part(': : ; 0'),
      part('00 59 60 5:'),
      part(': : ; 9'),
      part('00 59 60 :0 /9'),
    )
    .map((parts) => parts.join(''));
  const bytes = new CellBytes('utf-8');
  const make = () => new NumberColumn(mapped('time'), timeParser(rules), bytes, true);
  fc.assert(
    fc.property(fc.array(time, { maxLength: ROWS }), (texts) => {
      const written = texts.map((text) => Buffer.from(text));
      const [one, all] = [make(), make()];
      for (const [row, text] of written.entries()) one.text(row, text, 0, text.length);
      all.block(0, blockOf(written), 0);
      expect(heldNumbers(all, texts.length)).toEqual(heldNumbers(one, texts.length));
    }),
    { ...runs(20_000, 500), examples: [[['0000-00-00 00:00:00']], [['2024-02-29 00:00:00', '2023-02-29 00:00:00']]] },
  );
});

test('every character of GB18030 is the one that the runtime says', () => {
  const bytes = new CellBytes('gb18030');
  const step = inLongRun(53, 1);
  const column = new CodeColumn(mapped('memo'), new ByteDictionary(), 'text', bytes, true);
  for (let first = 0x80; first < 0x110000; first += ROWS * 50 * step) {
    const written = Array.from({ length: ROWS }, (_, row) => {
      const points = Array.from({ length: 50 }, (_, at) => first + (row * 50 + at) * step);
      const isCharacter = (point: number) => point < 0x110000 && (point < 0xd800 || point > 0xdfff) && point !== 0xfffd;
      return encodeGb18030(`<${String.fromCodePoint(...points.filter(isCharacter))}>`);
    });
    const said = written.map((text) => new TextDecoder('gb18030').decode(text));
    column.block(0, blockOf(written), 0);
    const read = Array.from({ length: ROWS }, (_, row) => column.texts.text(column.values[row]!));
    expect(read).toEqual(said);
    const replaced = said.filter((text) => text.includes('\ufffd')).length;
    expect(cells.odd, `closer looks from ${first.toString(16)} on`).toBe(replaced);
    column.clear();
  }
});

test('numbers of many rows become the amounts they become one by one', () => {
  const number = fc.oneof(
    fc.double(),
    fc.nat().map((value) => value / 100),
    fc.integer().map((value) => value / 10_000),
    fc.double({ min: -1e12, max: 1e12 }),
    fc.constantFrom(1.005, 0.1 + 0.2, -0, 0.00005, 0.000049999, 900719925474.0991, 900719925474.0992),
  );
  const places = { numbers: kernel.take(8 * ROWS), kinds: kernel.take(ROWS) };
  fc.assert(
    fc.property(fc.array(fc.option(number), { minLength: 1, maxLength: ROWS }), (numbers) => {
      const [many, single] = [0, 1].map(
        () => new NumberColumn(mapped('paid'), moneyParser, new CellBytes('utf-8'), true),
      );
      for (const [row, value] of numbers.entries()) {
        kernel.doubles[places.numbers / 8 + row] = value ?? Number.NaN;
        kernel.bytes[places.kinds + row] = Number(value !== null);
        if (value !== null) single!.number(3 + row, value, false);
      }
      expect(many!.numbers(3, cells, { ...places, rows: numbers.length })).toBe(true);
      expect(heldNumbers(many!, ROWS + 3)).toEqual(heldNumbers(single!, ROWS + 3));
    }),
    runs(20_000, 500),
  );
});
