import type { Note } from '../../model/report.js';
import type { OpenedFile } from './open.js';

const expected: Readonly<Record<string, readonly OpenedFile['kind'][]>> = {
  csv: ['text'],
  tsv: ['text'],
  txt: ['text'],
  ndjson: ['ndjson'],
  jsonl: ['ndjson'],
  parquet: ['parquet'],
  xlsx: ['xlsx'],
  xlsm: ['xlsx'],
  xltx: ['xlsx'],
  xls: ['xls'],
  xlsb: ['xlsb'],
  ods: ['ods'],
  htm: ['html'],
  html: ['html'],
};

/** One note where the name of a file says something else than its content. */
export function extensionNote(name: string, kind: OpenedFile['kind']): readonly Note[] {
  const extension = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const kinds = Object.hasOwn(expected, extension) ? expected[extension] : undefined;
  if (kinds === undefined || kinds.includes(kind)) return [];
  return [{ id: 'extension-differs', level: 'info', params: { file: name, extension, kind } }];
}
