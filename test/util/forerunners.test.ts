import { expect, test } from 'vitest';
import { Forerunners, letGoOfForerunners } from '../../src/util/forerunners.js';

test('the last few are kept, and none once no more files come', () => {
  const scans = new Forerunners(2);
  for (const file of ['a', 'b', 'c']) scans.add(file);
  expect(scans.kept).toEqual(['b', 'c']);
  letGoOfForerunners();
  expect(scans.kept).toEqual([]);
});
