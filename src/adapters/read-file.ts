import { CrmError } from '../errors.js';
import { kernels as ownKernels } from '../kernel/kernels.js';
import type { Note } from '../model/report.js';
import type { Mapping } from './dialect.js';
import { identify, rowsToIdentify } from './identify/identify.js';
import type { FileOptions, ImportServices } from './options.js';
import { type OpenedFile, openFile } from './read/open.js';
import type { Sheet } from './read/sheet.js';
import type { IssueCollector } from './rows/issue-collector.js';
import { readRows } from './rows/row-sink.js';
import type { RowStoreBuilder } from './rows/row-store-builder.js';
import type { SheetReading } from './rows/sheet-reading.js';
import type { ByteSource } from './sources.js';

/** A sheet of a file: how it was read, or why it was passed over. */
export type ReadSheet = { readonly name: string } & (
  | { readonly skipped: null; readonly mapping: Mapping; readonly reading: SheetReading }
  | { readonly skipped: string; readonly error: CrmError }
);

/** A file whose order tables are in the row store. */
export interface ReadFile {
  readonly source: ByteSource;
  /** Null where nobody wants to know. */
  readonly sha256: string | null;
  readonly opened: Pick<OpenedFile, 'kind' | 'encoding' | 'delimiter'>;
  readonly sheets: readonly ReadSheet[];
  readonly notes: readonly Note[];
}

/**
 * Reads every sheet of a file that is an order table into the row store. The others are passed over with the reason;
 * a file without any order table is refused with the reason of its first sheet that holds something.
 */
export async function readFile(
  source: ByteSource,
  fileIndex: number,
  builder: RowStoreBuilder,
  issues: IssueCollector,
  options: FileOptions,
  services: ImportServices,
): Promise<ReadFile> {
  let bytes = 0;
  const onBytes = (count: number): void => {
    bytes += count;
    services.onBytes(count);
  };
  const progress = () => bytes / source.size;
  const { kernels = ownKernels } = services;
  const opened = await openFile(source, options, { ...services, onBytes });
  const sheets: ReadSheet[] = [];
  for (const sheet of opened.sheets) {
    const place = { file: source.name, path: source.path, sheet: sheet.name };
    if (!isWanted(sheet, opened.sheets, options.sheet, source.name)) {
      sheets.push({ name: sheet.name, skipped: 'sheet-not-asked', error: new CrmError('not-orders', source.name) });
      continue;
    }
    const found = identify(await sheet.head(rowsToIdentify), options, place);
    if (found.kind === 'skipped') sheets.push({ name: sheet.name, ...found });
    else {
      const context = { ...place, fileIndex, options, issues, progress, kernels };
      const reading = await readRows(sheet, found.mapping, builder, context);
      sheets.push({ name: sheet.name, skipped: null, mapping: found.mapping, reading });
    }
  }
  refuseWithoutOrders(sheets, source.name);
  const notes = [
    ...opened.notes,
    ...sheetNotes(source.name, opened.sheets, sheets),
    ...sheets.flatMap((sheet) => (sheet.skipped === null ? sheet.reading.notes : [])),
  ];
  return { source, sha256: source.hashed === true ? await source.sha256() : null, opened, sheets, notes };
}

/** Of a book of several sheets, which were read; and that hidden ones were, which nobody sees in it. */
function sheetNotes(file: string, all: readonly Sheet[], sheets: readonly ReadSheet[]): readonly Note[] {
  const read = all.filter((_, at) => sheets[at]?.skipped === null);
  const hidden = read.filter((sheet) => sheet.hidden === true);
  const named = (some: readonly Sheet[]) => some.map(({ name }) => name).join('、');
  const note = (id: string, some: readonly Sheet[]): Note => ({
    id,
    level: 'info',
    params: { file, sheets: named(some) },
  });
  return [
    ...(all.length > 1 && read.length > 0 ? [note('sheets-read', read)] : []),
    ...(hidden.length > 0 ? [note('hidden-sheets-read', hidden)] : []),
  ];
}

/** `--sheet` names a sheet, or counts them from 1. A text file is its only sheet, whatever was asked for. */
function isWanted(sheet: Sheet, all: readonly Sheet[], asked: string | null, file: string): boolean {
  if (asked === null || (all.length === 1 && sheet.name === '')) return true;
  const named = all.filter(({ name }) => name === asked);
  const wanted = named[0] ?? (/^\d+$/.test(asked) ? all[Number(asked) - 1] : undefined);
  if (wanted === undefined) {
    throw new CrmError('no-such-sheet', file, { sheet: asked, sheets: all.map(({ name }) => name).join(' ') });
  }
  return sheet === wanted;
}

function refuseWithoutOrders(sheets: readonly ReadSheet[], file: string): void {
  const passed = sheets.filter((sheet) => sheet.skipped !== null && sheet.skipped !== 'sheet-not-asked');
  if (passed.length === 0 && sheets.length > 0) return;
  if (sheets.some(({ skipped }) => skipped === null)) return;
  const [first] = [...passed.filter(({ skipped }) => skipped !== 'sheet-without-header'), ...passed];
  throw first !== undefined && first.skipped !== null ? first.error : new CrmError('no-header', file);
}
