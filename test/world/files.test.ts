import { createHash } from 'node:crypto';
import { appendFile, chmod, open, rename, rm, stat, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { Descriptors } from '../../src/world/descriptors.js';
import { closeSources, type FileTicket, type InputSource, openSource } from '../../src/world/files.js';
import { expandInputs } from '../../src/world/inputs.js';
import { sizeLimits, sizeText } from '../../src/world/limits.js';
import { runs } from '../runs.js';
import { bash, folderWith, isSuperuser, refusalOf } from './folder.js';

const mebibyte = 2 ** 20;

async function sourceOf(path: string, limit: number | null = null): Promise<InputSource> {
  const [input] = await expandInputs([path], '/');
  if (input === undefined) throw new Error('no input');
  return openSource(input, { limits: sizeLimits(limit) });
}

async function contentOf(source: InputSource): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source.pieces()) pieces.push(piece);
  return Buffer.concat(pieces);
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function counted(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  for (let at = 0; at < length; at++) bytes[at] = (at * 31 + (at >> 8)) & 0xff;
  return bytes;
}

describe('a file', () => {
  test.each([0, 1, mebibyte - 1, mebibyte, mebibyte + 1, 3 * mebibyte + 7])(
    'of %d bytes is read whole, again and again',
    async (length) => {
      const bytes = counted(length);
      const folder = await folderWith({ 'orders.csv': bytes });
      const source = await sourceOf(join(folder, 'orders.csv'));
      expect([source.name, source.size]).toEqual(['orders.csv', length]);
      for (let pass = 0; pass < 2; pass++) expect((await contentOf(source)).equals(bytes)).toBe(true);
      expect(await source.sha256()).toBe(hashOf(bytes));
    },
  );

  test('gives any bytes at any position', async () => {
    const bytes = counted(2 * mebibyte + 100);
    const folder = await folderWith({ 'orders.csv': bytes });
    const source = await sourceOf(join(folder, 'orders.csv'));
    const place = fc.nat(bytes.length + 10);
    await fc.assert(
      fc.asyncProperty(place, place, async (position, length) => {
        expect(Buffer.compare(await source.at(position, length), bytes.subarray(position, position + length))).toBe(0);
      }),
      runs(200),
    );
  });

  test('is read through in two pieces of memory when its pieces are lent', async () => {
    const bytes = counted(5 * mebibyte + 7);
    const folder = await folderWith({ 'orders.csv': bytes });
    const copies: Buffer[] = [];
    const memory = new Set<unknown>();
    for await (const piece of (await sourceOf(join(folder, 'orders.csv'))).pieces(true)) {
      copies.push(Buffer.from(piece));
      memory.add(piece.buffer);
    }
    expect([Buffer.concat(copies).equals(bytes), memory.size]).toEqual([true, 2]);
  });

  test('lends the next pass the memory of the one before, also where that has stopped early', async () => {
    const bytes = counted(3 * mebibyte);
    const source = await sourceOf(join(await folderWith({ 'orders.csv': bytes }), 'orders.csv'));
    const memory = new Set<unknown>();
    for (let pass = 0; pass < 4; pass++) {
      const copies: Buffer[] = [];
      for await (const piece of source.pieces(true)) {
        copies.push(Buffer.from(piece));
        memory.add(piece.buffer);
        if (pass % 2 === 0) break;
      }
      expect(bytes.subarray(0, mebibyte * (pass % 2 === 0 ? 1 : 3)).equals(Buffer.concat(copies))).toBe(true);
    }
    expect(memory.size).toBe(2);
  });

  test('comes in pieces of at least 256 KiB', async () => {
    const folder = await folderWith({ 'orders.csv': counted(3 * mebibyte + 7) });
    const lengths: number[] = [];
    for await (const piece of (await sourceOf(join(folder, 'orders.csv'))).pieces()) lengths.push(piece.length);
    expect(lengths.slice(0, -1).every((length) => length >= 2 ** 18)).toBe(true);
  });

  test('that nobody may read is refused with its path', async () => {
    const folder = await folderWith({ 'orders.csv': 'a', 'shop/a.csv': 'a' });
    await chmod(join(folder, 'orders.csv'), 0);
    await chmod(join(folder, 'shop'), 0);
    if (!isSuperuser) {
      for (const name of ['orders.csv', 'shop', 'shop/a.csv']) {
        expect(await refusalOf(sourceOf(join(folder, name)))).toMatchObject({ code: 'file-no-permission', exit: 3 });
      }
      await chmod(join(folder, 'shop'), 0o755);
      return;
    }
    await chmod(folder, 0o755);
    for (const name of ['orders.csv', 'shop', 'shop/a.csv']) {
      const ended = await bash('"$NODE" "$PROGRAMS/read.mjs" "$1"'.replace('$1', join(folder, name)), {
        AS_USER: '65534',
      });
      expect(ended.stdout).toBe(`file-no-permission 3 ${join(folder, name)}`);
    }
  });
});

