import { expect, test } from 'vitest';
import { joined, madeLater } from '../../src/util/later.js';

test('a column is made when it is asked for, and once, also in a table it became part of and in one that is frozen', () => {
  const made: string[] = [];
  const column = (name: string) => () => {
    made.push(name);
    return [name];
  };
  const columns = madeLater({ buyer: column('buyer'), memo: column('memo') });
  const table = Object.freeze(joined({ size: 1, ...{ day: [1] } }, joined(columns, { kinds: [0] })));
  expect(made).toEqual([]);
  expect(table.memo).toBe(table.memo);
  expect(columns.memo).toBe(table.memo);
  expect(made).toEqual(['memo']);
  expect(Object.keys(table)).toEqual(['size', 'day', 'buyer', 'memo', 'kinds']);
  expect({ ...table }).toEqual({ size: 1, day: [1], buyer: ['buyer'], memo: ['memo'], kinds: [0] });
  expect(made).toEqual(['memo', 'buyer']);
});
