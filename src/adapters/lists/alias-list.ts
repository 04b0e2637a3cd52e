import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { CrmError } from '../../errors.js';
import type { AliasList, AliasRow } from '../identity/identity-rules.js';
import type { ByteSource } from '../sources.js';
import { listText } from './list-text.js';

/**
 * An alias file: CSV, or TSV where a line has a tab; each row holds two or more names of one customer. `#` begins a
 * comment line; blank cells are passed over. A row with one name alone is refused with its line.
 */
export async function aliasList(source: ByteSource): Promise<AliasList> {
  const text = await listText(source);
  return { file: source.name, rows: rowsOf(source.path, text) };
}

function rowsOf(file: string, text: string): readonly AliasRow[] {
  const isComment = (line: string) => line.trimStart().startsWith('#');
  const lines = text.split(/\r\n|\n|\r/);
  const delimiter = lines.some((line) => !isComment(line) && line.includes('\t')) ? '\t' : ',';
  const body = lines.map((line) => (isComment(line) ? '' : line)).join('\n');
  return records(file, body, delimiter).flatMap(({ line, cells }) => {
    const names = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
    if (names.length === 0) return [];
    if (names.length === 1) throw new CrmError('alias-alone', file, { line });
    return [{ line, names }];
  });
}

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** `lines` of csv-parse is the line a record ends on: names hold no line breaks, so it begins there too. */
function records(file: string, text: string, delimiter: string): { line: number; cells: readonly string[] }[] {
  try {
    const options = { delimiter, relax_column_count: true, skip_empty_lines: true, info: true, record_delimiter: '\n' };
    const parsed = parse(text, options) as unknown as readonly Parsed[];
    return parsed.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new CrmError('alias-quotes', file, { line: Number(error['lines'] ?? 1) }, { cause: error });
  }
}
