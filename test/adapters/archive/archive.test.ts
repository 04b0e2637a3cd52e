import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Unpacked, unpackedSources } from '../../../src/adapters/archive/archive.js';
import { HeldFiles } from '../../../src/adapters/archive/held-files.js';
import { noPasswords } from '../../../src/adapters/passwords.js';
import type { ByteSource } from '../../../src/adapters/sources.js';
import { CrmError } from '../../../src/errors.js';
import { runs } from '../../runs.js';
import { damaged } from '../read/damage.js';
import { memorySource } from '../read/memory-source.js';
import { refusal } from '../read/refusal.js';
import { gb18030Bytes, workbookBytes } from '../read/write-files.js';
import { type ZipFile, zip } from '../read/zip-writer.js';

const orders = '订单编号,买家会员名,买家实际支付金额\r\n35100,ann,1.00\r\n';

function unpack(bytes: Uint8Array, held = new HeldFiles()) {
  return unpackedSources(memorySource(bytes, 'may.zip'), { passwords: noPasswords, held });
}

async function textOf(source: ByteSource | undefined): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source?.pieces() ?? []) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

/** A name as bytes, one character each, for the writer. */
const bytesAs = (name: Uint8Array) => Buffer.from(name).toString('latin1');

describe('exports in an archive', () => {
  test('are files of their own, named after the archive, in folders too; other files are themselves', async () => {
    const { sources, passedOver } = await unpack(
      zip([
        { name: 'a.csv', content: orders },
        { name: '2024/05/b.txt', content: orders.replace('ann', 'bob') },
        { name: '2024/', content: '' },
      ]),
    );
    expect(passedOver).toEqual([]);
    expect(sources).toMatchObject([
      {
        name: 'may.zip/a.csv',
        path: 'may.zip',
        group: 'may.zip',
        optional: true,
        inside: true,
        size: Buffer.byteLength(orders),
      },
      { name: 'may.zip/2024/05/b.txt' },
    ]);
    expect(await sources[0]!.sha256()).toBe(await memorySource(orders).sha256());
    expect(sources[0]!.hashed).toBe(false);
    const csv = memorySource(orders);
    expect((await unpackedSources(csv, { passwords: noPasswords, held: new HeldFiles() })).sources).toEqual([csv]);
  });

  test('are hashed while they are unpacked where that is wanted, kept or not', async () => {
    const archive = memorySource(zip([{ name: 'a.csv', content: orders }]), 'may.zip');
    for (const held of [new HeldFiles(), new HeldFiles(10)]) {
      const { sources } = await unpackedSources(archive, { passwords: noPasswords, held, hashed: true });
      expect(sources[0]!.hashed).toBe(true);
      expect(await sources[0]!.sha256()).toBe(await memorySource(orders).sha256());
    }
  });

  test('are read from the start again, in big pieces, and at any position', async () => {
    const long = `${orders}${'35101,bob,2.00\r\n'.repeat(200_000)}`;
    for (const stored of [true, false]) {
      for (const held of [new HeldFiles(), new HeldFiles(1000)]) {
        const [source] = (await unpack(zip([{ name: 'a.csv', content: long, stored }]), held)).sources;
        for (let pass = 0; pass < 2; pass += 1) expect((await textOf(source)) === long).toBe(true);
        const sizes: number[] = [];
        for await (const piece of source!.pieces()) sizes.push(piece.length);
        expect(Math.min(...sizes.slice(0, -1))).toBeGreaterThanOrEqual(256 * 1024);
        const bytes = Buffer.from(long);
        for (const [position, length] of [
          [0, 64],
          [2_000_000, 100],
          [bytes.length - 3, 100],
          [bytes.length + 5, 1],
        ] as const) {
          const got = Buffer.from(await source!.at(position, length)).toString('latin1');
          expect(got).toBe(bytes.subarray(position, position + length).toString('latin1'));
        }
      }
    }
  });

  test('of one file are read whatever its name', async () => {
    const { sources } = await unpack(zip([{ name: 'export', content: orders }]));
    expect(sources.map(({ name }) => name)).toEqual(['may.zip/export']);
  });

  test('what macOS and Windows leave behind is passed over without a word', async () => {
    const junk = [
      '__MACOSX/._a.csv',
      '.DS_Store',
      'x/.hidden.csv',
      '~$a.xlsx',
      'Thumbs.db',
      'x/desktop.ini',
      'photo.jpg',
    ];
    const { sources, passedOver } = await unpack(
      zip([...junk.map((name) => ({ name, content: 'x' })), { name: 'a.csv', content: orders }]),
    );
    expect([sources.map(({ name }) => name), passedOver]).toEqual([['may.zip/a.csv'], []]);
  });

  test('a workbook is no archive', async () => {
    const book = memorySource(workbookBytes({ a: [['订单编号']] }, 'xlsx'), 'a.xlsx');
    const services = { passwords: noPasswords, held: new HeldFiles() };
    expect((await unpackedSources(book, services)).sources).toEqual([book]);
  });
});

