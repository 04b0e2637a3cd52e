import { describe, expect, test } from 'vitest';
import { openFile } from '../../../src/adapters/read/open.js';
import { collect, table } from './collect.js';
import { memorySource } from './memory-source.js';
import { refusal } from './refusal.js';
import { sameProcess } from './same-process.js';
import { automatic, gb18030Bytes, htmlPage, utf16, workbookBytes } from './write-files.js';

const orders = [
  ['订单编号', '买家'],
  ['3510000000000057912', 'ann'],
];
const open = (bytes: Uint8Array | string, name: string) => openFile(memorySource(bytes, name), automatic, sameProcess);

describe('the content decides, the name is only noted', () => {
  test.each([
    ['a workbook named .csv', workbookBytes({ a: orders }, 'xlsx'), 'orders.csv', 'xlsx', 1],
    ['text named .xlsx', Buffer.from('a,b\n1,2\n'), 'orders.xlsx', 'text', 1],
    ['an old workbook named .xlsx', workbookBytes({ a: orders }, 'biff8'), 'orders.xlsx', 'xls', 1],
    ['a web page named .xls', Buffer.from(htmlPage([orders])), 'orders.xls', 'html', 1],
    ['text named .txt', Buffer.from('a,b\n1,2\n'), 'ORDERS.TXT', 'text', 0],
    ['text without ending', Buffer.from('a,b\n1,2\n'), 'orders', 'text', 0],
    ['a workbook named .XLSX', workbookBytes({ a: orders }, 'xlsx'), 'orders.XLSX', 'xlsx', 0],
    ['text with an ending that is a member of objects', Buffer.from('a,b\n'), 'orders.constructor', 'text', 0],
  ])('%s', async (_, bytes, name, kind, notes) => {
    const file = await open(bytes, name);
    expect(file.kind).toBe(kind);
    expect(file.notes.map(({ id }) => id)).toEqual(Array.from({ length: notes }, () => 'extension-differs'));
  });
});

describe('what holds no table is named', () => {
  test.each([
    ['%PDF-1.7\n', 'not-a-table', 'PDF'],
    ['Rar!\x1a\x07\x01\x00', 'archive-not-read', 'RAR'],
    ['7z\xbc\xaf\x27\x1c', 'archive-not-read', '7z'],
    ['\x1f\x8b\x08\x00', 'archive-not-read', 'gzip'],
    ['\x89PNG\r\n\x1a\n', 'not-a-table', 'PNG'],
    ['\xff\xd8\xff\xe0', 'not-a-table', 'JPEG'],
    ['{\\rtf1', 'not-a-table', 'RTF'],

    ['<?xml version="1.0"?><Workbook/>', 'format-not-read', 'XML'],
  ])('%j', async (start, code, kind) => {
    const bytes = Buffer.concat([Buffer.from(start, 'latin1'), Buffer.from('rest of the file')]);
    expect(await refusal(open(bytes, 'orders.csv'))).toEqual({ code, params: { kind } });
  });
});

describe('web pages', () => {
  test.each([
    ['UTF-8', (page: string) => Buffer.from(page)],
    ['UTF-8 with mark and blanks before', (page: string) => Buffer.from(`\ufeff\r\n  ${page}`)],
    ['GBK', (page: string) => gb18030Bytes(page)],
    ['UTF-16', (page: string) => utf16(page, 'le', true)],
  ])('a table in %s is read, numbers as they stand', async (_, encode) => {
    const { sheets, kind } = await open(encode(htmlPage([orders])), 'orders.xls');
    expect(kind).toBe('html');
    expect(table((await collect(sheets[0]!, [0, 1])).rows, 2)).toEqual(orders);
  });

  test('a bare table is enough; a document type before it does no harm', async () => {
    const bare = '<table><tr><td>a</td><td>b</td></tr><tr><td>007</td><td>2024-01-02</td></tr></table>';
    for (const page of [bare, `<!DOCTYPE html><html>${bare}</html>`, `<?xml version="1.0"?><html>${bare}</html>`]) {
      const { sheets } = await open(page, 'orders.html');
      expect(table((await collect(sheets[0]!, [0, 1])).rows, 2)[1]).toEqual(['007', '2024-01-02']);
    }
  });

  test('a login page is refused', async () => {
    const page = '<!DOCTYPE html><html><body><form>登录</form></body></html>';
    expect(await refusal(open(page, 'orders.csv'))).toMatchObject({ code: 'web-page' });
  });
});
