import * as XLSX from 'xlsx';
import { demoOrders } from '../../src/demo/shop.js';
import { taobaoColumns, yuan } from '../../src/demo/taobao-columns.js';
import { taobaoCsv, taobaoHeader, taobaoRows } from '../../src/demo/taobao-export.js';
import { protectedZip, withAgile, withStandard } from './read/protect.js';
import { bookBytes, csv, gb18030Bytes, utf16 } from './read/write-files.js';
import { zip } from './read/zip-writer.js';

/** The password of the protected files. */
export const PASSWORD = '口令 7';

/** A file with the orders in one form. */
export interface OrderFile {
  readonly form: string;
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array>;
}

/** The same orders of the demo shop in every form that a shop may have them in; the first is the platform's own. */
export function sameOrders(orders: number, seed = 7): readonly OrderFile[] {
  const wish = { orders, seed };
  const text = Buffer.concat([...taobaoCsv(demoOrders(wish), 'utf-8')]).toString('utf8');
  const cells = [...demoOrders(wish)].map((order) =>
    taobaoColumns.map(({ kind, cell }) => {
      const value = cell(order);
      return typeof value === 'number' && kind === 'money' ? yuan(value) : String(value);
    }),
  );
  const separated = (delimiter: string) => Buffer.from(csv([[...taobaoHeader], ...cells], delimiter));
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(
    book,
    XLSX.utils.aoa_to_sheet([[...taobaoHeader], ...taobaoRows(demoOrders(wish))]),
    '订单',
  );
  const xlsx = () => bookBytes(book, 'xlsx');
  const file = (form: string, name: string, bytes: () => Uint8Array | Promise<Uint8Array>): OrderFile => ({
    form,
    name,
    bytes: async () => bytes(),
  });
  return [
    file('GB18030', 'orders.csv', () => gb18030Bytes(text)),
    file('UTF-8', 'orders.csv', () => Buffer.from(text)),
    file('UTF-8 with mark', 'orders.csv', () => Buffer.from(`\ufeff${text}`)),
    file('UTF-16LE', 'orders.csv', () => utf16(text, 'le', true)),
    file('UTF-16BE', 'orders.csv', () => utf16(text, 'be', true)),
    file('semicolons', 'orders.csv', () => separated(';')),
    file('tabs', 'orders.txt', () => separated('\t')),
    file('XLSX, shared texts', 'orders.xlsx', xlsx),
    file('XLSX, texts in cells', 'orders.xlsx', () => bookBytes(book, 'xlsx', false)),
    file('XLS', 'orders.xls', () => bookBytes(book, 'biff8')),
    file('ODS', 'orders.ods', () => bookBytes(book, 'ods')),
    file('zipped', 'orders.zip', () => zip([{ name: 'orders.csv', content: gb18030Bytes(text) }])),
    file('zipped workbook', 'orders.zip', () => zip([{ name: 'orders.xlsx', content: xlsx() }])),
    file('zipped, ZipCrypto', 'orders.zip', () => protectedZip({ 'a.csv': text }, Buffer.from(PASSWORD), 'zipcrypto')),
    file('zipped, AES', 'orders.zip', () => protectedZip({ 'a.csv': text }, PASSWORD, 'aes')),
    file('workbook, Agile', 'orders.xlsx', () => withAgile(xlsx(), PASSWORD)),
    file('workbook, Standard', 'orders.xlsx', () => withStandard(xlsx(), PASSWORD)),
  ];
}