describe('names in an archive', () => {
  test.each<[string, Uint8Array, number, string]>([
    ['GBK without a word, as Chinese programs write them', gb18030Bytes('五月订单.csv'), 0, '五月订单.csv'],
    ['a GBK character whose second byte is a backslash', gb18030Bytes('乗.csv'), 0, '乗.csv'],
    ['UTF-8 without a word, as macOS writes them', Buffer.from('五月订单.csv'), 0, '五月订单.csv'],
    ['UTF-8 that says so', Buffer.from('五月订单.csv'), 0x800, '五月订单.csv'],
    ['neither', Buffer.from([0xff, 0x80, 0x2e, 0x63, 0x73, 0x76]), 0, '\u00ff\u0080.csv'],
    ['a leading dot and slash', Buffer.from('./2024/./a.csv'), 0, './2024/./a.csv'],
    ['backslashes', Buffer.from('2024\\a.csv'), 0, '2024/a.csv'],
    ['an escape sequence', Buffer.from('\u001b[2J.csv'), 0, '\u001b[2J.csv'],
    ['a device of Windows', Buffer.from('CON.csv'), 0, 'CON.csv'],
  ])('%s', async (_, raw, flags, name) => {
    const { sources } = await unpack(zip([{ name: bytesAs(raw), content: orders, flags }]));
    expect(sources.map((source) => source.name)).toEqual([`may.zip/${name}`]);
  });

  test('two GBK names whose bytes differ like upper and lower case are two names', async () => {
    const names = [0x41, 0x61].map((trail) => bytesAs(Uint8Array.of(0xc4, trail, 0x2e, 0x63, 0x73, 0x76)));
    const { sources } = await unpack(zip(names.map((name) => ({ name, content: orders }))));
    expect(sources).toHaveLength(2);
  });
});

describe('archives with something wrong in them', () => {
  const good: ZipFile = { name: 'good.csv', content: orders };

  test.each<[string, ZipFile, string]>([
    ['a wrong checksum', { name: 'b.csv', content: orders, crc32: 7 }, 'zip-damaged'],
    ['bytes that do not unpack', { name: 'b.csv', content: orders, packed: Buffer.from('no deflate') }, 'zip-damaged'],
    ['another name in its own header', { name: 'b.csv', content: orders, localName: 'c.csv' }, 'zip-damaged'],
    ['a packing nobody knows', { name: 'b.csv', content: orders, method: 14 }, 'zip-method'],
    ['a link', { name: 'b.csv', content: '/etc/passwd', mode: 0o120777 }, 'zip-link'],
    [
      'a damaged workbook',
      { name: 'b.xlsx', content: workbookBytes({ a: [['x']] }, 'xlsx').subarray(0, 900) },
      'zip-cut-off',
    ],
    ['a password nobody gave', { name: 'b.csv', content: orders, flags: 1 }, 'password-needed'],
  ])('%s: that file is named, the others are read; alone it refuses the archive', async (_, bad, code) => {
    const { sources, passedOver } = await unpack(zip([good, bad]));
    expect(sources.map(({ name }) => name)).toEqual(['may.zip/good.csv']);
    expect(passedOver).toMatchObject([{ name: `may.zip/${bad.name}`, group: 'may.zip', error: { code, exit: 3 } }]);
    expect(await refusal(unpack(zip([bad])))).toMatchObject({ code });
  });

  test.each<[string, Uint8Array, string]>([
    ['a name that leads out', zip([good, { name: '../../evil.csv', content: orders }]), 'zip-name'],
    ['an absolute name', zip([good, { name: '/etc/cron.d/evil.csv', content: orders }]), 'zip-name'],
    ['a drive', zip([good, { name: 'C:\\evil.csv', content: orders }]), 'zip-name'],
    ['a zero byte in a name', zip([good, { name: 'a\0.csv', content: orders }]), 'zip-name'],
    ['a file twice', zip([good, good]), 'zip-duplicate'],
    [
      'no table',
      zip([
        { name: 'a.jpg', content: 'x' },
        { name: 'b.jpg', content: 'x' },
      ]),
      'zip-without-tables',
    ],
    ['nothing', zip([]), 'zip-without-tables'],
  ])('%s: all of it is refused', async (_, bytes, code) => {
    expect(await refusal(unpack(bytes))).toMatchObject({ code });
  });
});

