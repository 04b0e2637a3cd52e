import { CrmError } from '../../../errors.js';
import { type Kernels, kernels } from '../../../kernel/kernels.js';
import type { ByteSource } from '../../sources.js';
import type { ZipPart } from '../guard.js';
import type { ReadServices } from '../open.js';
import type { Sheet } from '../sheet.js';
import { KeptPieces } from './kept-pieces.js';
import { PackageParts, type Relation } from './package-parts.js';
import { SharedStrings } from './shared-strings.js';
import { StringPart } from './string-part.js';
import { dateStyles } from './styles.js';
import { xlsxSheet } from './xlsx-sheet.js';
import { attribute, elementContent } from './xml-text.js';

/**
 * Bytes of strings that are held all at once: about 20,000 orders. Of more it costs less to look at each once, behind the
 * rows, than at each cell.
 */
const FEW_STRINGS = 10 * 1024 ** 2;

/** What all sheets of a book share. */
export interface XlsxBook {
  readonly source: ByteSource;
  readonly strings: SharedStrings;
  readonly pieces: KeptPieces;
  /** 1 for each cell style that shows a date. */
  readonly dates: Uint8Array;
  /** 1462 where the book counts days from 1904: what makes a serial one of the 1900 system. */
  readonly dayShift: number;
  readonly onBytes: (bytes: number) => void;
  readonly kernels: Kernels;
}

/**
 * The sheets of an xlsx whose archive has passed the guard; chart, macro and dialog sheets left out, hidden ones not.
 * Reads the book, its relations and styles; sheets and strings are read when they are asked for. `few`: bytes of
 * strings that are held all at once.
 */
export async function openXlsx(
  source: ByteSource,
  zipParts: readonly ZipPart[],
  services: ReadServices,
  few = FEW_STRINGS,
): Promise<readonly Sheet[]> {
  const parts = new PackageParts(source, zipParts);
  const path = (await parts.relations('')).find(({ type }) => type === 'officeDocument')?.path ?? '';
  const part = parts.part(path) ?? parts.find(/(?:^|\/)workbook\d*\.xml$/i);
  if (part === undefined) throw new CrmError('workbook-damaged', source.name);
  const xml = await parts.text(part);
  const relations = await parts.relations(part.name);
  const lent = services.kernels ?? kernels;
  const strings = related(parts, relations, 'sharedStrings');
  const book: XlsxBook = {
    source,
    pieces: new KeptPieces(source),
    strings: new SharedStrings(source.name, strings === undefined ? null : new StringPart(source, strings, few), lent),
    dates: dateStyles(await stylesText(source.name, parts, relations)),
    dayShift: isFrom1904(xml) ? 1462 : 0,
    onBytes: services.onBytes,
    kernels: lent,
  };
  const tags = elementContent(xml, 'sheets');
  if (tags === null) throw new CrmError('workbook-damaged', source.name);
  const sheets: Sheet[] = [];
  for (const [tag] of tags.matchAll(/<(?:\w+:)?sheet\s[^<>]*>/g)) {
    const name = attribute(tag, 'name');
    const relation = relations.find(({ id }) => id === /\s\w+:id\s*=\s*["']([^"']*)/.exec(tag)?.[1]);
    if (relation !== undefined && relation.type !== 'worksheet') continue;
    const sheet = relation === undefined ? undefined : parts.part(relation.path);
    if (sheet === undefined) throw new CrmError('sheet-missing', source.name, { sheet: name });
    sheets.push(xlsxSheet(book, name, sheet, /hidden$/i.test(attribute(tag, 'state'))));
  }
  return sheets;
}

function related(parts: PackageParts, relations: readonly Relation[], type: string): ZipPart | undefined {
  const relation = relations.find((one) => one.type === type);
  return relation === undefined ? undefined : parts.part(relation.path);
}

/** A book may have no styles; but if it says it has, dates cannot be told from numbers without them. */
async function stylesText(file: string, parts: PackageParts, relations: readonly Relation[]): Promise<string> {
  if (!relations.some(({ type }) => type === 'styles')) return '';
  const part = related(parts, relations, 'styles');
  if (part === undefined) throw new CrmError('workbook-damaged', file);
  return parts.text(part);
}

function isFrom1904(xml: string): boolean {
  const properties = /<(?:\w+:)?workbookPr\s[^<>]*>/.exec(xml)?.[0] ?? '';
  return /^(?:1|true|on)$/i.test(attribute(properties, 'date1904'));
}
