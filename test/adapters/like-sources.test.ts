import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashesOfLikes, likes } from '../../src/adapters/like-sources.js';
import type { ByteSource } from '../../src/adapters/sources.js';
import { CrmError } from '../../src/errors.js';
import { runs } from '../runs.js';
import { memorySource } from './read/memory-source.js';
import { refusal } from './read/refusal.js';

/** A source that counts how often it was hashed. */
function hashing(source: ByteSource): ByteSource & { readonly times: () => number } {
  let times = 0;
  const sha256 = () => {
    times++;
    return source.sha256();
  };
  return { ...source, sha256, times: () => times };
}

const unreadable = (source: ByteSource, optional: boolean): ByteSource => ({
  ...source,
  optional,
  sha256: () => Promise.reject(new CrmError('file-no-permission', source.path)),
});

describe('files are hashed before they are read', () => {
  test('only where another has the same size or the same name', async () => {
    const sources = [
      hashing(memorySource('may', 'may.csv')),
      hashing(memorySource('april', 'april.csv')),
      hashing(memorySource('jun', 'june.csv')),
      hashing(memorySource('january', 'orders.csv')),
      hashing(memorySource('february', 'orders.csv')),
    ];
    const hashes = await hashesOfLikes(sources);
    expect(sources.map(({ times }) => times())).toEqual([1, 0, 1, 1, 1]);
    expect(hashes.get(sources[0]!)).toBe(await sources[0]!.sha256());
    expect(hashes.has(sources[1]!)).toBe(false);
  });

  test('as the file they came out of, where they were decrypted', async () => {
    const locked = { ...hashing(memorySource('book', 'book.xlsx')), fileSize: 9 };
    const text = hashing(memorySource('123456789', 'a.csv'));
    expect((await hashesOfLikes([locked, text, hashing(memorySource('4444', 'b.csv'))])).size).toBe(2);
  });

  test('and one that cannot be read is left to its reader where it need not be usable', async () => {
    const [one, other] = [memorySource('may', 'may.csv'), memorySource('jun', 'june.csv')];
    expect([...(await hashesOfLikes([one, unreadable(other, true)])).keys()]).toEqual([one]);
    expect(await refusal(hashesOfLikes([one, unreadable(other, false)]))).toMatchObject({ code: 'file-no-permission' });
  });
});

test('no two files without a hash can be the same, whatever they are called', () => {
  const glance = fc.record({ name: fc.constantFrom('a', 'b', 'c', 'd', 'e'), size: fc.nat(5) });
  fc.assert(
    fc.property(fc.array(glance, { maxLength: 8 }), (files) => {
      const slow = files.flatMap((file, at) =>
        files.some((one, place) => place !== at && (one.name === file.name || one.size === file.size)) ? [at] : [],
      );
      expect([...likes(files)].sort((one, other) => one - other)).toEqual(slow);
    }),
    runs(),
  );
});
