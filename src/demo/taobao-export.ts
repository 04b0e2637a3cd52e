import { encodeGb18030 } from '../util/gb18030-encoder.js';
import type { DemoOrder } from './order.js';
import { type TaobaoColumn, taobaoColumns, yuan } from './taobao-columns.js';

/** Characters of text that make one piece. */
const PIECE = 256 * 1024;

/** The header of the workbook, in column order. */
export const taobaoHeader: readonly string[] = taobaoColumns.map(({ header }) => header);

/** The rows of the workbook, below the header: text, numbers (money in yuan) and null for blank. */
export function* taobaoRows(orders: Iterable<DemoOrder>): Generator<(string | number | null)[]> {
  for (const order of orders) yield taobaoColumns.map((column) => workbookCell(column, order));
}

/**
 * The orders as the platform's text file, in big pieces: every cell in quotes, ids as ="…" outside of them, lines end
 * in CR LF. GB18030 is what the platform writes.
 */
export function* taobaoCsv(orders: Iterable<DemoOrder>, encoding: 'utf-8' | 'gb18030'): Generator<Uint8Array> {
  const utf8 = new TextEncoder();
  const encode = encoding === 'gb18030' ? encodeGb18030 : (text: string) => utf8.encode(text);
  let piece = `${taobaoHeader.map(quoted).join(',')}\r\n`;
  for (const order of orders) {
    piece += csvLine(order);
    if (piece.length < PIECE) continue;
    yield encode(piece);
    piece = '';
  }
  if (piece !== '') yield encode(piece);
}

function csvLine(order: DemoOrder): string {
  let line = '';
  for (const column of taobaoColumns) line += `${line === '' ? '' : ','}${csvCell(column, order)}`;
  return `${line}\r\n`;
}

function csvCell({ kind, cell }: TaobaoColumn, order: DemoOrder): string {
  const value = cell(order);
  if (typeof value === 'number') return kind === 'money' ? `"${yuan(value)}"` : `"${value}"`;
  return kind === 'id' ? `="${value}"` : quoted(value);
}

function quoted(text: string): string {
  return text.includes('"') ? `"${text.replaceAll('"', '""')}"` : `"${text}"`;
}

function workbookCell({ kind, cell }: TaobaoColumn, order: DemoOrder): string | number | null {
  const value = cell(order);
  if (typeof value === 'number') return kind === 'money' ? value / 100 : value;
  return value === '' ? null : value;
}