describe('archives inside archives', () => {
  const nested = (depth: number): Buffer =>
    depth === 0 ? Buffer.from(orders) : zip([{ name: depth === 1 ? 'a.csv' : 'in.zip', content: nested(depth - 1) }]);

  test('one in another is opened, a third is not', async () => {
    const { sources } = await unpack(nested(2));
    expect(sources.map(({ name }) => name)).toEqual(['may.zip/in.zip/a.csv']);
    expect(await textOf(sources[0])).toBe(orders);
    expect(await refusal(unpack(nested(3)))).toEqual({ code: 'zip-depth', params: { limit: 2 } });
    expect(await refusal(unpack(nested(5)))).toEqual({ code: 'zip-depth', params: { limit: 2 } });
  });

  test('all of them share one allowance of files', async () => {
    const many = zip(Array.from({ length: 4000 }, (_, at) => ({ name: `${at}.jpg`, content: '' })));
    const bytes = zip([1, 2, 3].map((at) => ({ name: `${at}.zip`, content: many })));
    const { passedOver } = await unpack(
      zip([
        { name: 'a.csv', content: orders },
        { name: 'in.zip', content: bytes },
      ]),
    );
    expect(passedOver.map(({ error }) => error.code)).toEqual(['zip-depth', 'zip-depth', 'zip-depth']);
    const flat = zip([
      ...[1, 2, 3].map((at) => ({ name: `${at}.zip`, content: many })),
      { name: 'a.csv', content: orders },
    ]);
    expect((await unpack(flat)).passedOver.map(({ error }) => error.code)).toEqual([
      'zip-without-tables',
      'zip-without-tables',
      'zip-entries',
    ]);
  });
});

describe('archives built to do harm are refused at once', () => {
  const zeros = deflateRawSync(Buffer.alloc(64 << 20));
  const good: ZipFile = { name: 'good.csv', content: orders };
  const bomb: ZipFile = { name: 'b.csv', content: Buffer.alloc(64 << 20), packed: zeros };
  const nested = (depth: number): Buffer =>
    zip(Array.from({ length: 4 }, (_, at) => (depth === 0 ? bomb : { name: `${at}.zip`, content: nested(depth - 1) })));

  test.each<[string, Uint8Array, string]>([
    ['a table that unpacks to a thousand times its size', zip([good, bomb]), 'zip-ratio'],
    [
      'nine gigabytes by its own account',
      zip(
        [1, 2, 3].map((at) => ({
          name: `${at}.csv`,
          content: '',
          packed: Buffer.alloc(20 << 20),
          declaredSize: 3 * 2 ** 30,
        })),
      ),
      'zip-too-large',
    ],
    [
      '10,001 files',
      zip(Array.from({ length: 10_001 }, (_, at) => ({ name: `${at}.csv`, content: '' }))),
      'zip-entries',
    ],
    ['archives in archives in archives, each with four', zip([{ name: 'a.zip', content: nestedOnce() }]), 'zip-depth'],
  ])('%s', async (_, bytes, code) => {
    const [started, before] = [performance.now(), process.memoryUsage().rss];
    expect(await refusal(unpack(bytes))).toMatchObject({ code });
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(300 << 20);
  });

  test('a file that declares less than it unpacks to never gives more', async () => {
    const { passedOver } = await unpack(zip([good, { ...bomb, declaredSize: 5000 }]));
    expect(passedOver).toMatchObject([{ name: 'may.zip/b.csv', error: { code: 'zip-damaged' } }]);
  });

  function nestedOnce(): Buffer {
    return zip(Array.from({ length: 4 }, (_, at) => ({ name: `${at}.zip`, content: nested(1) })));
  }
});

describe('any damage', () => {
  test('any packed bytes end: as the same text, or damaged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.nat(600), async (packed, declaredSize) => {
        const got = await unpack(zip([{ name: 'a.csv', content: orders, packed, declaredSize }])).catch(
          (error) => error,
        );
        expect(got).toMatchObject({ code: 'zip-damaged' });
      }),
      runs(),
    );
  });

  test('any bit turned or any block zeroed in an archive: refused, or the tables are the same', async () => {
    const tables = [1, 2].map((at) => ({ name: `${at}.csv`, content: `${orders}${at},bob,2.00\r\n`.repeat(40) }));
    const whole = zip(tables);
    await fc.assert(
      fc.asyncProperty(damaged(whole), async (bytes) => {
        const got = await unpack(bytes).catch((error: unknown) => error);
        if (got instanceof CrmError) {
          expect(got.exit).toBe(3);
          return;
        }
        const { sources, passedOver } = got as Unpacked;
        if (sources.every(({ inside }) => inside === true)) expect(sources.length + passedOver.length).toBe(2);
        for (const source of sources.filter(({ inside }) => inside === true)) {
          expect(tables.map(({ content }) => content)).toContain(await textOf(source));
        }
      }),
      runs(300),
    );
  });
});
