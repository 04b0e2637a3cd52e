import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { parquetMetadata, parquetScan, parquetSchema } from 'hyparquet';
import { cellWriter, type ParquetValue, textParsers } from './parquet-cell.js';

/** What is asked of a file: so many rows, these columns (positions); null = all. */
export interface ParquetWish {
  readonly limit: number | null;
  readonly columns: readonly number[] | null;
}

/** Rows are put into text so many at a time. */
const BATCH = 4096;

/** Packings that the system unpacks; the package itself unpacks Snappy and none. */
const compressors = {
  GZIP: (input: Uint8Array, length: number) => gunzipSync(input, { maxOutputLength: length }),
  BROTLI: (input: Uint8Array, length: number) => brotliDecompressSync(input, { maxOutputLength: length }),
};
const unpacked: ReadonlySet<string> = new Set(['UNCOMPRESSED', 'SNAPPY', ...Object.keys(compressors)]);

/**
 * Writes a Parquet file as lines of JSON: `{"names":[…]}`, an array for each row with its line (from 1) first and null
 * for columns that were not asked for, and `{"rows":n}` when all were written; `{"packing":"ZSTD"}` instead where a
 * packing is not known. Columns that hold lists or structures are named and empty. Memory: the file and one group of rows.
 */
export async function answerParquet(
  bytes: Uint8Array,
  { limit, columns }: ParquetWish,
  write: (text: string) => Promise<void>,
): Promise<void> {
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
  const metadata = parquetMetadata(file);
  const leaves = parquetSchema(metadata).children;
  const packing = metadata.row_groups
    .flatMap((group) => group.columns.map(({ meta_data }) => meta_data?.codec ?? 'UNCOMPRESSED'))
    .find((codec) => !unpacked.has(codec));
  if (packing !== undefined) return write(`${JSON.stringify({ packing })}\n`);
  await write(`${JSON.stringify({ names: leaves.map(({ element }) => element.name) })}\n`);
  const wanted = leaves.flatMap(({ element, children }, place) =>
    children.length === 0 && element.repetition_type !== 'REPEATED' && (columns?.includes(place) ?? true)
      ? [{ place, name: element.name, cell: cellWriter(element) }]
      : [],
  );
  const scan = await parquetScan({ file, metadata, compressors, parsers: textParsers });
  let rows = 0;
  for (const { num_rows } of metadata.row_groups) {
    const rowStart = rows;
    const rowEnd = Math.min(rows + Number(num_rows), limit ?? Number.POSITIVE_INFINITY);
    if (rowEnd <= rowStart) break;
    const data: { place: number; values: ArrayLike<unknown>; cell: (value: unknown) => ParquetValue }[] = [];
    for (const { place, name, cell } of wanted) {
      const values = await scan.readColumn({ column: name, rowStart, rowEnd });
      if (values.length !== rowEnd - rowStart) throw new Error(`column ${place} has ${values.length} values`);
      data.push({ place, values, cell });
    }
    for (let from = rowStart; from < rowEnd; from += BATCH) {
      let text = '';
      for (let row = from; row < Math.min(rowEnd, from + BATCH); row++) {
        const cells = new Array<ParquetValue>(leaves.length + 1).fill(null);
        cells[0] = row + 1;
        for (const { place, values, cell } of data) cells[place + 1] = cell(values[row - rowStart]);
        text += `${JSON.stringify(cells)}\n`;
      }
      await write(text);
    }
    rows = rowEnd;
  }
  if (limit === null && rows !== Number(metadata.num_rows)) throw new Error(`${rows} rows of ${metadata.num_rows}`);
  await write(`${JSON.stringify({ rows })}\n`);
}
