import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReadOptions } from '../../../src/adapters/options.js';
import { openFile } from '../../../src/adapters/read/open.js';
import { runs } from '../../runs.js';
import { collect, table } from './collect.js';
import { memorySource } from './memory-source.js';
import { refusal } from './refusal.js';
import { sameProcess } from './same-process.js';
import { automatic, gb18030Bytes, utf16 } from './write-files.js';

async function read(bytes: Uint8Array, encoding: ReadOptions['encoding'] = 'auto', piece?: number) {
  const file = await openFile(memorySource(bytes, 'orders.csv', piece), { ...automatic, encoding }, sameProcess);
  const { rows } = await collect(file.sheets[0]!, [0, 1]);
  return { encoding: file.encoding, notes: file.notes, rows: table(rows, 2) };
}

const text = '订单编号,买家会员名\n1001,张三丰\n1002,李四\n';
const rows = [
  ['订单编号', '买家会员名'],
  ['1001', '张三丰'],
  ['1002', '李四'],
];

describe('the encoding is found from the bytes', () => {
  test.each([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with mark', Buffer.from(`\ufeff${text}`), 'utf-8'],
    ['GBK', gb18030Bytes(text), 'gb18030'],
    ['GB18030 with mark', Buffer.concat([Buffer.from([0x84, 0x31, 0x95, 0x33]), gb18030Bytes(text)]), 'gb18030'],
    ['UTF-16, little end first', utf16(text, 'le', true), 'utf-16le'],
    ['UTF-16, big end first', utf16(text, 'be', true), 'utf-16be'],
    ['UTF-16 without mark, little end first', utf16(text, 'le', false), 'utf-16le'],
    ['UTF-16 without mark, big end first', utf16(text, 'be', false), 'utf-16be'],
  ])('%s', async (_, bytes, encoding) => {
    expect(await read(bytes)).toEqual({ encoding, notes: [], rows });
  });

  test('plain ASCII counts as UTF-8, and so does GBK whose bytes are UTF-8 by chance', async () => {
    expect(await read(Buffer.from('a,b\n1,2\n'))).toMatchObject({ encoding: 'utf-8' });
    expect(await read(Buffer.from([0x61, 0x2c, 0xc4, 0xa3, 0x0a]))).toMatchObject({ encoding: 'utf-8' });
  });

  test('a mark in the middle of the file stays a character', async () => {
    expect((await read(Buffer.from('a,b\n1,\ufeff2\n'))).rows[1]).toEqual(['1', '\ufeff2']);
  });
});

describe('GB18030', () => {
  test.each([
    ['rare characters of four bytes', '㐀𠀀𪚥', '㐀𠀀𪚥'],
    ['emoji', '🎁😀', '🎁😀'],
    ['a character for private use', '\ue000', '\ue000'],
    ['accents', 'ḿǹé', 'ḿǹé'],
  ])('%s come through exactly', async (_, written, expected) => {
    expect((await read(gb18030Bytes(`订单,买家\n1,${written}\n`))).rows[1]).toEqual(['1', expected]);
  });

  test('the single byte 80 is the euro sign', async () => {
    const bytes = Buffer.concat([gb18030Bytes('订单,价\n1,'), Buffer.from([0x80]), Buffer.from('\n')]);
    expect((await read(bytes)).rows[1]).toEqual(['1', '€']);
  });

  test('any text comes through, in pieces of any size', async () => {
    const cell = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { maxLength: 8 }), fc.integer({ min: 1, max: 30 }), async (names, piece) => {
        const kept = names.filter((name) => !/["\r\n\0,]/.test(name) && name.trim() !== '');
        const bytes = gb18030Bytes(`编号,买家\n${kept.map((name) => `1,${name}\n`).join('')}`);
        const got = await read(bytes, 'gb18030', piece);
        expect(got.rows.slice(1)).toEqual(kept.map((name) => ['1', name]));
      }),
      runs(),
    );
  });
});

const long = '上海市浦东新区示例路一百二十三号';

describe('what no encoding fits is refused with its place', () => {
  test('UTF-8 with one bad byte in the middle', async () => {
    const bytes = Buffer.from(`编号,地址\n1,${long}\n2,${long}\n3,${long}\n`);
    const at = bytes.indexOf('2,') + 2;
    bytes[at] = 0xff;
    expect(await refusal(read(bytes))).toEqual({
      code: 'encoding-bytes',
      params: { line: 3, offset: at, encoding: 'UTF-8' },
    });
  });

  test('GBK with a byte that is none', async () => {
    const bytes = Buffer.concat([gb18030Bytes('编号,买家\n1,张三\n2,'), Buffer.from([0xff]), Buffer.from(',\n3,x\n')]);
    const offset = bytes.indexOf(0xff);
    expect(await refusal(read(bytes))).toMatchObject({ code: 'encoding-bytes', params: { line: 3, offset } });
  });

  test.each([
    [
      'GBK rows behind UTF-8 rows',
      [Buffer.from(`编号,地址\n1,${long}\n2,${long}\n`), gb18030Bytes(`3,${long}\n4,${long}\n`)],
      4,
    ],
    ['UTF-8 rows behind GBK rows', [gb18030Bytes(`编号,地址\n1,${long}\n`), Buffer.from(`2,${long}\n3,${long}\n`)], 3],
  ])('%s: two exports joined together', async (_, parts, line) => {
    expect(await refusal(read(Buffer.concat(parts)))).toEqual({ code: 'encoding-changes', params: { line } });
  });

  test('half a UTF-16 character', async () => {
    const bytes = Buffer.concat([utf16('编号,买家\n1,', 'le', true), Buffer.from([0x00, 0xd8, 0x41, 0x00])]);
    expect(await refusal(read(bytes))).toMatchObject({ code: 'encoding-bytes', params: { encoding: 'utf-16le' } });
  });

  test('zero bytes at both places of a pair: the user names the byte order', async () => {
    const mixed = Buffer.concat([utf16('aaaaaaaaaa,b', 'le', false), utf16('aaaaaaaaaa,b', 'be', false)]);
    expect(await refusal(read(mixed))).toMatchObject({ code: 'encoding-utf16' });
  });
});

describe('an encoding named by the user', () => {
  test('is used', async () => {
    const bytes = Buffer.from([0x61, 0x2c, 0xc4, 0xa3, 0x0a]);
    expect((await read(bytes, 'gb18030')).rows).toEqual([['a', '模']]);
    expect((await read(utf16(text, 'be', true), 'utf-16be')).rows).toEqual(rows);
  });

  test('is refused where the bytes are not in it', async () => {
    expect(await refusal(read(gb18030Bytes(text), 'utf-8'))).toMatchObject({
      code: 'encoding-bytes',
      params: { line: 1, offset: 0, encoding: 'UTF-8' },
    });
  });
});

test('characters lost before the file was made are counted, their rows kept', async () => {
  const { notes, rows: got } = await read(Buffer.from('a,b\n1,x\ufffd\ufffd\n2,\ufffd\n'));
  expect(notes).toEqual([{ id: 'replacement-characters', level: 'warning', params: { file: 'orders.csv', count: 3 } }]);
  expect(got[1]).toEqual(['1', 'x\ufffd\ufffd']);
  expect((await read(gb18030Bytes('订单,买家\n1,\ufffd\n'))).notes).toMatchObject([{ params: { count: 1 } }]);
});
