import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashOf } from '../../src/util/byte-hash.js';
import { viewOf } from '../../src/util/byte-words.js';
import { runs } from '../runs.js';

const encoder = new TextEncoder();

function hashOfText(text: string): number {
  const bytes = encoder.encode(text);
  return hashOf(viewOf(bytes), 0, bytes.length);
}

const [FIRST, SECOND, THIRD] = [0x9e3779b1n, 0x85ebca77n, 0xc2b2ae3dn];
const small = (value: bigint) => value & 0xffffffffn;
const turned = (value: bigint, bits: bigint) => small(value << bits) | (value >> (32n - bits));

/** The definition word for word, in whole numbers without end. */
function defined(bytes: readonly number[]): number {
  const n = bytes.length;
  const word = (at: number) => BigInt([0, 1, 2, 3].reduce((sum, byte) => sum + bytes[at + byte]! * 256 ** byte, 0));
  let [a, b] = [BigInt(n) ^ FIRST, BigInt(n) ^ SECOND];
  const round = (lane: bigint, value: bigint) => small(turned(small(lane + value * SECOND), 13n) * FIRST);
  const starts = n < 4 ? [] : n < 8 ? [[0, n - 4]] : [[n - 8, n - 4]];
  for (let at = Math.ceil(n / 8) * 8 - 16; at >= 0; at -= 8) starts.unshift([at, at + 4]);
  for (const [one, other] of starts) [a, b] = [round(a, word(one!)), round(b, word(other!))];
  if (n > 0 && n < 4) a = round(a, BigInt(bytes[0]! + bytes[Math.floor(n / 2)]! * 256 + bytes[n - 1]! * 65536));
  let h = small(turned(a, 7n) + b);
  h = small((h ^ (h >> 15n)) * SECOND);
  h = small((h ^ (h >> 13n)) * THIRD);
  return Number(BigInt.asIntN(32, h ^ (h >> 16n)));
}

describe('the hash of a text', () => {
  test('is as defined, wherever the text stands and whatever stands beside it', () => {
    const beside = fc.uint8Array({ maxLength: 9 });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70 }), beside, beside, (text, before, after) => {
        const bytes = Uint8Array.from([...before, ...text, ...after]);
        const expected = defined([...text]);
        expect(hashOf(viewOf(bytes), before.length, before.length + text.length)).toBe(expected);
        expect(hashOf(viewOf(bytes.subarray(before.length)), 0, text.length)).toBe(expected);
      }),
      runs(),
    );
  });

  test.each([
    ['', -208283742],
    ['a', -15148431],
    ['ab', -1596775184],
    ['abc', 1574019094],
    ['abcd', 1106789348],
    ['abcdefg', -876145097],
    ['abcdefgh', 436871487],
    ['abcdefghi', 1765939406],
    ['tb12345678', -1579469845],
    ['1610000001242100003', -1573048393],
    ['四川省 成都市 其它区 示例街333号', 634520563],
  ])('%j never changes', (text, hash) => {
    expect(hashOfText(text)).toBe(hash);
  });

  test('tells texts of NUL alone apart by their length', () => {
    const hashes = Array.from({ length: 300 }, (_, length) => hashOfText('\0'.repeat(length)));
    expect(new Set(hashes).size).toBe(300);
  });
});

/** How many slots of a half-full table are looked at until a text is found, on average; 1.5 where hashes are random. */
function slotsLookedAt(hashes: readonly number[]): number {
  const mask = 2 ** Math.ceil(Math.log2(hashes.length * 2)) - 1;
  const taken = new Uint8Array(mask + 1);
  let looked = 0;
  for (const hash of hashes) {
    let slot = hash & mask;
    for (looked++; taken[slot] !== 0; looked++) slot = (slot + 1) & mask;
    taken[slot] = 1;
  }
  return looked / hashes.length;
}

const MANY = 1 << 16;
const last = (number: number, digits: number) => String(number).padStart(digits, '0');

describe.each<[string, (number: number) => string]>([
  ['order numbers that count up', (number) => `1610000${last(number, 12)}`],
  ['order numbers that count up in their middle', (number) => `16${last(number, 7)}2100003417`],
  ['order numbers that count up by ten thousand', (number) => `16100${last(number, 10)}0000`],
  ['phone numbers', (number) => `139${last((number * 7919) % 100_000_000, 8)}`],
  ['names that end in a number', (number) => `tb${12_000_000 + number}`],
  ['names that begin with a number', (number) => `${last(number, 6)}小店`],
  ['short numbers', (number) => String(number)],
  ['addresses', (number) => `四川省 成都市 武侯区 示例${number % 211}路${number % 97}号${number}室(610041)`],
  ['characters', (number) => String.fromCodePoint(0x4e00 + (number % 20_000), 0x4e00 + Math.floor(number / 20_000))],
])('%s', (_, text) => {
  const hashes = Array.from({ length: MANY }, (__, number) => hashOfText(text(number)));

  test('are spread as if by chance over the slots', () => {
    expect(slotsLookedAt(hashes)).toBeLessThan(1.6);
  });

  test('hardly ever have the same hash', () => {
    expect(new Set(hashes).size).toBeGreaterThan(MANY - 8);
  });
});
