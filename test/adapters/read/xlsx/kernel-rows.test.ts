import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guardedParts } from '../../../../src/adapters/read/guard.js';
import { openXlsx } from '../../../../src/adapters/read/xlsx/open-xlsx.js';
import { CrmError } from '../../../../src/errors.js';
import * as request from '../../../../src/kernel/assembly/sheet-request.js';
import { type Kernel, newKernel } from '../../../../src/kernel/kernel.js';
import { type Kernels, noKernels } from '../../../../src/kernel/kernels.js';
import { runs } from '../../../runs.js';
import { collect, type GotRow } from '../collect.js';
import { memorySource } from '../memory-source.js';
import { rowByRow } from '../row-by-row.js';
import { sameProcess } from '../same-process.js';
import { xlsxFiles, type ZipFile, zip } from '../zip-writer.js';

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }).map(escaped),
  fc.constantFrom(
    ...[
      '',
      ' ',
      '\t',
      'a',
      '\ta',
      '\n',
      'a&amp;b',
      '&#32;',
      '&#160;',
      '_x0020_',
      '_x000D_a',
      'a_x000D_',
      '_',
      'a_',
      '_x',
    ],
    ...[
      '\u3000',
      '\u3000a',
      '\u00a0',
      '\u2003',
      '\u200b',
      '\ufeff',
      '\ufeffa',
      '\u1680',
      '\u0085',
      '（退款）',
      '「买」',
      '\x01',
    ],
    ...[
      '买家'.repeat(40),
      'a'.repeat(15),
      'b'.repeat(16),
      'c'.repeat(33),
      '\r',
      'a\r\nb',
      '\x7f',
      'é',
      '\u2028',
      '\u205f',
    ],
  ),
);
const number = fc.oneof(
  fc.double().map(String),
  fc.nat().map((value) => String(value / 100)),
  fc.constantFrom(
    ...[
      '0',
      '-0',
      '1.',
      '.5',
      '-',
      '.',
      '1e3',
      '1E-7',
      '+1',
      ' 1',
      '1 ',
      '007',
      '9007199254740993',
      '9007199254740991',
    ],
    ...[
      '123456789012345678',
      '1234567890123456789',
      '0.1234567890123456',
      '1234567',
      '12345678',
      '123456789',
      '1234567890',
      '0000003',
      '00000004',
      '000000002',
      '0000000001',
      '12345678.5',
      '1234567x',
      '12345678x',
      '-12.50',
      '1.2.3',
      '43101.5',
      'NaN',
      'Infinity',
    ],
  ),
);
const attributes = fc.constantFrom(
  ...['', ' s="1"', ' s="0"', ' s="2"', ' s="999999999"', ' s=""', ' s="x"', " s='1'", ' s="1" ', '  s="1"', ' cm="1"'],
);
const type = (name: string) => fc.constantFrom(` t="${name}"`, ` t='${name}'`, ` t="${name}" `);
const value = (name: string, content: fc.Arbitrary<string>) =>
  fc.tuple(attributes, type(name), content, fc.boolean()).map(([style, kind, inner, first]) => {
    const both = first ? style + kind : kind + style;
    return `${both}><v>${inner}</v></c>`;
  });
const cell = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(attributes, number).map(([style, inner]) => `${style}><v>${inner}</v></c>`) },
  value('n', number),
  { weight: 3, arbitrary: value('s', fc.oneof(fc.nat({ max: 7 }).map(String), number)) },
  value('str', text),
  value('b', fc.constantFrom('0', '1', 'true', ' 1', '2', '')),
  value('e', fc.constantFrom('#N/A', '#REF!', '', '&lt;')),
  value('d', fc.constantFrom('2018-01-01', 'x')),
  value('x', number),
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        attributes,
        type('inlineStr'),
        text,
        fc.constantFrom('<t>', '<t xml:space="preserve">', '<t xml:space="default">'),
      )
      .map(([style, kind, inner, tag]) => `${style}${kind}><is>${tag}${inner}</t></is></c>`),
  },
  fc.constantFrom(
    ...['/>', ' />', '></c>', ' s="1"/>', ' t="s"/>', ' t="inlineStr"/>', ' t="str"></c>', ' t="n"/>', '><v/></c>'],
    ...[
      '><f>A1</f><v>3</v></c>',
      '><f ca="1">A1&lt;2</f><v>3</v></c>',
      ' t="s"><f>A1</f><v>1</v></c>',
      '><f>A1</f><v></v></c>',
      '><f>1</g><v>2</v></c>',
      ' t="str"><f si="0" t=">" /><v>b</v></c>',
      '><f>A1</f></c>',
      ' t="str"><f/><v>a</v></c>',
      '><!-- --><v>1</v></c>',
      '> <v>1</v></c>',
    ],
    ...[
      ' t="inlineStr"><is><r><t>a</t></r></is></c>',
      ' t="inlineStr"><v>1</v></c>',
      ' t="inlineStr"><is/></c>',
      '>1</c>',
    ],
    ...[' t="s"><is><t>a</t></is></c>', ' t="inlineStr"><is><t/></is></c>', '><v>1</v> </c>', '><v>1</v><extLst/></c>'],
  ),
);
const rowTag = fc.constantFrom(
  ...['', ' spans="1:9"', ' spans=">" ht=\'">\'', ' customHeight="1"', ' s="1"', ' ', " hidden='1'"],
);

