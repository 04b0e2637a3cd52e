import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unpackedSources } from '../../../src/adapters/archive/archive.js';
import { HeldFiles } from '../../../src/adapters/archive/held-files.js';
import { openFile } from '../../../src/adapters/read/open.js';
import type { Passwords } from '../../../src/adapters/sources.js';
import { CrmError } from '../../../src/errors.js';
import { inLongRun, runs } from '../../runs.js';
import { givenPasswords } from '../passwords.js';
import { collect } from '../read/collect.js';
import { damaged } from '../read/damage.js';
import { memorySource } from '../read/memory-source.js';
import { protectedZip } from '../read/protect.js';
import { refusal } from '../read/refusal.js';
import { sameProcess } from '../read/same-process.js';
import { automatic, gb18030Bytes } from '../read/write-files.js';

const orders = `订单编号,买家会员名\r\n${Array.from({ length: 400 }, (_, at) => `35100${at},ann${at % 7}\r\n`).join('')}`;
const files = { 'a.csv': orders, 'b.csv': orders.replace('ann', 'bob') };

async function unpack(bytes: Uint8Array, passwords: Passwords) {
  return unpackedSources(memorySource(bytes, 'may.zip'), { passwords, held: new HeldFiles() });
}

async function textsOf(bytes: Uint8Array, passwords: Passwords): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const source of (await unpack(bytes, passwords)).sources) {
    const pieces: Uint8Array[] = [];
    for await (const piece of source.pieces()) pieces.push(piece);
    texts.push(Buffer.concat(pieces).toString('utf8'));
  }
  return texts;
}

/** All rows of each file, as one text; what is no archive any more is read as the file it then is. */
async function rowsOf(bytes: Uint8Array): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const source of (await unpack(bytes, givenPasswords(['Ab 12']))).sources) {
    const { sheets } = await openFile(source, automatic, sameProcess);
    texts.push(JSON.stringify((await collect(sheets[0]!, [0, 1])).rows));
  }
  return texts;
}

describe.each(['zipcrypto', 'aes'] as const)('an archive with a password (%s)', (protection) => {
  const made = protectedZip(files, 'Ab 12', protection);

  test('is read with the right one, wherever it stands among others', async () => {
    for (const known of [['Ab 12'], ['wrong', 'Ab 12'], ['x', 'y', 'z', 'Ab 12']]) {
      const passwords = givenPasswords(known);
      expect(await textsOf(await made, passwords)).toEqual(Object.values(files));
      expect([passwords.asked, passwords.found[0]]).toEqual([[], 'Ab 12']);
    }
  });

  test('needs one, and says where from', async () => {
    expect(await refusal(unpack(await made, givenPasswords([])))).toEqual({ code: 'password-needed', params: {} });
  });

  test('never opens with a wrong one, however many are tried', async () => {
    const count = protection === 'aes' ? inLongRun(20, 300) : inLongRun(300, 4000);
    const wrong = Array.from({ length: count }, (_, at) => `wrong ${at}`);
    const { code } = await refusal(unpack(await made, givenPasswords(wrong)));
    // Of 256 wrong passwords one passes the single byte that ZipCrypto checks; the checksum stops it. That none of
    // 4,000 does happens once in six million archives; that none of 300 does, in every third.
    const either = ['password-wrong', 'password-doubtful'];
    expect(protection === 'aes' ? ['password-wrong'] : inLongRun(either, ['password-doubtful'])).toContain(code);
    expect(await refusal(unpack(await made, givenPasswords(['ab 12'])))).toMatchObject({ params: { tried: 1 } });
  });

  test('asks three times, once for all its files', async () => {
    const right = givenPasswords(['no'], ['nor', 'Ab 12']);
    expect(await textsOf(await made, right)).toHaveLength(2);
    expect(right.asked).toEqual([
      ['may.zip', true],
      ['may.zip', true],
    ]);
    const never = givenPasswords([], ['1', '2', '3', 'Ab 12']);
    expect(await refusal(unpack(await protectedZip({ 'a.csv': orders }, 'Ab 12', protection), never))).toMatchObject({
      code: 'password-wrong',
      params: { tried: 3 },
    });
    expect(never.asked).toEqual([
      ['may.zip', false],
      ['may.zip', true],
      ['may.zip', true],
    ]);
  });

  test('asks no more for the next file when nothing was typed, or three times the wrong', async () => {
    for (const answers of [[], ['1', '2', '3', 'Ab 12']]) {
      const passwords = givenPasswords([], answers);
      await refusal(unpack(await made, passwords));
      expect(passwords.asked).toHaveLength(answers.length === 0 ? 1 : 3);
    }
  });

  test('may be in Chinese, written in GBK or UTF-8', async () => {
    const gbk = await protectedZip({ 'a.csv': orders }, gb18030Bytes('密码'), protection);
    expect(await textsOf(gbk, givenPasswords(['密码']))).toEqual([orders]);
    const utf8 = await protectedZip({ 'a.csv': orders }, Buffer.from('密码'), protection);
    expect(await textsOf(utf8, givenPasswords(['密码']))).toEqual([orders]);
  });

  test('any bit turned or any block zeroed: refused, or read the same', async () => {
    const whole = await made;
    const undamaged = await rowsOf(whole);
    await fc.assert(
      fc.asyncProperty(damaged(whole), async (bytes) => {
        const got = await rowsOf(bytes).catch((error: unknown) => error);
        if (got instanceof CrmError) expect(got.exit).toBe(3);
        else expect(undamaged).toEqual(expect.arrayContaining(got as string[]));
      }),
      runs(300, 10),
    );
  }, 300_000);
});
