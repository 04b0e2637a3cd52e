import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { Report } from '../model/report.js';
import { chosenTable } from './chosen-table.js';
import { parquetColumn } from './parquet-column.js';
import type { Reporter, Style } from './reporter.js';

/** Rows that are written, and kept in memory, together. */
const GROUP = 32_768;

/**
 * One table as Parquet, for DuckDB, Spark, ClickHouse or pandas: `style.table`, else the report's main one, of the
 * report's first currency. Columns are keyed like the CSV: amounts DECIMAL(18, decimals of the currency), counts INT64,
 * days DATE, times TIMESTAMP without a zone, texts UTF-8, the rest DOUBLE; null = cannot be computed. Snappy, with
 * dictionaries. Written by groups of rows, so that memory does not grow with the table; the same table gives the same bytes.
 */
export const parquetReporter: Reporter = {
  id: 'parquet',
  title: { zh: 'Parquet（一张表，给 DuckDB、Spark、pandas）', en: 'Parquet (one table, for DuckDB, Spark, pandas)' },
  extensions: ['parquet'],
  write: (report, style) => groups(report, style),
};

async function* groups(report: Report, style: Style): AsyncGenerator<Uint8Array> {
  const table = chosenTable(report, style);
  const columns = table.columns.map((column) => parquetColumn(column, report.currency));
  const writer = new ByteWriter();
  const file = new ParquetWriter({
    writer,
    schema: [{ name: 'root', num_children: columns.length }, ...columns.map(({ element }) => element)],
    createdBy: 'huitouke',
  });
  let data = columns.map((): unknown[] => []);
  let rows = 0;
  const write = async () => {
    await file.write({
      columnData: columns.map(({ element }, at) => ({ name: element.name, data: data[at] ?? [] })),
      rowGroupSize: rows,
    });
    data = columns.map(() => []);
    rows = 0;
  };
  for await (const row of table.rows) {
    for (const [at, column] of columns.entries()) data[at]?.push(column.value(row[at] ?? null));
    rows++;
    if (rows < GROUP) continue;
    await write();
    yield taken(writer);
  }
  if (rows > 0) await write();
  await file.finish();
  yield taken(writer);
}

/** What was written since the last time; offsets in the file go on counting. */
function taken(writer: ByteWriter): Uint8Array {
  const bytes = new Uint8Array(writer.getBytes());
  writer.index = 0;
  return bytes;
}
