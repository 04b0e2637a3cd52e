import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distanceBetween, nearest } from '../../src/util/near.js';
import { runs } from '../runs.js';

describe('the nearest word to one that was typed', () => {
  test.each([
    ['a letter too many', 'analyyze', ['analyze', 'check'], ['analyze']],
    ['two letters swapped', '--formta', ['--format', '--from'], ['--format']],
    ['nothing like it', 'xyzzy', ['analyze', 'check'], []],
    ['the beginning of a word', 'plat', ['platforms', 'repeat'], ['platforms']],
    ['a Chinese name with one wrong character', '复购律', ['复购率', '流失率'], ['复购率', '流失率'].slice(0, 1)],
  ])('%s', (_, typed, known, expected) => {
    expect(nearest(typed, known)).toEqual(expected);
  });

  test('the distance is that of the slow recursive definition', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(distanceBetween(one, other)).toBe(slowDistance(one, other));
      }),
      runs(),
    );
  });
});

function slowDistance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const replaced = slowDistance(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1);
  const least = Math.min(slowDistance(a.slice(1), b) + 1, slowDistance(a, b.slice(1)) + 1, replaced);
  if (a.length < 2 || b.length < 2 || a[0] !== b[1] || a[1] !== b[0]) return least;
  return Math.min(least, slowDistance(a.slice(2), b.slice(2)) + 1);
}
