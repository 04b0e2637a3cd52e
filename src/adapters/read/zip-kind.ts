import type { WorkbookKind } from './workbook.js';

/** What an archive is by the names in it: a workbook, another document people know by name, or just an archive. */
export type ZipKind =
  | { readonly kind: 'workbook'; readonly format: WorkbookKind }
  | { readonly kind: 'document'; readonly name: string }
  | { readonly kind: 'archive' };

const documents: readonly (readonly [file: RegExp, name: string])[] = [
  [/^word\/document\.xml$/i, 'Word'],
  [/^ppt\/presentation\.xml$/i, 'PowerPoint'],
  [/^index\/document\.iwa$|^index\.zip$/i, 'Numbers'],
  [/^meta-inf\/manifest\.mf$/i, 'JAR'],
];

/** Decides by the names of the files alone. */
export function zipKind(parts: readonly { readonly name: string }[]): ZipKind {
  const has = (name: RegExp) => parts.some((part) => name.test(part.name));
  if (has(/^xl\/workbook\.bin$/i)) return { kind: 'workbook', format: 'xlsb' };
  if (has(/^\[content_types\]\.xml$/i) && has(/(?:^|\/)workbook\d*\.xml$/i))
    return { kind: 'workbook', format: 'xlsx' };
  if (has(/^content\.xml$/i) && has(/^meta-inf\/manifest\.xml$/i)) return { kind: 'workbook', format: 'ods' };
  const document = documents.find(([file]) => has(file));
  return document === undefined ? { kind: 'archive' } : { kind: 'document', name: document[1] };
}

/** Whether a part of a workbook can matter for its cells; pictures, drawings and macros do not. */
export function mattersForCells(name: string): boolean {
  return /\.(?:xml|rels|bin)$/i.test(name) && !ignored.test(name);
}

const ignored =
  /^(?:xl\/(?:media|drawings|charts|embeddings|printersettings|activex|ctrlprops|pivot|slicer)|customxml|docprops|thumbnails|configurations2|object)|vbaproject|^xl\/calcchain/i;