/** Rows with cells of every kind in mostly rising columns, most with addresses. */
const rows = fc
  .array(
    fc.record({
      skip: fc.constantFrom(0, 0, 0, 0, 1, 7, 99, -1),
      tag: rowTag,
      named: fc.constantFrom(true, true, true, false),
      cells: fc.array(
        fc.tuple(fc.constantFrom(0, 0, 0, 1, 24, 25, 700, -1), fc.constantFrom(0, 0, 0, 0, 0, 1, 2), cell),
        { maxLength: 6 },
      ),
      between: fc.constantFrom('', '', '', '\n', '<!-- </row> -->'),
    }),
    { maxLength: 8 },
  )
  .map((all) => {
    let line = 0;
    let xml = '';
    for (const { skip, tag, named, cells, between } of all) {
      line += 1 + skip;
      let column = -1;
      const inner = cells.map(([gap, odd, rest]) => {
        column += 1 + gap;
        const address = odd === 1 ? '' : ` r="${letters(column)}${odd === 2 ? line + 1 : line}"`;
        return `<c${address}${rest}`;
      });
      xml += `<row${named ? ` r="${line}"` : ''}${tag}>${inner.join(between.trim() === '' ? between : '')}</row>${between}`;
    }
    return xml;
  });
const strings =
  '<si><t>编号</t></si><si><t xml:space="preserve"> </t></si><si><r><t>a</t></r></si><si><t>a&#10;b</t></si><si><t/></si>';
const columns = [0, 1, 2, 27, 702];

test('a sheet is read the same with the kernel and without, whatever stands in it', async () => {
  const flips = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...'<>/"= crtvs&_0A\0\n')), { maxLength: 2 });
  await fc.assert(
    fc.asyncProperty(
      rows,
      fc.option(flips, { freq: 2 }),
      fc.constantFrom(7, 64, 300, 1 << 18),
      fc.constantFrom(1, 3, 4096),
      fc.constantFrom(0, 1 << 20),
      async (xml, flipped, piece, room, few) => {
        const bytes = Buffer.from(xml);
        for (const [at, byte] of flipped ?? []) if (bytes.length > 0) bytes.write(byte, at % bytes.length, 'latin1');
        const files = xlsxFiles(bytes.toString('latin1'), { strings }).map((file) => ({
          ...file,
          content: /sheet1/.test(file.name) ? Buffer.from(String(file.content), 'latin1') : file.content,
          stored: true,
        }));
        expect(await said(files, { borrow: newKernel, giveBack: () => undefined }, piece, room, few)).toEqual(
          await said(files, noKernels, piece),
        );
      },
    ),
    runs(10_000, 200),
  );
});

test('what programs usually write is read by the kernel', async () => {
  const line = (at: number) =>
    [
      `<row r="${at}" spans="1:9" x14ac:dyDescent="0.2"><c r="A${at}" s="1" t="s"><v>0</v></c><c r="B${at}" t="s"><v>3</v></c>`,
      `<c r="C${at}" s="1"/><c r="D${at}" s="2"></c><c r="E${at}" t="n"><v>12.5</v></c><c r="F${at}"><v>-3</v></c>`,
      `<c r="G${at}" t="inlineStr"><is><t>（退款）</t></is></c><c r="H${at}" t="str"><v>a&amp;b</v></c>`,
      `<c r="I${at}" t="inlineStr"><is><t xml:space="preserve"> a </t></is></c><c r="J${at}" t="b"><v>1</v></c>`,
      `<c r="K${at}"><f>E${at}*2</f><v>25</v></c><c r="L${at}" t="str"><f t="shared" si="0"/><v>x</v></c></row>`,
    ].join('');
  const xml = Array.from({ length: 3000 }, (_, index) => line(index + 1)).join('');
  let scanned = 0;
  const kernel = newKernel() as Kernel;
  const { scanRows } = kernel.functions;
  const counting = {
    ...kernel.functions,
    scanRows: (place: number) => {
      const why = scanRows(place);
      scanned += kernel.ints[(place + request.ROWS) >> 2]!;
      return why;
    },
  };
  Object.defineProperty(kernel, 'functions', { value: counting });
  const files = xlsxFiles(xml, { strings });
  const one: Kernels = { borrow: () => kernel, giveBack: () => undefined };
  for (const few of [0, 1 << 20]) {
    scanned = 0;
    expect(await said(files, one, 1 << 18, 4096, few)).toEqual(await said(files, noKernels));
    expect(scanned).toBe(3000);
  }
});

async function said(
  files: readonly ZipFile[],
  kernels: Kernels,
  piece = 1 << 18,
  room = 4096,
  few = 1 << 20,
): Promise<unknown> {
  const source = memorySource(zip(files), 'orders.xlsx');
  const parts = await guardedParts(source);
  const crumbling = { ...source, at: (at: number, length: number) => source.at(at, Math.min(length, piece)) };
  try {
    const [sheet] = await openXlsx(crumbling, parts, { ...sameProcess, kernels }, few);
    const { rows, count } = await collect(rowByRow(sheet!, room), columns);
    return { rows: rows.map(withoutBlanks), count };
  } catch (error) {
    if (error instanceof CrmError) return { code: error.code, params: error.params };
    if (error instanceof TypeError) return 'no UTF-8';
    throw error;
  }
}

/** A blank cell, one that is a string of the table without characters and one that is not reported are the same. */
function withoutBlanks(row: GotRow): GotRow {
  const cells = Object.entries(row.cells).filter(([, cell]) => cell !== null && cell !== '');
  return { ...row, cells: Object.fromEntries(cells) };
}

function escaped(raw: string): string {
  return raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function letters(column: number): string {
  let name = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  }
  return name;
}