const used: Descriptors[] = [];

afterEach(async () => {
  for (const descriptors of used.splice(0)) await descriptors.closeAll();
});

function lent<Kind extends Descriptors>(descriptors: Kind): Kind {
  used.push(descriptors);
  return descriptors;
}

/** Counts how often a file is taken to be read. */
class CountedDescriptors extends Descriptors {
  borrowed = 0;

  override borrow(location: string | Buffer): Promise<number> {
    this.borrowed++;
    return super.borrow(location);
  }
}

async function countedSource(hashed = true, content = counted(3 * mebibyte + 7)) {
  const path = join(await folderWith({ 'orders.csv': content }), 'orders.csv');
  const [input] = await expandInputs([path], '/');
  const descriptors = lent(new CountedDescriptors());
  const source = await openSource(input!, { descriptors, hashed });
  return { source, descriptors, path, opened: descriptors.borrowed };
}

describe('the hash of a file', () => {
  const bytes = counted(3 * mebibyte + 7);

  test.each([true, false])('is taken along by the first whole pass (lent: %s)', async (lent) => {
    const { source, descriptors, opened } = await countedSource();
    for await (const _ of source.pieces(lent));
    expect(await source.sha256()).toBe(hashOf(bytes));
    expect(descriptors.borrowed).toBe(opened + 1);
  });

  test('costs a pass only where it was not said that it is wanted', async () => {
    const { source, descriptors, opened } = await countedSource(false);
    expect(source.hashed).toBe(false);
    for await (const _ of source.pieces(true));
    expect(await source.sha256()).toBe(hashOf(bytes));
    expect(await source.sha256()).toBe(hashOf(bytes));
    expect(descriptors.borrowed).toBe(opened + 2);
  });

  test('is not that of a pass that was broken off, or of two at once', async () => {
    const { source, descriptors, opened } = await countedSource();
    for await (const _ of source.pieces(true)) break;
    expect(await source.sha256()).toBe(hashOf(bytes));
    expect(descriptors.borrowed).toBe(opened + 2);
    const other = (await countedSource()).source;
    const hashes = await Promise.all([other.sha256(), contentOf(other).then(hashOf), other.sha256()]);
    expect(new Set(hashes)).toEqual(new Set([hashOf(bytes)]));
  });

  test('is asked for before any pass, and known from then on', async () => {
    const { source, descriptors, opened } = await countedSource();
    for (let again = 0; again < 2; again++) expect(await source.sha256()).toBe(hashOf(bytes));
    expect(descriptors.borrowed).toBe(opened + 1);
  });

  test('that is known from before is believed only while the file is as it was', async () => {
    const { source, path } = await countedSource();
    const input = source.input;
    const { stats } = source.ticket as FileTicket;
    const known = { sha256: 'ab'.repeat(32), stats };
    expect(await (await openSource(input, { descriptors: lent(new Descriptors()), known })).sha256()).toBe(
      known.sha256,
    );
    await writeFile(path, 'other');
    expect(await (await openSource(input, { descriptors: lent(new Descriptors()), known })).sha256()).toBe(
      hashOf(Buffer.from('other')),
    );
  });

  test('is refused where the file has changed', async () => {
    const { source, path } = await countedSource();
    await appendFile(path, 'x');
    expect((await refusalOf(source.sha256())).code).toBe('changed-while-read');
  });
});

