import { describe, expect, test } from 'vitest';
import { crm } from '../crm.js';
import { orderCsv, THREE, tempFolder } from './temp.js';

const folder = tempFolder();
const orders = folder.file('orders.csv', orderCsv(THREE));

describe('a config file', () => {
  const config = (text: string) => folder.file('crm.toml', text);

  test('is found beside the work, says what was typed would say, and yields to flags', () => {
    config('lang = "en"\nkeep-zero = true\n[map]\nbuyer = "买家会员名"\n');
    expect(crm(['analyze', orders], { cwd: folder.path }).stdout).toContain('Repeat rate'.slice(1));
    expect(crm(['analyze', orders, '--lang', 'zh'], { cwd: folder.path }).stdout).toContain('复购率');
    config('');
  });

  test.each([
    ['an unknown setting', 'keep-zeros = true\n', 'keep-zero'],
    ['a value of the wrong kind', '# mine\nas-of = "soon"\n', '2'],
    ['what belongs on the command line', 'output = "x.json"\n', 'output'],
    ['text that is no TOML', 'lang = \n', '1'],
  ])('%s is refused with its line', (_, text, said) => {
    config(text);
    const { exit, stderr } = crm(['analyze', orders], { cwd: folder.path });
    config('');
    expect(exit).toBe(2);
    expect(stderr).toContain(said);
  });
});
