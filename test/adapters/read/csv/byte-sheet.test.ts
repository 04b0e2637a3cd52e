import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byteSheet } from '../../../../src/adapters/read/csv/byte-sheet.js';
import type { Encoding } from '../../../../src/adapters/read/decode.js';
import { findEncoding } from '../../../../src/adapters/read/encoding.js';
import type { Sheet } from '../../../../src/adapters/read/sheet.js';
import type { TextLayout } from '../../../../src/adapters/read/text-rows.js';
import { textSheet } from '../../../../src/adapters/read/text-sheet.js';
import type { ByteSource } from '../../../../src/adapters/sources.js';
import { CrmError } from '../../../../src/errors.js';
import { inLongRun, runs } from '../../../runs.js';
import { collect } from '../collect.js';
import { memorySource } from '../memory-source.js';
import { gb18030Bytes, utf16 } from '../write-files.js';

const columns = [0, 1, 2, 4];

/** Everything a reader says of a file: rows and counts, or the refusal. `room`: rows it may give at once. */
async function said(sheet: Sheet, wanted = columns, room: number | null = null): Promise<unknown> {
  try {
    const head = await sheet.head(4);
    const { rows, count } = await collect(sheet, wanted, room);
    return { head, rows, count: { rows: count.rows, bad: count.bad, blank: count.blank } };
  } catch (error) {
    if (error instanceof CrmError) return { code: error.code, params: error.params };
    throw error;
  }
}

async function layoutOf(
  source: ByteSource,
  forced: Encoding,
  delimiter: string,
  skipFirstLine: boolean,
): Promise<TextLayout> {
  const { encoding, mark, cut } = await findEncoding(source, forced);
  return { encoding, mark, end: source.size - cut, cutOff: cut > 0, delimiter, skipFirstLine };
}

/** What csv-parse says of the same bytes; `rooms`: how many rows are taken at once. */
async function both(
  bytes: Uint8Array,
  encoding: Encoding,
  delimiter: string,
  piece: number,
  skipFirstLine = false,
  rooms: readonly number[] = [1 + (piece % 6), 4096],
) {
  const whole = memorySource(bytes);
  const layout = await layoutOf(whole, encoding, delimiter, skipFirstLine);
  const byBytes = byteSheet(memorySource(bytes, 'orders.csv', piece), layout, () => undefined);
  const byLibrary = textSheet(whole, layout, () => undefined);
  const got = await said(byBytes);
  for (const room of rooms) expect(await said(byBytes, columns, room), `${room} rows at once`).toEqual(got);
  return { got, expected: await said(byLibrary), byBytes };
}

/** Nothing but what decides about cells and lines, and a little to fill them. */
const crumbs = fc.constantFrom(
  '"',
  '"',
  ',',
  ',',
  '\n',
  '\r',
  '\r\n',
  '\r\r\n',
  ' ',
  'a',
  '张',
  '，',
  '\u3000',
  '""',
  '="1"',
  '\0',
  ';',
  '\t',
);
const torn = fc.array(crumbs, { maxLength: 60 }).map((parts) => parts.join(''));

const encodings: readonly (readonly [name: Encoding, write: (text: string) => Uint8Array])[] = [
  ['utf-8', (text) => Buffer.from(text)],
  ['gb18030', gb18030Bytes],
  ['utf-16be', (text) => utf16(text, 'be', true)],
];

describe.each(encodings)('text in %s, torn anywhere', (encoding, write) => {
  test.each([',', ';', '\t', '|'])('reads as csv-parse reads it, apart at %s', async (delimiter) => {
    await fc.assert(
      fc.asyncProperty(torn, fc.integer({ min: 1, max: 70 }), fc.boolean(), async (text, piece, skip) => {
        const { got, expected } = await both(write(text.replaceAll(',', delimiter)), encoding, delimiter, piece, skip);
        expect(got).toEqual(expected);
      }),
      runs(4000),
    );
  });
});