const changes: Readonly<Record<string, (path: string) => Promise<unknown>>> = {
  grows: (path) => appendFile(path, 'x'),
  shrinks: (path) => truncate(path, 10),
  'is written anew at the same length': async (path) => writeFile(path, counted((await stat(path)).size).fill('y')),
  'is touched': (path) => utimes(path, 1, 1),
  'is replaced': async (path) => {
    await writeFile(`${path}.new`, counted((await stat(path)).size));
    await rename(`${path}.new`, path);
  },
  'is removed': (path) => rm(path),
};

describe('a small file', () => {
  const sizes = [1, 64 * 1024, 64 * 1024 + 1, mebibyte];

  test.each(sizes)('of %d bytes is read once for passes and looks that follow one another', async (size) => {
    const bytes = counted(size);
    const { source, descriptors, opened } = await countedSource(true, bytes);
    for (let pass = 0; pass < 3; pass++) expect((await contentOf(source)).equals(bytes)).toBe(true);
    expect(Buffer.compare(await source.at(0, 100), bytes.subarray(0, 100))).toBe(0);
    expect(await source.at(size, 100)).toHaveLength(0);
    expect(await source.sha256()).toBe(hashOf(bytes));
    expect(descriptors.borrowed).toBeLessThanOrEqual(opened + 1);
  });

  test('gives everybody bytes of his own', async () => {
    const { source } = await countedSource(false, counted(1000));
    for await (const piece of source.pieces()) piece.fill(0);
    (await source.at(0, 1000)).fill(0);
    expect((await contentOf(source)).equals(counted(1000))).toBe(true);
  });

  test('is read anew when others were read meanwhile', async () => {
    const { source, descriptors } = await countedSource(false, counted(1000));
    await contentOf(source);
    const before = descriptors.borrowed;
    for (let other = 0; other < 5; other++) await contentOf((await countedSource(false, counted(500 + other))).source);
    expect((await contentOf(source)).equals(counted(1000))).toBe(true);
    expect(descriptors.borrowed).toBe(before + 1);
  });

  test.each(
    Object.entries(changes).flatMap(([name, change]) => sizes.slice(1).map((size) => [name, size, change] as const)),
  )('that %s after it was read (%d bytes): refused by the next pass and the next look', async (_, size, change) => {
    for (const ask of [contentOf, (source: InputSource) => source.at(0, 4), (source: InputSource) => source.sha256()]) {
      const { source, path } = await countedSource(false, counted(size));
      await contentOf(source);
      await change(path);
      expect((await refusalOf(ask(source))).code).toBe('changed-while-read');
      expect((await refusalOf(contentOf(source))).code).toBe('changed-while-read');
    }
  });
});

describe('a file that changes while it is read', () => {
  test.each(Object.entries(changes))('%s: refused at the end of the pass', async (_, change) => {
    const path = join(await folderWith({ 'orders.csv': counted(3 * mebibyte) }), 'orders.csv');
    const source = await sourceOf(path);
    const reading = (async () => {
      for await (const _piece of source.pieces()) await change(path).catch(() => undefined);
    })();
    expect(await refusalOf(reading)).toMatchObject({ code: 'changed-while-read', exit: 7, where: path });
  });

  test.each(Object.entries(changes))('%s between two passes: refused before anything is read', async (_, change) => {
    const path = join(await folderWith({ 'orders.csv': counted(3 * mebibyte) }), 'orders.csv');
    const source = await sourceOf(path);
    await change(path);
    expect((await refusalOf(contentOf(source))).code).toBe('changed-while-read');
  });

  test('is refused by a look into it, too', async () => {
    const path = join(await folderWith({ 'orders.csv': counted(100) }), 'orders.csv');
    const source = await sourceOf(path);
    await appendFile(path, 'x');
    expect((await refusalOf(source.at(0, 4))).code).toBe('changed-while-read');
    await closeSources();
    expect((await refusalOf(source.at(0, 4))).code).toBe('changed-while-read');
  });
});

