import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ByteDictionary } from '../../src/util/byte-dictionary.js';
import { runs } from '../runs.js';

const encoder = new TextEncoder();

describe('a dictionary of texts by their bytes', () => {
  test('gives equal texts equal codes and different ones different codes, whatever a Map says', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('__proto__', 'constructor', 'toString', '', '买家', '买', 'a', 'aa', 'aaa', 'aaaa', 'aaaaa'),
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 300 }), (texts) => {
        const dictionary = new ByteDictionary(1);
        const codes = new Map<string, number>();
        for (const one of texts) {
          const known = codes.get(one) ?? codes.size;
          codes.set(one, known);
          expect(dictionary.internText(one)).toBe(known);
        }
        expect(dictionary.size).toBe(codes.size);
        for (const [one, code] of codes) expect(dictionary.text(code)).toBe(one);
      }),
      runs(),
    );
  });

  test('puts texts into the sequence in which their UTF-16 code units are', () => {
    const end = fc.constantFrom(
      '',
      '1',
      '12',
      '2',
      '\u007f',
      '\u0080',
      '买家',
      '\ud7ff',
      '\ue000',
      '\uffff',
      '😀',
      '😁',
      '\u{10ffff}',
    );
    const text = fc.tuple(fc.constantFrom('', '35100', '买', '😀'), fc.oneof(end, fc.string({ unit: 'binary' })), end);
    fc.assert(
      fc.property(text, text, (one, other) => {
        const dictionary = new ByteDictionary(1);
        const [left, right] = [one.join(''), other.join('')].map((own) => dictionary.text(dictionary.internText(own)));
        const found = dictionary.compare(dictionary.internText(left!), dictionary.internText(right!));
        expect(Math.sign(found)).toBe(left! < right! ? -1 : left! > right! ? 1 : 0);
      }),
      runs(5000, 1000),
    );
  });

  test('puts texts of bytes that are no UTF-8 where their decoded texts are', () => {
    const part = fc.constantFrom(
      [0x61],
      [0x62],
      [0xe4],
      [0xe4, 0xb8],
      [0xe4, 0xb8, 0xad],
      [0xff],
      [0xf0, 0x9f],
      [0x80],
    );
    const bytes = fc.array(part, { maxLength: 4 }).map((parts) => Uint8Array.from(parts.flat()));
    fc.assert(
      fc.property(bytes, bytes, (one, other) => {
        const dictionary = new ByteDictionary(1);
        const codes = [one, other].map((own) => dictionary.intern(own, 0, own.length)) as [number, number];
        const [left, right] = codes.map((code) => dictionary.text(code)) as [string, string];
        expect(Math.sign(dictionary.compare(...codes))).toBe(left < right ? -1 : left > right ? 1 : 0);
      }),
      runs(5000, 1000),
    );
  });

  test('keeps a hundred thousand order numbers apart', () => {
    const dictionary = new ByteDictionary();
    for (let round = 0; round < 2; round++) {
      for (let order = 0; order < 100_000; order++) {
        expect(dictionary.internText(`3510000000${order}`)).toBe(order);
      }
    }
    expect(dictionary.text(99_999)).toBe('351000000099999');
  });

  test('says nothing for no code', () => {
    expect(new ByteDictionary().text(-1)).toBe('');
  });

  test('hashes depend on the text alone', () => {
    const [one, other] = [new ByteDictionary(), new ByteDictionary()];
    other.internText('x');
    expect(other.hash(other.internText('买家甲'))).toBe(one.hash(one.internText('买家甲')));
  });

  test('finds the first words of all addresses', () => {
    const words = fc.array(fc.constantFrom('四川省', '成都市', 'a', '其它区 ', ' ', ''), { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), (texts) => {
        const [addresses, places] = [new ByteDictionary(), new ByteDictionary()];
        for (const text of texts) addresses.internText(text.join(' '));
        const found = new Map<number, string>();
        addresses.eachPrefix(3, places, (code, prefix) => found.set(code, places.text(prefix)));
        const plain = Array.from({ length: addresses.size }, (_, at) => [
          at,
          addresses.decode(at).split(' ').slice(0, 3).join(' '),
        ]);
        expect([...found]).toEqual(plain);
      }),
      runs(),
    );
  });

  test('reads only the range it is given', () => {
    const dictionary = new ByteDictionary();
    const bytes = encoder.encode('[tb1]');
    expect(dictionary.text(dictionary.intern(bytes, 1, 4))).toBe('tb1');
  });
});
