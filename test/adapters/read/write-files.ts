import * as XLSX from 'xlsx';
import * as codepages from 'xlsx/dist/cpexcel';
import type { ReadOptions } from '../../../src/adapters/options.js';

XLSX.set_cptable(codepages);

/** Options of a user who says nothing. */
export const automatic: ReadOptions = { delimiter: 'auto', encoding: 'auto', sheet: null, header: true };

export type Cells = readonly (readonly (string | null)[])[];

/** A table as separated text, quoted where needed. */
export function csv(rows: Cells, delimiter: string, lineEnd = '\r\n'): string {
  const cell = (text: string | null) => {
    if (text === null) return '';
    return /["\r\n,;|\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => row.map(cell).join(delimiter) + lineEnd).join('');
}

/** Text as UTF-16 bytes. */
export function utf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

let gbTable: Map<string, Buffer> | null = null;

/** Text as GB18030 bytes: the inverse of the platform's decoder for two bytes, the linear ranges for four. */
export function gb18030Bytes(text: string): Uint8Array {
  gbTable ??= twoByteTable();
  const known = gbTable;
  return Buffer.concat([...text].map((letter) => known.get(letter) ?? fourBytes(letter)));
}

function twoByteTable(): Map<string, Buffer> {
  const decoder = new TextDecoder('gb18030', { ignoreBOM: true });
  const map = new Map<string, Buffer>();
  for (let byte = 0; byte < 0x80; byte += 1) map.set(String.fromCharCode(byte), Buffer.from([byte]));
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const bytes = Buffer.from([lead, trail]);
      const letters = [...decoder.decode(bytes)];
      if (letters.length === 1 && letters[0] !== '\ufffd') map.set(letters[0]!, bytes);
    }
  }
  return map;
}

function fourBytes(letter: string): Buffer {
  const decoder = new TextDecoder('gb18030', { ignoreBOM: true });
  const point = letter.codePointAt(0)!;
  const write = (index: number) =>
    Buffer.from([
      0x81 + Math.floor(index / 12600),
      0x30 + (Math.floor(index / 1260) % 10),
      0x81 + (Math.floor(index / 10) % 126),
      0x30 + (index % 10),
    ]);
  if (point >= 0x10000) return write(189_000 + point - 0x10000);
  for (let index = 0; index < 39_420; index += 1) if (decoder.decode(write(index)) === letter) return write(index);
  throw new Error(`no GB18030 for ${letter}`);
}

/** A workbook of text cells, sheet by sheet. */
export function workbookBytes(
  sheets: Readonly<Record<string, Cells>>,
  bookType: XLSX.BookType,
  sharedTexts = true,
): Uint8Array {
  const book = XLSX.utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    const cells = rows.map((row) => row.map((text) => (text === null ? null : { t: 's' as const, v: text })));
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(cells as unknown[][]), name);
  }
  return bookBytes(book, bookType, sharedTexts);
}

/** A workbook as bytes. */
export function bookBytes(book: XLSX.WorkBook, bookType: XLSX.BookType, sharedTexts = true): Uint8Array {
  return XLSX.write(book, { type: 'buffer', bookType, bookSST: sharedTexts }) as Uint8Array;
}

/** Tables as a web page, as shops serve it under the name of a workbook. */
export function htmlPage(tables: readonly Cells[]): string {
  const escaped = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\n', '<br/>');
  const row = (cells: readonly (string | null)[]) =>
    `<tr>${cells.map((cell) => `<td>${escaped(cell ?? '')}</td>`).join('')}</tr>`;
  const body = tables.map((rows) => `<table>${rows.map(row).join('\n')}</table>`);
  return `<html><head><meta charset="utf-8"></head><body>${body.join('\n')}</body></html>`;
}