/** Tables as shops write them, of cells of any length, with something odd now and then. */
const piece = fc.constantFrom(
  '张三',
  'a',
  '9.90',
  ' ',
  '支付宝',
  '2022-07-01 00:00:13',
  '""',
  '\n',
  '\r\n',
  ',',
  '，',
  'é',
);
const longer = fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(''));
const plain = longer.map((text) => text.replace(/[",;\t|\r\n]/g, ''));
const written = fc.oneof(
  { weight: 6, arbitrary: longer.map((text) => `"${text}"`) },
  { weight: 4, arbitrary: plain },
  { weight: 2, arbitrary: plain.map((text) => `="${text}"`) },
  { weight: 1, arbitrary: fc.constant('') },
);
const oddities = fc.constantFrom('\r', '\0', '"', 'x"', '""x', ',,,,', ' ', '\u3000', '\ufeff');
const row = fc.tuple(
  fc.array(written, { minLength: 3, maxLength: 7 }),
  fc.option(oddities, { freq: 12, nil: '' }),
  fc.constantFrom('\n', '\n', '\r\n'),
);
const tableText = fc
  .array(row, { maxLength: 25 })
  .map((rows) => rows.map(([cells, odd, end]) => `${cells.join(',')}${odd}${end}`).join(''));

describe.each(encodings.slice(0, 2))('tables in %s with few oddities', (encoding, write) => {
  test('read as csv-parse reads them, row by row and many rows at once', async () => {
    await fc.assert(
      fc.asyncProperty(tableText, fc.integer({ min: 1, max: 3000 }), async (text, pieces) => {
        const { got, expected } = await both(write(text), encoding, ',', pieces);
        expect(got).toEqual(expected);
      }),
      runs(3000),
    );
  });
});

describe('long records and long stretches of broken quoting', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, at) => `${at},"buyer ${at}",9.90\n`).join('');
  const open = `no,buyer,paid\n${rows(3000)}`;

  test.each([
    ['a message of 49 line breaks', `${open}1,"${'x\n'.repeat(49)}",2\n${rows(9)}`],
    ['a message of 60 line breaks', `${open}1,"${'x\n'.repeat(60)}",2\n${rows(9)}`],
    ['a cell of 900 KB', `${open}1,"${'张'.repeat(300_000)}",2\n${rows(9)}`],
    ['a record of more than 1 MiB in short lines', `${open}1,"${`${'y'.repeat(40_000)}\n`.repeat(30)}",2\n${rows(9)}`],
    ['one quote closed too early among good rows', `${open}7,"5" pot",2\n${rows(5000)}`],
    ['quotes closed too early in every third row', `${open}${`${rows(2)}7,"5" pot",2\n`.repeat(2500)}`],
    ['a quote never closed, and 3,000 rows after it', `${open}7,"never,2\n${rows(3000)}`],
    ['a quote never closed among lines that end in CR', `${open}7,"never,2\n${rows(500)}`.replaceAll('\n', '\r')],
    ['a quote never closed in the last line', `${open}7,"never,2`],
    ['quotes broken all over', `a,b\n${'1,"x\n'.repeat(400)}`],
    ['20,000 columns', `${open}${'1,'.repeat(20_000)}\n`],
  ])(
    '%s: as csv-parse reads it',
    async (_, text) => {
      // A record that is held through hundreds of small pieces is copied as often.
      const small = text.length > 1 << 20 ? inLongRun([], [5000]) : [5000];
      for (const piece of [...small, 65_536, 1 << 20]) {
        const { got, expected } = await both(
          Buffer.from(text),
          'utf-8',
          ',',
          piece,
          false,
          inLongRun([4096], [3, 4096]),
        );
        expect(got).toEqual(expected);
      }
    },
    120_000,
  );

  test('the first line with text after a closing quote is said', async () => {
    const countOf = async (text: string) => {
      const { byBytes } = await both(Buffer.from(text), 'utf-8', ',', 64);
      return (await collect(byBytes, [0])).count;
    };
    expect(await countOf('a,b\n1,2\n3,"5" pot\n')).toEqual({ rows: 3, bad: 0, blank: 0, looseFrom: 3 });
    expect(await countOf('a,b\n1,5" pot\n="3","""x"""\n')).toEqual({ rows: 3, bad: 0, blank: 0 });
  });
});
