import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dialects } from '../../src/adapters/dialects/index.generated.js';
import { notes } from '../../src/i18n/notes.js';
import type { Imported } from '../../src/model/imported.js';
import { runs } from '../runs.js';
import { imported } from './csv-import.js';
import { answerOf, fixtureBytes, fixtureNames, importSources, ordersOf } from './dialects/platform-fixtures.js';
import { type Cutting, cutting, piecesOf, type Records, recordsOf } from './split-files.js';

type File = readonly [string, Uint8Array];

/** A report of a platform that can be cut: the whole, its rows, and the places before which it may be cut. */
interface Report {
  readonly name: string;
  readonly records: Records;
  readonly mayBegin: (at: number) => boolean;
  /** Whether rows have an order number, so that they can be known again. */
  readonly numbered: boolean;
  /** Files that are given with it. */
  readonly beside: readonly File[];
  readonly whole: Imported;
}

/** Layouts that do not tell whether a row is a product: some file must hold an order with several products in one piece. */
const FOUND_FROM_DATA = /^(?:xiaohongshu|taobao-sold)\//;

async function reportOf(name: string): Promise<Report> {
  const bytes = fixtureBytes(name);
  const answer = answerOf(name);
  const beside: File[] = (answer.with ?? []).map((other) => [other, fixtureBytes(other)] as const);
  const alone = await importSources([name, bytes], ...beside);
  const sheet = alone.files.find((file) => file.name === name)!.sheets[0]!;
  const records = recordsOf(bytes, sheet.headerLine!);
  if (FOUND_FROM_DATA.test(name)) beside.push(['witness.csv', witness(records)]);
  const whole = await importSources([name, bytes], ...beside);
  const lost = new Set(
    whole.issues.first.flatMap(({ problem, line }) => (problem === 'order-above-rejected' ? line : [])),
  );
  const continues = dialects.find(({ id }) => id === answer.dialect)?.continues === true;
  const number = (sheet.columns.find(({ field }) => field === 'order')?.position ?? 0) - 1;
  const mayBegin = (at: number) =>
    !lost.has(records.lines[at]!) && (!continues || cellOf(records.rows[at]!, number) !== '');
  return { name, records, mayBegin, numbered: number >= 0, beside, whole };
}

function cellOf(row: Uint8Array, column: number): string {
  const [cells = []] = parse(Buffer.from(row), { encoding: 'latin1', relax_quotes: true, relax_column_count: true });
  return (cells as readonly string[])[column] ?? '';
}

/** Of a layout found from the data one report: pieces of two that disagree cannot be told from one another. */
function isFirstOfItsLayout({ name }: Report, at: number, all: readonly Report[]): boolean {
  const folder = name.slice(0, name.indexOf('/') + 1);
  return !FOUND_FROM_DATA.test(name) || all.findIndex((other) => other.name.startsWith(folder)) === at;
}

/** An order with two products, the first such one of a file under another number. */
function witness({ head, rows }: Records): Uint8Array {
  const texts = rows.map((row) => Buffer.from(row).toString('latin1'));
  const numbers = texts.map((text) => /^\W*(\w+)/.exec(text)?.[1] ?? '');
  const number = numbers.find((one, at) => one !== '' && one === numbers[at + 1])!;
  const renamed = texts.filter((_, at) => numbers[at] === number).map((text) => text.replace(number, `${number}99`));
  return Buffer.concat([head, Buffer.from(renamed.join(''), 'latin1')]);
}

async function fromPieces({ name, records, mayBegin, beside }: Report, cut: Cutting): Promise<Imported> {
  return importSources(...piecesOf(name, records, cut, mayBegin), ...beside);
}

/** Whether days such as 06/10 could not be told in a piece; its rows were rejected, each with its place. */
function isAmbiguous({ rows }: Imported): boolean {
  return rows.rejected.has('time-ambiguous');
}

