import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReadOptions } from '../../../src/adapters/options.js';
import { openFile } from '../../../src/adapters/read/open.js';
import { runs } from '../../runs.js';
import { collect, table } from './collect.js';
import { memorySource } from './memory-source.js';
import { refusal } from './refusal.js';
import { sameProcess } from './same-process.js';
import { automatic, csv, gb18030Bytes } from './write-files.js';

const columns = [0, 1, 2, 3];

async function rowsOf(content: Uint8Array | string, options: Partial<ReadOptions> = {}, piece?: number) {
  const file = await openFile(memorySource(content, 'orders.csv', piece), { ...automatic, ...options }, sameProcess);
  return { file, ...(await collect(file.sheets[0]!, columns)) };
}

const texts = async (content: Uint8Array | string, width: number, options: Partial<ReadOptions> = {}) =>
  table((await rowsOf(content, options)).rows, width);

describe('line ends', () => {
  const clean = [
    ['no', 'paid'],
    ['1', '2.00'],
    ['3', '4.00'],
  ];

  test.each([
    ['all LF', 'no,paid\n1,2.00\n3,4.00\n'],
    ['all CRLF', 'no,paid\r\n1,2.00\r\n3,4.00\r\n'],
    ['LF first, CRLF after it', 'no,paid\n1,2.00\r\n3,4.00\r\n'],
    ['CRLF first, LF after it', 'no,paid\r\n1,2.00\n3,4.00\n'],
    ['CR alone', 'no,paid\r1,2.00\r3,4.00\r'],
    ['CR CR LF', 'no,paid\r\r\n1,2.00\r\r\n3,4.00\r\r\n'],
    ['none after the last row', 'no,paid\n1,2.00\n3,4.00'],
  ])('%s: the same rows on the same lines, no row lost, no carriage return kept', async (_, content) => {
    const { rows, count } = await rowsOf(content);
    expect(table(rows, 2)).toEqual(clean);
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 3]);
    expect(count).toEqual({ rows: 3, bad: 0, blank: 0 });
  });
});

describe('quoting', () => {
  test('order numbers written as formulas come through whole', async () => {
    const content = '订单编号,买家,金额\n="3510000000000057912","ann","1"\n="","bob","2"\n"=""3510""","cid",3\n';
    expect(await texts(content, 3)).toEqual([
      ['订单编号', '买家', '金额'],
      ['="3510000000000057912"', 'ann', '1'],
      ['=""', 'bob', '2'],
      ['="3510"', 'cid', '3'],
    ]);
  });

  test('a stray quote stays in its cell and leaves the neighbours alone', async () => {
    expect(await texts('a,b,c\n1,5" pot,2\n3,"x"y,4\n5,"""6""",7\n', 3)).toEqual([
      ['a', 'b', 'c'],
      ['1', '5" pot', '2'],
      ['3', '"x"y', '4'],
      ['5', '"6"', '7'],
    ]);
  });

  test('messages of several lines are one record, and the lines after them are counted right', async () => {
    const { rows } = await rowsOf('a,b\n1,"x\ny\r\nz\u2028w"\n2,u\n');
    expect(rows.map(({ line, cells }) => [line, cells[1]])).toEqual([
      [1, 'b'],
      [2, 'x\ny\r\nz\u2028w'],
      [5, 'u'],
    ]);
  });

  const shop = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, at) => `${from + at},"buyer ${from + at}","9.90"\n`).join('');

  test.each([
    ['closed by the opening quote of the next row', `no,buyer,paid\n${shop(2, 9)}10,"ann,"9.90"\n${shop(11, 99)}`, 10],
    [
      'never closed, rows without quotes after it',
      `no,buyer,paid\n${shop(2, 9)}10,"ann,9.90\n${'11,bob,1.00\n'.repeat(89)}`,
      10,
    ],
    ['never closed, near the end', `no,buyer,paid\n${shop(2, 97)}98,"ann,9.90\n99,bob,1.00\n`, 98],
  ])('a quote %s: that row is refused with its line, the others are read', async (_, content, line) => {
    const { rows, count } = await rowsOf(content);
    expect(rows.filter(({ problem }) => problem !== undefined)).toMatchObject([{ line, problem: 'unclosed-quote' }]);
    expect(count).toEqual({ rows: 98, bad: 1, blank: 0 });
    expect(rows.map((row) => row.line)).toEqual(Array.from({ length: 99 }, (_unused, at) => at + 1));
  });

  test('a file whose quotes are broken all over is refused', async () => {
    const content = `a,b\n${'1,"x\n'.repeat(400)}`;
    expect(await refusal(rowsOf(content))).toMatchObject({ code: 'quotes-broken' });
  });
});

