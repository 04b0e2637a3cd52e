import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import * as XLSX from 'xlsx';
import { unpackedSources } from '../../../../src/adapters/archive/archive.js';
import { HeldFiles } from '../../../../src/adapters/archive/held-files.js';
import { openFile } from '../../../../src/adapters/read/open.js';
import type { Passwords } from '../../../../src/adapters/sources.js';
import { CrmError } from '../../../../src/errors.js';
import { inLongRun, runs } from '../../../runs.js';
import { givenPasswords } from '../../passwords.js';
import { collect } from '../collect.js';
import { damaged } from '../damage.js';
import { memorySource } from '../memory-source.js';
import { container, withAgile, withStandard } from '../protect.js';
import { refusal } from '../refusal.js';
import { sameProcess } from '../same-process.js';
import { automatic, workbookBytes } from '../write-files.js';
import { xlsxFiles, zip } from '../zip-writer.js';

const rows = [['订单编号', '买家'], ...Array.from({ length: 2000 }, (_, at) => [`35100${at}`, `tb_${at}`])];
const book = workbookBytes({ export: rows }, 'xlsx');

async function unlockedFrom(bytes: Uint8Array, passwords: Passwords) {
  const services = { passwords, held: new HeldFiles() };
  const [source] = (await unpackedSources(memorySource(bytes, 'orders.xlsx'), services)).sources;
  return source!;
}

async function cellsOf(bytes: Uint8Array, passwords: Passwords) {
  const { sheets } = await openFile(await unlockedFrom(bytes, passwords), automatic, sameProcess);
  return (await collect(sheets[0]!, [0, 1])).rows.map(({ cells }) => [cells[0], cells[1]]);
}

describe.each([
  ['Agile', (password: string) => withAgile(book, password)],
  ['Standard', async (password: string) => withStandard(book, password)],
] as const)('a workbook with a password (%s)', (scheme, made) => {
  test('is read with the right one, and is known by the file it is', async () => {
    const bytes = await made('Ab 12 密码');
    expect(await cellsOf(bytes, givenPasswords(['no', 'Ab 12 密码']))).toEqual(rows);
    const source = await unlockedFrom(bytes, givenPasswords(['Ab 12 密码']));
    expect(source).toMatchObject({
      name: 'orders.xlsx',
      fileSize: bytes.length,
      inside: true,
    });
    expect(await source.sha256()).toBe(await memorySource(bytes).sha256());
  });

  test('needs one, refuses a wrong one, and tells the two apart', async () => {
    const bytes = await made('Ab 12');
    expect(await refusal(cellsOf(bytes, givenPasswords([])))).toMatchObject({ code: 'password-needed' });
    expect(await refusal(cellsOf(bytes, givenPasswords(['ab 12', ''])))).toMatchObject({ code: 'password-wrong' });
  });

  test('that everybody knows opens by itself', async () => {
    expect(await cellsOf(await made('VelvetSweatshop'), givenPasswords([]))).toEqual(rows);
  });

  test('any bit turned or any block zeroed: refused, or read the same', async () => {
    const whole = await made('pw');
    await fc.assert(
      fc.asyncProperty(damaged(whole), async (bytes) => {
        const got = await cellsOf(bytes, givenPasswords(['pw'])).catch((error: unknown) => error);
        if (got instanceof CrmError) expect(got.exit).toBe(3);
        else expect(got).toEqual(rows);
      }),
      runs(300, 8),
    );
  }, 600_000);

  test('cut off anywhere: refused', async () => {
    const whole = await made('pw');
    for (let percent = 1; percent < 100; percent += inLongRun(19, 9)) {
      const cut = whole.subarray(0, Math.floor((whole.length * percent) / 100));
      const got = await cellsOf(cut, givenPasswords(['pw'])).catch((error: unknown) => error);
      expect(got).toMatchObject({ exit: 3 });
    }
  });

  test('the library of the reporter reads Agile alone', async () => {
    const bytes = new Uint8Array(await made('pw'));
    const read = readXlsx(bytes, { password: 'pw' }).then(({ sheets }) => sheets[0]?.rows.length);
    if (scheme === 'Agile') expect(await read).toBe(rows.length);
    else await expect(read).rejects.toThrow('only ECMA-376 Agile');
  });
});

test('a workbook of more than 7 MB, whose container has tables of tables', async () => {
  const picture = { name: 'xl/media/image1.png', content: randomBytes(9 << 20), stored: true };
  const row = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>';
  const big = zip([picture, ...xlsxFiles(row)]);
  expect(await cellsOf(withStandard(big, 'pw'), givenPasswords(['pw']))).toEqual([['订单编号', '买家会员名']]);
});

