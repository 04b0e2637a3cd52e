import { CrmError } from '../../errors.js';
import type { ExcludeList } from '../exclusions/exclusion-rules.js';
import type { ByteSource } from '../sources.js';
import { listLines, listText } from './list-text.js';

const BUYER = /^(?:买家|buyer)\s*[:：]\s*(.+)$/i;

/**
 * An `--exclude` file: one order number a line, as exports write it (`="…"`, a leading `'`, quotes are taken off), or a
 * buyer as `买家:NAME` / `buyer:NAME`. `#` begins a comment. A line with several cells, and a number that a spreadsheet
 * has shortened (5.03E+18), is refused with its line: it would silently take out nothing.
 */
export async function excludeList(source: ByteSource): Promise<ExcludeList> {
  const orders: string[] = [];
  const buyers: string[] = [];
  for (const { line, text } of listLines(await listText(source))) {
    const buyer = BUYER.exec(text)?.[1];
    if (buyer === undefined) orders.push(orderNumber(source.path, line, text));
    else buyers.push(buyer.trim());
  }
  return { file: source.name, orders, buyers };
}

function orderNumber(file: string, line: number, text: string): string {
  const number = text
    .replace(/^=?"(.*)"$/, '$1')
    .replace(/^'/, '')
    .trim();
  if (/^\d(\.\d+)?e\+\d+$/i.test(number)) throw new CrmError('exclude-damaged', file, { line });
  if (number === '' || /[\t,;"]/.test(number)) throw new CrmError('exclude-line', file, { line });
  return number;
}
