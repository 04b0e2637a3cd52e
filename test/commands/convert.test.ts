import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importOrders } from '../../src/adapters/import.js';
import { normalOrders } from '../../src/analysis/lists/normal-orders.js';
import { analyzeReport } from '../../src/commands/analyze.js';
import { memorySource } from '../../src/commands/memory-source.js';
import type { Imported } from '../../src/model/imported.js';
import type { Report } from '../../src/model/report.js';
import { reporters } from '../../src/reporters/index.generated.js';
import { plainOptions } from '../adapters/csv-import.js';
import { parquetServices } from '../adapters/read/parquet/same-process.js';
import { inventedReport, plain } from '../reporters/invented-report.js';
import { runs } from '../runs.js';
import { type DrawnFile, drawnExports, overlappingExports } from './drawn-exports.js';

const formats = ['csv', 'ndjson', 'xlsx', 'parquet'];

async function bytesOf(report: Report, format: string): Promise<Uint8Array> {
  const reporter = await reporters[format]!.load();
  const pieces: Uint8Array[] = [];
  for await (const piece of reporter.write(report, { ...plain, bom: true })) {
    pieces.push(typeof piece === 'string' ? Buffer.from(piece) : piece);
  }
  return Buffer.concat(pieces);
}

function read(files: readonly (readonly [string, string | Uint8Array])[]): Promise<Imported> {
  const sources = files.map(([name, content]) =>
    memorySource(name, [typeof content === 'string' ? Buffer.from(content) : content]),
  );
  return importOrders(sources, plainOptions, parquetServices);
}

function converted({ table, clock }: Imported, format: string): Promise<Uint8Array> {
  const { table: orders, currency } = normalOrders(table, clock);
  return bytesOf({ ...inventedReport({ tables: [orders] }), main: 'orders', currency }, format);
}

/** The analysis without what is said of the files themselves: facts, notes, rejected and duplicate rows. */
async function analysis(imported: Imported): Promise<unknown> {
  const report = await analyzeReport('analyze', imported, {}, []);
  const text = Buffer.from(await bytesOf(report, 'json')).toString();
  return withoutRows(JSON.parse(text) as Readonly<Record<string, unknown>>);
}

function withoutRows({
  files: _files,
  notes: _notes,
  issues: _issues,
  ...report
}: Readonly<Record<string, unknown>>): unknown {
  const tables = report['tables'] as readonly { id: string; rows: readonly { step?: string }[] }[];
  const others = report['others'] as readonly Readonly<Record<string, unknown>>[];
  return {
    ...report,
    tables: tables.map((table) => ({
      ...table,
      rows: table.rows.filter(({ step }) => step?.startsWith('rows.') !== true),
    })),
    others: others.map(withoutRows),
  };
}

describe.each(formats)('orders converted to %s', (format) => {
  test('are analysed like the exports they came from, and converted again they are the same file', async () => {
    await fc.assert(
      fc.asyncProperty(drawnExports, async (files) => {
        const before = await readable(files);
        if (before === null) return;
        const file = await converted(before, format);
        const after = await read([[`orders.${format}`, file]]);
        // The last day may be that of a row which lost against another of its order and line, and is no order's.
        expect(after.asOf).toBeLessThanOrEqual(before.asOf);
        if (after.asOf === before.asOf) expect(await analysis(after)).toEqual(await analysis(before));
        expect(Buffer.from(await converted(after, 'csv')).toString()).toBe(
          Buffer.from(await converted(before, 'csv')).toString(),
        );
      }),
      runs(300, 12),
    );
  });
});

/** Drawn files may hold nothing that can be used, or no order: then nothing tells the shop's clock. */
async function readable(files: readonly DrawnFile[]): Promise<Imported | null> {
  try {
    const imported = await read(files);
    return imported.table.size === 0 ? null : imported;
  } catch {
    return null;
  }
}

test('history and a newer export give what the two exports give', async () => {
  await fc.assert(
    fc.asyncProperty(overlappingExports, async ([old, fresh]) => {
      const both = await readable([old, fresh]);
      const history = await readable([old]);
      if (both === null || history === null) return;
      const mixed = await read([['history.csv', await converted(history, 'csv')], fresh]);
      expect(await analysis(mixed)).toEqual(await analysis(both));
    }),
    runs(300),
  );
});
