import { describe, expect, test } from 'vitest';
import { ByteDictionary } from '../../src/util/byte-dictionary.js';

const texts = (prefix: string) => Array.from({ length: 5000 }, (_, at) => `${prefix}${(at * 7919) % 4001}`);

function filled(dictionary: ByteDictionary, prefix: string) {
  const codes = texts(prefix).map((text) => dictionary.internText(text));
  return { codes, size: dictionary.size, hashes: codes.map((code) => dictionary.hash(code)) };
}

describe('a dictionary in the memory of one that nobody uses any more', () => {
  test('is as one in memory of its own, whatever stood there', () => {
    const before = new ByteDictionary();
    filled(before, '旧的地址 ');
    const part = before.part();
    for (const { buffer } of [part.bytes, part.offsets, part.hashes]) new Uint8Array(buffer).fill(0x5a);
    const dictionary = new ByteDictionary();
    dictionary.reuse(part);
    expect(filled(dictionary, 'new ')).toEqual(filled(new ByteDictionary(), 'new '));
    expect(texts('new ').every((text) => dictionary.text(dictionary.find(text)) === text)).toBe(true);
    expect(dictionary.find('旧的地址 1')).toBe(-1);
    expect(dictionary.part().bytes.buffer).toBe(part.bytes.buffer);
  });

  test('takes memory of its own where that is too small', () => {
    const small = new ByteDictionary();
    small.internText('one');
    const dictionary = new ByteDictionary();
    dictionary.reuse(small.part());
    expect(filled(dictionary, 'new ')).toEqual(filled(new ByteDictionary(), 'new '));
  });
});