describe('limits', () => {
  async function sparse(length: number, start = ''): Promise<string> {
    const path = join(await folderWith({ 'big.csv': start }), 'big.csv');
    await truncate(path, length);
    return path;
  }

  test('a text above 4 GiB and a zip above 2 GiB are refused before they are read', async () => {
    const started = performance.now();
    const text = await refusalOf(sourceOf(await sparse(4 * 2 ** 30 + 1, 'a')));
    expect(text).toMatchObject({ code: 'file-too-large', exit: 3, params: { limit: '4 GiB' } });
    const zip = await refusalOf(sourceOf(await sparse(2 * 2 ** 30 + 1, 'PK\u0003\u0004')));
    expect(zip).toMatchObject({ code: 'file-too-large', params: { limit: '2 GiB' } });
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test('--max-size sets them', async () => {
    const path = await sparse(2000, 'a');
    expect((await sourceOf(path, 2000)).size).toBe(2000);
    expect((await refusalOf(sourceOf(path, 1999))).params).toEqual({ size: '1.95 KiB', limit: '1.95 KiB' });
  });

  test('a huge file of zero bytes is left to the reader after its first piece', async () => {
    const started = performance.now();
    expect(await (await sourceOf(await sparse(4 * 2 ** 30))).sha256()).toBe('');
    expect(performance.now() - started).toBeLessThan(2000);
    expect(await (await sourceOf(await sparse(1000))).sha256()).toHaveLength(64);
  });

  test.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [1024, '1 KiB'],
    [1.5 * 2 ** 20, '1.5 MiB'],
    [4 * 2 ** 30, '4 GiB'],
    [5000 * 2 ** 40, '5000 TiB'],
  ])('%d bytes are written %s', (bytes, text) => {
    expect(sizeText(bytes)).toBe(text);
  });
});

describe('descriptors', () => {
  test.skipIf(process.platform === 'win32')('300 inputs are read twice with 12 descriptors', async () => {
    const folder = await folderWith(
      Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`f${n}.csv`, `order ${n}`])),
    );
    const ended = await bash(`ulimit -n 256; TAKEN=243 "$NODE" "$PROGRAMS/read.mjs" '${folder}'`);
    expect(ended).toEqual({ code: 0, stdout: '300 files, 5180 bytes', stderr: '' });
  });

  test('a borrower has his descriptor to himself, and no more than four stay open', async () => {
    const folder = await folderWith(Object.fromEntries([...'abcdefg'].map((name) => [name, name])));
    const descriptors = new Descriptors(4);
    const [first, second] = [await descriptors.borrow(join(folder, 'a')), await descriptors.borrow(join(folder, 'a'))];
    expect(first).not.toBe(second);
    await descriptors.giveBack(join(folder, 'a'), first);
    await descriptors.giveBack(join(folder, 'a'), second);
    for (const name of 'bcdefg')
      await descriptors.giveBack(join(folder, name), await descriptors.borrow(join(folder, name)));
    const fresh = await open(join(folder, 'a'));
    expect(fresh.fd).toBeLessThanOrEqual(first + 5);
    await fresh.close();
    await descriptors.closeAll();
  });

  test('a link that breaks between listing and opening says so', async () => {
    const folder = await folderWith({ 'a.csv': 'a' });
    await symlink('a.csv', join(folder, 'link.csv'));
    const [input] = await expandInputs(['link.csv'], folder);
    await rm(join(folder, 'a.csv'));
    if (input !== undefined) expect((await refusalOf(openSource(input))).code).toBe('file-broken-link');
  });
});
