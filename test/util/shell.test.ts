import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { commandLine, shellWord } from '../../src/util/shell.js';

test.each(['orders.xlsx', '订单 8月.xlsx', "it's.csv", 'a"b$(x)`y`.csv', '-n', 'a;b', '*.csv', ''])(
  '%j comes back from a shell as it was',
  (word) => {
    const { stdout } = spawnSync('sh', ['-c', `printf %s ${shellWord(word)}`], { encoding: 'utf8' });
    expect(stdout).toBe(word.startsWith('-') ? `./${word}` : word);
  },
);

test('flags stay bare, file names are quoted when they must be', () => {
  expect(commandLine(['crm', 'analyze', '我的 订单.csv', '--map', 'buyer=会员号'])).toBe(
    "crm analyze '我的 订单.csv' --map buyer=会员号",
  );
});
