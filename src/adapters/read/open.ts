import { CrmError } from '../../errors.js';
import type { Note } from '../../model/report.js';
import type { ImportServices, ReadOptions } from '../options.js';
import type { ByteSource } from '../sources.js';
import { extensionNote } from './extension.js';
import { magicOf } from './magic.js';
import { openText } from './open-text.js';
import type { openOther } from './other-kinds.js';
import type { Sheet } from './sheet.js';

/** A file as its tables, and how it was written. */
export interface OpenedFile {
  readonly kind: 'text' | 'ndjson' | 'parquet' | 'xlsx' | 'xls' | 'xlsb' | 'ods' | 'html';
  /** '' for workbooks. */
  readonly encoding: string;
  /** The character, `blank` for runs of blanks; '' for workbooks. */
  readonly delimiter: string;
  /** Hidden and empty sheets too; no chart sheets. */
  readonly sheets: readonly Sheet[];
  readonly notes: readonly Note[];
}

/** What readers need of the world. Each call of `onBytes` tells how many bytes were read since the call before. */
export type ReadServices = Pick<ImportServices, 'runChild' | 'onBytes' | 'kernels'>;

/**
 * Opens a file by its content, never by its name. Throws what cannot be a table; a name that says something else than
 * the content is one note.
 */
export async function openFile(source: ByteSource, options: ReadOptions, services: ReadServices): Promise<OpenedFile> {
  if (source.size === 0) throw new CrmError('file-empty', source.name);
  const magic = magicOf(await source.at(0, 64 * 1024));
  if (magic === 'zeros') throw new CrmError('file-zeros', source.name);
  if (magic === 'blank') throw new CrmError('file-blank', source.name);
  const file = await (magic === 'text' ? openText(source, options, services) : other(source, magic, services));
  return { ...file, notes: [...extensionNote(source.name, file.kind), ...file.notes] };
}

/** Workbooks and archives; their readers are loaded when there is one. */
async function other(...file: Parameters<typeof openOther>): Promise<OpenedFile> {
  const { openOther } = await import('./other-kinds.js');
  return openOther(...file);
}