describe('a report cut into pieces, the header repeated, in any order, overlapping, one given twice if it has order numbers', () => {
  test.each(fixtureNames)('gives the orders of the whole: %s', async (name) => {
    const report = await reportOf(name);
    await fc.assert(
      fc.asyncProperty(cutting(report.numbered), async (cut) => {
        const pieces = await fromPieces(report, cut);
        if (isAmbiguous(pieces) && !isAmbiguous(report.whole)) return;
        expect(ordersOf(pieces)).toEqual(ordersOf(report.whole));
        expect([pieces.asOf, pieces.has]).toEqual([report.whole.asOf, report.whole.has]);
      }),
      runs(200, 8),
    );
  });

  test('gives the orders of the whole, whatever platforms are read in one run', async () => {
    const all = await Promise.all(fixtureNames.map(reportOf));
    const reports = all.filter(({ numbered }) => numbered).filter(isFirstOfItsLayout);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(reports, { minLength: 2, maxLength: 4 }),
        cutting(true),
        async (some, cut) => {
          const bytes = some.map(({ name }) => [`whole-${name}`, fixtureBytes(name)] as const);
          const beside = new Map(some.flatMap((report) => [...report.beside]));
          for (const { name } of some) beside.delete(name);
          const cutUp = some.flatMap(({ name, records, mayBegin }) => piecesOf(name, records, cut, mayBegin));
          const [whole, pieces] = [await importSources(...bytes, ...beside), await importSources(...cutUp, ...beside)];
          if (isAmbiguous(pieces) && !isAmbiguous(whole)) return;
          expect(ordersOf(pieces)).toEqual(ordersOf(whole));
        },
      ),
      runs(200, 6),
    );
  });
});

describe('what pieces cannot tell is said', () => {
  const bare = '买家会员名,买家实际支付金额,订单付款时间\n';
  const [ann, bob] = ['ann,41.86,2018/5/16 9:41\n', 'bob,20.00,2018/5/17 9:41\n'];
  const said = ({ notes: found }: Imported) => found.map(({ id }) => id);

  test('rows without order numbers: cut without overlap they are the same, overlapping they are counted twice', async () => {
    const whole = await imported({ 'all.csv': bare + ann + bob });
    const pieces = await imported({ 'a.csv': bare + ann, 'b.csv': bare + bob });
    const overlapping = await imported({ 'a.csv': bare + ann, 'b.csv': bare + bob + ann });
    expect([whole, pieces, overlapping].map(({ table }) => table.size)).toEqual([2, 2, 3]);
    for (const one of [whole, pieces, overlapping]) expect(said(one)).toContain('no-order-number');
    expect(said(overlapping)).toContain('same-rows-without-order-number');
    expect(said(pieces)).not.toContain('same-rows-without-order-number');
    expect(notes['no-order-number']!.en).toContain('repeated rows cannot be told from new ones');
    expect(notes['no-order-number']!.zh).toContain('重复的行无法识别');
  });

  test('a file of merged cells cut below the row that has the number: rows without one are counted and said', async () => {
    const name = '1688/orders.csv';
    const { records, whole } = await reportOf(name);
    const cut = { cuts: [0], overlap: 0, twice: false, names: [0, 1, 2, 3, 4, 5, 6] };
    const pieces = await importSources(...piecesOf(name, records, cut));
    expect(said(whole)).not.toContain('blank-order-numbers');
    expect(said(pieces)).toContain('blank-order-numbers');
    expect(pieces.rows.used.amount).toBe(whole.rows.used.amount);
  });

  test('one piece in which nobody can tell the month from the day: its rows are rejected with their place', async () => {
    const name = 'tiktok-shop/orders.csv';
    const { records, beside } = await reportOf(name);
    const pieces = await importSources(
      ...records.rows.map((row, at): File => [`${at}.csv`, Buffer.concat([records.head, row])]),
      ...beside,
    );
    expect(isAmbiguous(pieces)).toBe(true);
    expect(pieces.issues.byProblem.get('time-ambiguous')).toBe(pieces.rows.rejected.get('time-ambiguous')!.count);
  });
});
