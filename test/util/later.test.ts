import { expect, test } from 'vitest';
import { joined, madeLater, once, propertyLater } from '../../src/util/later.js';

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

test('a column can be put in the place of one that is made later, and the other way round', () => {
  const never = () => {
    throw new Error('was made');
  };
  expect({ ...joined(madeLater({ memo: never }), { memo: 1 }) }).toEqual({ memo: 1 });
  expect({ ...joined({ memo: 1 }, madeLater({ memo: () => 2 })) }).toEqual({ memo: 2 });
  const twice = joined(madeLater({ memo: () => 1, buyer: () => 3 }), madeLater({ memo: () => 2 }));
  expect({ ...twice }).toEqual({ memo: 2, buyer: 3 });
});

test('two tables have each its own columns', () => {
  const table = (size: number) => joined({ size }, madeLater({ day: () => [size] }));
  const [one, other] = [table(1), table(2)];
  expect([one.day, other.day]).toEqual([[1], [2]]);
});

test('one column is asked for later without its table', () => {
  let made = 0;
  const table = joined({ size: 1 }, madeLater({ memo: once(() => ++made) }));
  const [memo, size] = [propertyLater(table, 'memo'), propertyLater(table, 'size')];
  expect([made, memo(), memo(), table.memo, size(), made]).toEqual([0, 1, 1, 1, 1, 1]);
});
