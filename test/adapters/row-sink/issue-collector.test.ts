import { expect, test } from 'vitest';
import { IssueCollector } from '../../../src/adapters/rows/issue-collector.js';

const issue = (line: number) => () => ({
  file: 'a.csv',
  sheet: '',
  line,
  column: null,
  got: '',
  value: null,
  done: 'kept' as const,
});

test('all issues are counted, the first ones kept whole and in order', () => {
  const collector = new IssueCollector();
  for (let line = 1; line <= 1500; line++) collector.add(line % 2 === 0 ? 'b' : 'a', issue(line));
  const { count, byProblem, first } = collector.log();
  expect([count, [...byProblem], first.length, first[999]?.line]).toEqual([
    1500,
    [
      ['a', 750],
      ['b', 750],
    ],
    1000,
    1000,
  ]);
});

test('what a sheet that turned out to be unusable left behind is forgotten', () => {
  const collector = new IssueCollector();
  collector.add('a', issue(1));
  const mark = collector.mark();
  collector.add('a', issue(2));
  collector.add('b', issue(3));
  collector.rollback(mark);
  expect(collector.log()).toEqual(mark);
});

test('no issues', () => {
  expect(new IssueCollector().log()).toEqual({ count: 0, byProblem: new Map(), first: [] });
});
