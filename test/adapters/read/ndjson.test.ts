import { describe, expect, test } from 'vitest';
import { openFile } from '../../../src/adapters/read/open.js';
import { collect } from './collect.js';
import { memorySource } from './memory-source.js';
import { services } from './run-child.js';
import { automatic, gb18030Bytes } from './write-files.js';

const open = (text: string | Uint8Array, piece?: number) =>
  openFile(memorySource(text, 'orders.ndjson', piece), automatic, services);

/** All rows of a text: line and cells. */
async function rowsOf(text: string | Uint8Array, piece?: number) {
  const [sheet] = (await open(text, piece)).sheets;
  const [header] = await sheet!.head(1);
  const names = header!.cells.map((cell) => (cell.kind === 'text' ? cell.text : ''));
  const all = Array.from(names, (_, column) => column);
  const { rows, count } = await collect(sheet!, all);
  return {
    names,
    rows: rows.slice(1).map(({ line, cells }) => [line, ...all.map((column) => cells[column] ?? null)]),
    count,
  };
}

describe('one JSON object a line', () => {
  test('is a table whose columns are the keys', async () => {
    const text =
      '{"order":"0350","paid":12.5,"gift":true,"note":null}\n{"order":"2","paid":0,"gift":false,"note":""}\n';
    expect((await open(text)).kind).toBe('ndjson');
    const { names, rows, count } = await rowsOf(text);
    expect(names).toEqual(['order', 'paid', 'gift', 'note']);
    expect(rows).toEqual([
      [1, '0350', 12.5, 'true', null],
      [2, '2', 0, 'false', null],
    ]);
    expect(count).toEqual({ rows: 3, bad: 0, blank: 0 });
  });

  test('keeps lists and structures as their JSON text', async () => {
    expect((await rowsOf('{"order":"1","lines":[{"title":"茶"}]}\n')).rows).toEqual([[1, '1', '[{"title":"茶"}]']]);
  });

  test('has exact texts: a leading apostrophe or equals sign is content', async () => {
    const { rows } = await rowsOf(`${JSON.stringify({ a: "'tis", b: '="x"', c: 'x' })}\n`);
    expect(rows).toEqual([[1, "''tis", `'="x"`, 'x']]);
  });

  test('may leave keys out and bring them in another order', async () => {
    const { names, rows } = await rowsOf('{"a":"1"}\n\n{"b":"2","a":"3"}\r\n{"__proto__":"4"}\n');
    expect(names).toEqual(['a', 'b', '__proto__']);
    expect(rows).toEqual([
      [1, '1', null, null],
      [3, '3', '2', null],
      [4, null, null, '4'],
    ]);
  });

  test('a line that is none is a bad row, and so is a key after a thousand lines without it', async () => {
    const many = Array.from({ length: 1000 }, (_, at) => `{"a":"${at}"}\n`).join('');
    const { count } = await rowsOf(`${many}{"a":"x"\n[1]\n{"a":"1","late":"2"}\n`);
    expect(count).toEqual({ rows: 1001, bad: 3, blank: 0 });
  });

  test('is read alike in every encoding and in pieces of any size', async () => {
    const text = '{"买家":"示例甲","金额":1}\n{"买家":"𠮷","金额":2}\n';
    const expected = await rowsOf(text);
    for (let piece = 1; piece < 40; piece++) expect(await rowsOf(text, piece)).toEqual(expected);
    expect(await rowsOf(`\ufeff${text}`)).toEqual(expected);
    expect(await rowsOf(gb18030Bytes(text))).toEqual(expected);
  });
});

test.each([
  ['a pretty-printed document', '{\n  "a": 1\n}\n'],
  ['a list', '[{"a":1}]\n'],
  ['a table whose first header begins with a brace', '{a},b\n1,2\n'],
])('%s is no such file', async (_, text) => {
  expect((await open(text)).kind).toBe('text');
});
