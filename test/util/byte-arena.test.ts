import { describe, expect, test } from 'vitest';
import { ByteArena } from '../../src/util/byte-arena.js';
import { viewOf } from '../../src/util/byte-words.js';

function arenaOf(...texts: readonly string[]): ByteArena {
  const arena = new ByteArena();
  for (const text of texts) {
    const bytes = new TextEncoder().encode(text);
    arena.room(1, bytes.length);
    arena.add(viewOf(bytes), 0, bytes.length);
  }
  return arena;
}

describe('texts one after another', () => {
  test('are numbered as they come, empty ones too', () => {
    const arena = arenaOf('买家甲', '', 'tb1');
    expect([0, 1, 2].map((code) => arena.decode(code))).toEqual(['买家甲', '', 'tb1']);
  });

  test('equal bytes of equal length are the text', () => {
    const bytes = viewOf(new TextEncoder().encode('xtb12'));
    const arena = arenaOf('tb1');
    expect([arena.is(0, bytes, 1, 4), arena.is(0, bytes, 1, 5), arena.is(0, bytes, 2, 5)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('come through when room is made again and again', () => {
    const arena = arenaOf(...Array.from({ length: 3000 }, (_, index) => `示例茶铺 ${index}`));
    expect([arena.decode(0), arena.decode(2999), arena.size]).toEqual(['示例茶铺 0', '示例茶铺 2999', 3000]);
  });

  test('are no more than 4 GiB, which is told like any memory that is used up', () => {
    expect(() => arenaOf('a').room(1, 2 ** 32 - 1)).toThrow(
      new RangeError('Invalid typed array length: more than 4 GiB of texts'),
    );
  });
});
