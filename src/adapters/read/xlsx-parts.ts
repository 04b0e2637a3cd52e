import type { WorkBook } from 'xlsx';
import { type Census, censusOf } from './xlsx-census.js';

/**
 * Counts the cells of each sheet of an xlsx from its own part, found by name through the book's relations. Null for a
 * sheet whose part is no worksheet. Needs a book read with its files.
 */
export function sheetCensus(book: WorkBook): (sheet: string) => Census | null {
  const parts = partsOf(book);
  const find = (name: RegExp) => [...parts.keys()].find((path) => name.test(path));
  const bookPath = find(/(?:^|\/)workbook\d*\.xml$/i) ?? '';
  const folder = bookPath.slice(0, bookPath.lastIndexOf('/') + 1);
  const targets = relations(text(parts, `${folder}_rels/${bookPath.slice(folder.length)}.rels`));
  const ids = sheetIds(text(parts, bookPath));
  const strings = countStrings(text(parts, find(/(?:^|\/)sharedStrings\d*\.xml$/i) ?? ''));
  return (sheet) => {
    const target = targets.get(ids[book.SheetNames.indexOf(sheet)] ?? '');
    if (target === undefined) return null;
    const path = [`${folder}${target}`, target.replace(/^\//, '')].find((candidate) => parts.has(candidate));
    return path === undefined ? null : censusOf(text(parts, path), strings);
  };
}

function partsOf(book: WorkBook): Map<string, Uint8Array> {
  const files = (book as { readonly files?: unknown }).files ?? {};
  const parts = new Map<string, Uint8Array>();
  for (const [path, file] of Object.entries(files as Record<string, { content?: Uint8Array }>)) {
    if (file.content instanceof Uint8Array) parts.set(path.replace(/^\//, ''), file.content);
  }
  return parts;
}

function text(parts: ReadonlyMap<string, Uint8Array>, path: string): string {
  const bytes = parts.get(path);
  return bytes === undefined ? '' : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}

function relations(xml: string): Map<string, string> {
  const targets = new Map<string, string>();
  for (const [tag] of xml.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)) {
    const id = /\sId\s*=\s*["']([^"']*)/.exec(tag)?.[1];
    const target = /\sTarget\s*=\s*["']([^"']*)/.exec(tag)?.[1];
    if (id !== undefined && target !== undefined) targets.set(id, target);
  }
  return targets;
}

function sheetIds(xml: string): string[] {
  const sheets = /<(?:\w+:)?sheets[\s>]([\s\S]*?)<\/(?:\w+:)?sheets>/.exec(xml)?.[1] ?? '';
  return [...sheets.matchAll(/<(?:\w+:)?sheet\s([^>]*)>/g)].map(
    ([, tag = '']) => /\sr?\w*:id\s*=\s*["']([^"']*)/.exec(` ${tag}`)?.[1] ?? '',
  );
}

function countStrings(xml: string): number {
  return [...xml.matchAll(/<(?:\w+:)?si[\s/>]/g)].length;
}