describe('what a container may claim', () => {
  const version = (major: number, minor: number, rest: Uint8Array | string = '') =>
    Buffer.concat([Buffer.from([major, 0, minor, 0, 0x40, 0, 0, 0]), Buffer.from(rest)]);
  const claims = (info: Uint8Array) => container({ EncryptionInfo: info, EncryptedPackage: Buffer.alloc(9000) });

  async function agileWith(change: (xml: string) => string) {
    const streams = XLSX.CFB.read(Buffer.from(await withAgile(book, 'pw')), { type: 'buffer' });
    const info = Buffer.from(XLSX.CFB.find(streams, 'EncryptionInfo')!.content as Uint8Array);
    const data = Buffer.from(XLSX.CFB.find(streams, 'EncryptedPackage')!.content as Uint8Array);
    const xml = change(info.toString('utf8', 8));
    return container({ EncryptionInfo: version(4, 4, xml), EncryptedPackage: data });
  }

  test.each<[string, Uint8Array | Promise<Uint8Array>, string]>([
    ['the Extensible scheme', claims(version(4, 3)), 'password-unsupported'],
    ['a version nobody knows', claims(version(9, 9)), 'password-unsupported'],
    [
      'RC4',
      claims(version(4, 2, Buffer.concat([Buffer.from([32, 0, 0, 0]), Buffer.alloc(200)]))),
      'password-unsupported',
    ],
    ['nothing at all', claims(new Uint8Array()), 'workbook-damaged'],
    ['Standard with nothing behind the version', claims(version(4, 2)), 'workbook-damaged'],
    ['Agile without any key', claims(version(4, 4, '<encryption/>')), 'password-unsupported'],
    [
      'a thousand million spins',
      agileWith((xml) => xml.replace(/spinCount="\d+"/, 'spinCount="1000000000"')),
      'password-unsupported',
    ],
    [
      'a negative number of spins',
      agileWith((xml) => xml.replace(/spinCount="\d+"/, 'spinCount="-1"')),
      'password-unsupported',
    ],
    ['another cipher', agileWith((xml) => xml.replaceAll('"AES"', '"RC2"')), 'password-unsupported'],
    [
      'another chaining',
      agileWith((xml) => xml.replaceAll('ChainingModeCBC', 'ChainingModeCFB')),
      'password-unsupported',
    ],
    ['a key of 7 bits', agileWith((xml) => xml.replaceAll('keyBits="256"', 'keyBits="7"')), 'password-unsupported'],
    [
      'a certificate instead of a password',
      agileWith((xml) => xml.replaceAll('encryptedKey ', 'certificate ')),
      'password-unsupported',
    ],
    [
      'a verifier that is no whole block',
      agileWith((xml) => xml.replace(/(encryptedVerifierHashInput=")[^"]+/, '$1AAAA')),
      'workbook-damaged',
    ],
    [
      'another checksum of the whole',
      agileWith((xml) => xml.replace(/(encryptedHmacValue=")[^"]{8}/, '$1AAAAAAAA')),
      'workbook-damaged',
    ],
  ])('%s', async (_, bytes, code) => {
    const started = performance.now();
    expect(await refusal(cellsOf(await bytes, givenPasswords(['pw'])))).toMatchObject({ code });
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  test('a size larger than what is there', async () => {
    const streams = XLSX.CFB.read(withStandard(book, 'pw'), { type: 'buffer' });
    const info = Buffer.from(XLSX.CFB.find(streams, 'EncryptionInfo')!.content as Uint8Array);
    const data = Buffer.from(XLSX.CFB.find(streams, 'EncryptedPackage')!.content as Uint8Array);
    data.writeBigUInt64LE(1n << 60n, 0);
    const bytes = container({ EncryptionInfo: info, EncryptedPackage: data });
    expect(await refusal(cellsOf(bytes, givenPasswords(['pw'])))).toMatchObject({ code: 'workbook-damaged' });
  });

  test('a package that is no workbook is checked like any file from outside', async () => {
    const text = withStandard(Buffer.from('订单编号,买家\n1,ann\n'.repeat(500)), 'pw');
    expect(await refusal(cellsOf(text, givenPasswords(['pw'])))).toMatchObject({ code: 'workbook-damaged' });
    const cut = withStandard(book.subarray(0, 5000), 'pw');
    expect(await refusal(cellsOf(cut, givenPasswords(['pw'])))).toMatchObject({ code: 'zip-cut-off' });
  });
});
