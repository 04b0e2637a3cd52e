import type { Imported } from '../../model/imported.js';
import { NONE } from '../../model/orders.js';
import type { RejectedRow, RejectedRows, SheetRejects } from '../../model/rejected.js';
import { cellText } from '../identify/header-row.js';
import type { ImportOptions, ImportServices } from '../options.js';
import { openFile } from '../read/open.js';
import type { Sheet } from '../read/sheet.js';
import type { ByteSource } from '../sources.js';
import { AllHeaders } from './all-headers.js';
import { wantedRows } from './sheet-rows.js';

/** Cells beyond the header that are shown of a row that is too long, at most. */
const SURPLUS = 100;

/** A sheet with rejected rows, its columns and their places among the columns of all. */
interface Placed extends SheetRejects {
  readonly source: ByteSource;
  readonly names: readonly string[];
  readonly among: readonly number[];
}

/**
 * The rejected rows of an import with their cells. What is wrong with which line is known; the files are read again for
 * the cells, so that rejected rows cost little memory, however many they are.
 */
export async function rejectedRows(
  sources: readonly ByteSource[],
  { files, rejects }: Pick<Imported, 'files' | 'rejects'>,
  options: ImportOptions,
  services: ImportServices,
): Promise<RejectedRows> {
  const opened = async (source: ByteSource, index: number): Promise<Sheet> => {
    const { sheets } = await openFile(source, options, { ...services, onBytes: () => undefined });
    return sheets[index]!;
  };
  const all = new AllHeaders();
  const sheets: Placed[] = [];
  for (const [file, { name, sha256 }] of files.entries()) {
    const source = await sourceOf(sources, name, sha256);
    for (const sheet of source === undefined ? [] : (rejects[file] ?? [])) {
      const names = await headerOf(await opened(source!, sheet.index), sheet);
      sheets.push({ ...sheet, source: source!, names, among: all.add(names) });
    }
  }
  return { headers: all.headers, rows: rowsOf(sheets, all.headers.length, opened) };
}

/** Of several with one name the one with these bytes. */
async function sourceOf(
  sources: readonly ByteSource[],
  name: string,
  sha256: string | null,
): Promise<ByteSource | undefined> {
  const named = sources.filter((source) => source.name === name);
  if (named.length < 2) return named[0];
  for (const source of named) if ((await source.sha256()) === sha256) return source;
  return undefined;
}

/** The names of the columns; where a row was too long, some without a name behind them. */
async function headerOf(sheet: Sheet, { headerLine, places }: SheetRejects): Promise<readonly string[]> {
  const head = await sheet.head((headerLine ?? 0) + 1);
  const row = head.find(({ line }) => line === headerLine) ?? head[0];
  const names = row?.cells.map((cell) => (headerLine === null ? '' : cellText(cell))) ?? [];
  const beyond = Math.min(SURPLUS, Math.max(0, places.widest - names.length));
  return [...names, ...Array.from({ length: beyond }, () => '')];
}

async function* rowsOf(
  sheets: readonly Placed[],
  width: number,
  opened: (source: ByteSource, index: number) => Promise<Sheet>,
): AsyncGenerator<RejectedRow> {
  for (const { source, index, name, names, among, places } of sheets) {
    const found = wantedRows((paced) => opened(paced(source), index), names.length, places.line);
    for await (const { at, cells } of found) {
      const column = places.column[at]!;
      const placed = new Array<string | number | null>(width).fill(null);
      cells.forEach((cell, position) => {
        placed[among[position]!] = cell;
      });
      yield {
        ...{ file: source.name, sheet: name, line: places.line[at]! },
        column: column === NONE ? null : (names[column] ?? ''),
        problem: places.problems[places.problem[at]!]!,
        cells: placed,
      };
    }
  }
}
