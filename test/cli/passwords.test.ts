import { beforeAll, describe, expect, test } from 'vitest';
import { protectedZip, withAgile, withStandard } from '../adapters/read/protect.js';
import { workbookBytes } from '../adapters/read/write-files.js';
import { answer, crm } from '../crm.js';
import { inLongRun } from '../runs.js';
import { orderCsv, THREE, tempFolder } from './temp.js';

const folder = tempFolder();
const header = ['订单编号', '买家会员名', '买家实际支付金额', '订单状态', '订单付款时间'];
const SECRET = 'Quite-Secret 7';
const plain = folder.file('plain.csv', orderCsv(THREE));
const passwordFile = folder.file('pw.txt', `another\n${SECRET}\n`);
const wrongFile = folder.file('wrong.txt', 'Wrong-Guess\n');
const made: Record<string, string> = {};
const expected = answer(['analyze', plain]).document;

beforeAll(async () => {
  const book = workbookBytes({ a: [header, ...THREE.map((row) => [...row])] }, 'xlsx');
  const csv = { 'orders.csv': orderCsv(THREE) };
  made['ZipCrypto'] = folder.file('zipcrypto.zip', await protectedZip(csv, SECRET, 'zipcrypto'));
  made['AES'] = folder.file('aes.zip', await protectedZip(csv, SECRET, 'aes'));
  made['Agile'] = folder.file('agile.xlsx', await withAgile(book, SECRET));
  made['Standard'] = folder.file('standard.xlsx', withStandard(book, SECRET));
  made['nested'] = folder.file(
    'nested.zip',
    await protectedZip({ 'a.xlsx': withStandard(book, SECRET) }, SECRET, 'aes'),
  );
});

const KINDS = ['ZipCrypto', 'AES', 'Agile', 'Standard', 'nested'];

describe.each(KINDS)('a protected file (%s)', (kind) => {
  // The words are the same for every kind of file.
  const isFirst = kind === KINDS[0];

  test('is read with the password of a file or of the environment, which appears nowhere', () => {
    for (const [args, env] of [
      [['--password-file', passwordFile], {}],
      [[], { CRM_PASSWORD: SECRET }],
    ] as const) {
      const run = answer(['analyze', made[kind]!, ...args], { env });
      expect({ ...run.document, files: null, next: null, notes: null }).toEqual({
        ...expected,
        files: null,
        next: null,
        notes: null,
      });
      expect(JSON.stringify(run)).not.toContain(SECRET);
      expect(run.stderr).toBe('');
    }
  });

  test('without it is refused at once with the ways to give one, in both languages', () => {
    const inChinese = ['zh', '需要密码'] as const;
    for (const [lang, words] of inLongRun(isFirst, true) ? [inChinese, ['en', 'needs a password']] : [inChinese]) {
      const { exit, stdout, stderr } = crm(['analyze', made[kind]!, '--lang', lang]);
      expect([exit, stdout]).toEqual([3, '']);
      expect(stderr).toContain(words);
      expect(stderr).toContain('--password-file');
      expect(stderr).toContain('CRM_PASSWORD');
    }
  });

  test('with a wrong one is refused in other words, none of them the password', () => {
    const inEnglish = ['en', 'wrong password'] as const;
    for (const [lang, words] of inLongRun(isFirst, true) ? [['zh', '密码不对'], inEnglish] : [inEnglish]) {
      const { exit, stdout, stderr } = crm(['analyze', made[kind]!, '--lang', lang, '--password-file', wrongFile]);
      expect([exit, stdout]).toEqual([3, '']);
      expect(stderr.toLowerCase()).toContain(words);
      expect(stderr).not.toContain('Wrong-Guess');
    }
  });
});

describe('where a password comes from', () => {
  test('never from an argument', () => {
    const { exit, stderr } = crm(['analyze', plain, '--password', 'x']);
    expect(exit).toBe(2);
    expect(stderr).toContain('--password-file');
  });

  test('a file of passwords that is missing or is a list for guessing is refused', () => {
    const list = folder.file('list.txt', 'x\n'.repeat(300));
    expect(crm(['analyze', plain, '--password-file', 'nowhere.txt']).exit).toBe(3);
    expect(crm(['analyze', plain, '--password-file', list]).exit).toBe(3);
  });

  test('standard input that carries the table is not asked for it', () => {
    const { exit, stderr } = crm(['analyze', '-', plain], { input: '' });
    expect([exit, stderr.includes('标准输入')]).toEqual([3, true]);
  });
});

describe('protection that is not supported', () => {
  test('an old workbook with RC4 says so, and what to do', () => {
    // FILEPASS (0x2F) with RC4: type 1, version 1.1, salt and verifiers.
    const filePass = Buffer.concat([Buffer.from([0x2f, 0, 54, 0, 1, 0, 1, 0, 1, 0]), Buffer.alloc(48, 7)]);
    const whole = Buffer.from(workbookBytes({ a: [header] }, 'biff8'));
    const start = whole.indexOf(Buffer.from([0x09, 0x08, 0x10, 0x00]));
    const end = start + 20;
    const locked = Buffer.concat([
      whole.subarray(0, end),
      filePass,
      whole.subarray(end, whole.length - filePass.length),
    ]);
    const { exit, stderr } = crm([
      'analyze',
      folder.file('rc4.xls', locked),
      '--lang',
      'en',
      '--password-file',
      passwordFile,
    ]);
    expect(exit).toBe(3);
    expect(stderr).toContain('this protection is not supported');
    expect(stderr).toContain('save it without password');
  });
});
