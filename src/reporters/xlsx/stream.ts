import { writeXlsxStream } from 'hucre/xlsx';
import { cellText, sheetName } from './text.js';

/** A long list for a workbook. */
export interface StreamedList {
  /** Name of the sheet; made acceptable to Excel. Further sheets are `name_2`, `name_3` … */
  readonly name: string;
  readonly header: readonly string[];
  /** Cells in header order; null = blank. Walked once. */
  readonly rows: Iterable<readonly (string | number | null)[]> | AsyncIterable<readonly (string | number | null)[]>;
  /** Number format and width of each column; null = no format. */
  readonly columns?: readonly { readonly format: string | null; readonly width: number }[];
  /** How texts become what a cell holds; taken out what it cannot hold unless said. */
  readonly text?: (text: string) => string;
  /** Rows of a sheet, header included; Excel's limit unless said. */
  readonly rowsPerSheet?: number;
}

/**
 * A workbook of one list as a stream of bytes: memory does not grow with the rows, the same rows give the same bytes.
 * Text stays text (inline strings, never formulas), numbers are numbers; numbers that are none are blank. What does not
 * fit one sheet goes on in the next, below the same header, which stays in view where columns are described. A sheet must stay below 4 GiB of XML.
 */
export async function* xlsxStream(list: StreamedList): AsyncGenerator<Uint8Array> {
  const columns = list.columns?.map(({ format, width }) => ({ width, ...(format === null ? {} : { numFmt: format }) }));
  const look = columns === undefined ? {} : { columns, freezePane: { rows: 1 } };
  const rollover = list.rowsPerSheet === undefined ? {} : { maxRowsPerSheet: list.rowsPerSheet };
  yield* writeXlsxStream(cells(list), { name: sheetName(list.name, 'Sheet1'), ...look, ...rollover });
}

async function* cells({ header, rows, text = cellText }: StreamedList): AsyncGenerator<(string | number | null)[]> {
  yield header.map(cellText);
  for await (const row of rows) yield row.map((value) => cell(value, text));
}

function cell(value: string | number | null, text: (text: string) => string): string | number | null {
  if (typeof value === 'string') return text(value);
  return value === null || !Number.isFinite(value) ? null : value + 0;
}