describe('rows', () => {
  test('blank lines and lines of delimiters are passed over and counted; a line with # is a row', async () => {
    const { rows, count } = await rowsOf('a,b\n\n,\n#1001,5\n   ,\t\n\n1,2\n\n');
    expect(rows.map(({ line, cells }) => [line, cells[0]])).toEqual([
      [1, 'a'],
      [4, '#1001'],
      [7, '1'],
    ]);
    expect(count).toEqual({ rows: 3, bad: 0, blank: 5 });
  });

  test('short and long rows say how many cells they have', async () => {
    const { rows } = await rowsOf('a,b,c\n1\n1,2,3,4,5\n1,2,3,,\n');
    expect(rows.map(({ width, filled }) => [width, filled])).toEqual([
      [3, 3],
      [1, 1],
      [5, 5],
      [5, 3],
    ]);
  });

  test('a last row cut off in the middle is refused, a complete one without line end is read', async () => {
    expect((await rowsOf('a,b,c\n1,2,3\n4,5')).rows.at(-1)).toMatchObject({ line: 3, problem: 'cut-off' });
    expect((await rowsOf('a,b,c\n1,2,3\n4,"x')).rows.at(-1)).toMatchObject({ line: 3, problem: 'cut-off' });
    expect((await rowsOf('a,b,c\n1,2,3\n4,5,6')).count).toEqual({ rows: 3, bad: 0, blank: 0 });
    expect((await rowsOf('a,b,c\n1,2,3\n4,5\n')).count.bad).toBe(0);
  });

  test('a last row cut off inside a character is refused, in UTF-8 and GB18030', async () => {
    const whole = '编号,买家\n1,张三\n2,李四';
    for (const bytes of [Buffer.from(whole), gb18030Bytes(whole)]) {
      const { rows, count } = await rowsOf(bytes.subarray(0, bytes.length - 1));
      expect(rows.at(-1)).toMatchObject({ line: 3, problem: 'cut-off' });
      expect(count).toEqual({ rows: 2, bad: 1, blank: 0 });
    }
  });

  test('a row with zero bytes is refused, its neighbours are read', async () => {
    const { rows, count } = await rowsOf('a,b\n1,2\n3,\0\0\n5,6\n');
    expect(rows[2]).toMatchObject({ line: 3, problem: 'nul-bytes' });
    expect(count).toEqual({ rows: 3, bad: 1, blank: 0 });
    expect((await (await rowsOf('a,b\n3,\0\n')).file.sheets[0]!.head(5))[1]).toEqual({ line: 2, cells: [] });
  });

  test.each([
    ['only zero bytes', Buffer.alloc(5000), 'file-zeros', {}],
    ['an empty file', '', 'file-empty', {}],
    ['only a byte order mark', '\ufeff', 'file-blank', {}],
    ['only blank lines', '\n \r\n\t\n', 'file-blank', {}],
    ['many blank lines', '\n'.repeat(100_000), 'file-blank', {}],
    [
      'zero bytes from the third line on',
      Buffer.concat([Buffer.from('a,b\n1,2\n'), Buffer.alloc(3 << 20)]),
      'zeros-from-line',
      { line: 3 },
    ],
    ['a line of 3 MB', `a,b\n1,${'x'.repeat(3 << 20)}\n`, 'record-too-long', { line: 2 }],
    [
      'a million headers',
      `${Array.from({ length: 1e6 }, (_, at) => `h${at}`).join(',')}\n`,
      'too-many-columns',
      { line: 1 },
    ],
    ['16,385 columns', `a,b\n${'1,'.repeat(16_384)}\n`, 'too-many-columns', { line: 2 }],
  ])('%s is refused at once', async (_, content, code, params) => {
    const started = performance.now();
    expect(await refusal(rowsOf(content))).toMatchObject({ code, params });
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test('16,384 columns are read', async () => {
    expect((await rowsOf(`${'h,'.repeat(16_383)}h\n${'1,'.repeat(16_383)}1\n`)).rows[1]).toMatchObject({
      width: 16_384,
    });
  });
});

const tricky = `\ufeff"订单编号",买家,"留言"\r\n="351",ann,"a ""b""\r\nc"\n2,张三,\r\r\n\r3,"x"y,"😀"\r\n4,"bob,9\n5,"卢""",z\n,,\n6,\0,7\n8,㐀,9`;

describe.each([
  ['UTF-8', (text: string) => Buffer.from(text)],
  ['GB18030', (text: string) => gb18030Bytes(text.slice(1))],
  ['UTF-16', (text: string) => Buffer.from(text, 'utf16le')],
] as const)('a tricky file in %s', (_, encode) => {
  test('gives the same rows in pieces of every size from 1 to 64', async () => {
    const bytes = encode(tricky);
    const whole = await rowsOf(bytes);
    expect(whole.rows.length).toBe(8);
    for (let piece = 1; piece <= 64; piece += 1) {
      const { rows, count } = await rowsOf(bytes, {}, piece);
      expect({ piece, rows, count }).toEqual({ piece, rows: whole.rows, count: whole.count });
    }
  });
});

test('what is written as CSV is read back, cell by cell', async () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme-composite', maxLength: 6 }),
    fc.constantFrom('a,b', '"', '""', 'x\ny', 'x\r\ny', ';', '\t', "'1", '="1"', ' x '),
  );
  const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(
      rows,
      fc.constantFrom(',', ';', '\t', '|'),
      fc.integer({ min: 1, max: 40 }),
      async (body, delimiter, piece) => {
        const kept = body.filter((row) => row.some((text) => text.trim() !== '') && !row.join('').includes('\0'));
        const all = [['编号', '买家', '留言'], ...kept].map((row) => row.map((text) => (text === '' ? null : text)));
        const { rows: got } = await rowsOf(csv(all, delimiter), { delimiter: delimiter as ',' }, piece);
        expect(table(got, 3)).toEqual(all);
      },
    ),
    runs(),
  );
});
