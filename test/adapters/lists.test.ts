import { describe, expect, test } from 'vitest';
import { aliasList } from '../../src/adapters/lists/alias-list.js';
import { excludeList } from '../../src/adapters/lists/exclude-list.js';
import { memorySource } from '../../src/commands/memory-source.js';
import { encodeGb18030 } from '../../src/util/gb18030-encoder.js';

const source = (text: string | Uint8Array) =>
  memorySource('list.csv', [typeof text === 'string' ? new TextEncoder().encode(text) : text]);

describe('an alias file', () => {
  const rowsOf = async (text: string | Uint8Array) =>
    (await aliasList(source(text))).rows.map(({ line, names }) => [line, ...names]);

  test('holds names of one customer on each line, comments and blank lines aside', async () => {
    expect(await rowsOf('\ufeff# names, of mine\r\nann, bob ,,cat\r\n\r\n"dan, the man",eve\n')).toEqual([
      [2, 'ann', 'bob', 'cat'],
      [4, 'dan, the man', 'eve'],
    ]);
  });
  test('has tabs where a line has one, and may be GBK or UTF-16', async () => {
    expect(await rowsOf('示例甲\t示例, 乙\n')).toEqual([[1, '示例甲', '示例, 乙']]);
    expect(await rowsOf(encodeGb18030('示例甲,示例乙\n'))).toEqual([[1, '示例甲', '示例乙']]);
    expect(await rowsOf(Buffer.from('\ufeff示例甲,示例乙\n', 'utf16le'))).toEqual([[1, '示例甲', '示例乙']]);
  });
  test('a name alone and an open quote are refused with their line', async () => {
    await expect(rowsOf('ann,bob\n\ncat\n')).rejects.toMatchObject({ code: 'alias-alone', params: { line: 3 } });
    await expect(rowsOf('ann,bob\n"cat,dan\n')).rejects.toMatchObject({ code: 'alias-quotes' });
  });
  test('an empty one joins nobody; a workbook is refused', async () => {
    expect(await rowsOf('')).toEqual([]);
    expect(await rowsOf('\n \n')).toEqual([]);
    await expect(rowsOf(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0))).rejects.toMatchObject({ code: 'list-not-text' });
  });
});

describe('an exclusion list', () => {
  const listOf = async (text: string) => {
    const { orders, buyers } = await excludeList(source(text));
    return { orders, buyers };
  };

  test('holds order numbers as exports write them, and buyers that say so', async () => {
    expect(
      await listOf('# 刷单\n="3510000000000000001"\n\'3510000000000000002\n "A-3" \nbuyer: ann\n买家：示例甲\n'),
    ).toEqual({
      orders: ['3510000000000000001', '3510000000000000002', 'A-3'],
      buyers: ['ann', '示例甲'],
    });
  });
  test('a line of several cells and a number that lost its digits are refused with their line', async () => {
    await expect(listOf('1\n2,3\n')).rejects.toMatchObject({ code: 'exclude-line', params: { line: 2 } });
    await expect(listOf('# x\n3.51E+18\n')).rejects.toMatchObject({ code: 'exclude-damaged', params: { line: 2 } });
  });
});
