import { CrmError } from '../../errors.js';
import type { ByteSource } from '../sources.js';
import { guardedParts } from './guard.js';
import { htmlTables } from './html.js';
import type { Magic } from './magic.js';
import { oleStreams } from './ole.js';
import type { OpenedFile, ReadServices } from './open.js';
import { parquetSheet } from './parquet/parquet-sheet.js';
import { checkParts, repacked } from './repack.js';
import { checkWorkbookSize, type WorkbookKind, workbookSheets } from './workbook.js';
import { openXlsx } from './xlsx/open-xlsx.js';
import { mattersForCells, zipKind } from './zip-kind.js';

/** Opens what is not text: xlsx with our own reader, other workbooks and web pages through the child, Parquet through one of its own; the rest is named and refused. */
export async function openOther(source: ByteSource, magic: Magic, services: ReadServices): Promise<OpenedFile> {
  if (magic === 'zip') return openZip(source, services);
  if (magic === 'ole') return openOle(source, services);
  if (magic === 'Parquet') {
    return { kind: 'parquet', encoding: '', delimiter: '', sheets: [await parquetSheet(source, services)], notes: [] };
  }
  if (magic === 'markup') return workbook(source, 'html', await htmlTables(source), services);
  if (['RAR', '7z', 'gzip', 'bzip2', 'xz'].includes(magic)) {
    throw new CrmError('archive-not-read', source.name, { kind: magic });
  }
  if (magic === 'XML') throw new CrmError('format-not-read', source.name, { kind: magic });
  throw new CrmError('not-a-table', source.name, { kind: magic });
}

async function openZip(source: ByteSource, services: ReadServices): Promise<OpenedFile> {
  const parts = await guardedParts(source);
  const found = zipKind(parts);
  if (found.kind === 'archive') throw new CrmError('archive-not-read', source.name, { kind: 'ZIP' });
  if (found.kind === 'document') {
    const code = found.name === 'Numbers' ? 'format-not-read' : 'not-a-table';
    throw new CrmError(code, source.name, { kind: found.name });
  }
  if (found.format === 'xlsx') {
    return { kind: 'xlsx', encoding: '', delimiter: '', sheets: await openXlsx(source, parts, services), notes: [] };
  }
  checkWorkbookSize(source);
  const wanted = parts.filter(({ name }) => mattersForCells(name));
  checkPartSizes(source.name, wanted);
  await checkParts(source, wanted);
  return workbook(source, found.format, repacked(source, wanted), services);
}

/** Longest part the xlsx package can take as one text, in MB. */
const PART_MEGABYTES = 500;

function checkPartSizes(file: string, parts: readonly { readonly size: number }[]): void {
  if (parts.some(({ size }) => size > PART_MEGABYTES * 1024 ** 2)) {
    throw new CrmError('sheet-too-large', file, { limit: PART_MEGABYTES });
  }
}

async function openOle(source: ByteSource, services: ReadServices): Promise<OpenedFile> {
  const streams = await oleStreams(source);
  if (streams.some((name) => /^encrypt(?:edpackage|ioninfo)$/i.test(name))) {
    throw new CrmError('password-needed', source.name);
  }
  if (!streams.some((name) => /^(?:workbook|book)$/i.test(name))) throw new CrmError('ole-unknown', source.name);
  checkWorkbookSize(source);
  return workbook(source, 'xls', source.pieces(), services);
}

async function workbook(
  source: ByteSource,
  kind: WorkbookKind,
  input: AsyncIterable<Uint8Array>,
  services: ReadServices,
): Promise<OpenedFile> {
  const sheets = await workbookSheets(source, kind, input, services);
  return { kind, encoding: '', delimiter: '', sheets, notes: [] };
}
