import { importOrders } from '../../src/adapters/import.js';
import { normalOrders } from '../../src/analysis/lists/normal-orders.js';
import { analyzeReport } from '../../src/commands/analyze.js';
import { memorySource } from '../../src/commands/memory-source.js';
import type { AnalysisOptions } from '../../src/commands/run-import.js';
import type { Imported } from '../../src/model/imported.js';
import type { Report } from '../../src/model/report.js';
import { reporters } from '../../src/reporters/index.generated.js';
import { plainOptions } from '../adapters/csv-import.js';
import { parquetServices } from '../adapters/read/parquet/same-process.js';
import { inventedReport, plain } from '../reporters/invented-report.js';
import type { DrawnFile } from './drawn-exports.js';

/** The formats that orders are converted to. */
export const formats = ['csv', 'ndjson', 'xlsx', 'parquet'];

async function bytesOf(report: Report, format: string): Promise<Uint8Array> {
  const reporter = await reporters[format]!.load();
  const pieces: Uint8Array[] = [];
  for await (const piece of reporter.write(report, { ...plain, bom: true })) {
    pieces.push(typeof piece === 'string' ? Buffer.from(piece) : piece);
  }
  return Buffer.concat(pieces);
}

/** Imports files in memory: name and content. */
export function read(files: readonly (readonly [string, string | Uint8Array])[]): Promise<Imported> {
  const sources = files.map(([name, content]) =>
    memorySource(name, [typeof content === 'string' ? Buffer.from(content) : content]),
  );
  return importOrders(sources, plainOptions, parquetServices);
}

/** What `crm convert` writes of an import. */
export function converted(imported: Imported, format: string): Promise<Uint8Array> {
  const { table: orders, currency } = normalOrders(imported);
  return bytesOf({ ...inventedReport({ tables: [orders] }), main: 'orders', currency }, format);
}

/** What `crm analyze` answers, without what is said of the files themselves: facts, notes, rejected and duplicate rows. */
export async function analysis(imported: Imported, options: AnalysisOptions = {}): Promise<unknown> {
  const report = await analyzeReport('analyze', imported, options, []);
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

/** Drawn files may hold nothing that can be used, or no order: then nothing tells the shop's clock. */
export async function readable(files: readonly DrawnFile[]): Promise<Imported | null> {
  try {
    const imported = await read(files);
    return imported.table.size === 0 ? null : imported;
  } catch {
    return null;
  }
}
