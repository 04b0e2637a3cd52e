import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { answer, crm } from '../crm.js';
import { orderCsv, THREE, tempFolder } from './temp.js';

const EXAMPLE = fileURLToPath(new URL('../../fixtures/example/orders.csv', import.meta.url));
const LONG = process.env['LONG'] !== undefined;
const folder = tempFolder();
const orders = folder.file('orders.csv', orderCsv(THREE));

describe('the same files give the same bytes', () => {
  test('under five time zones, two locales, in any order of files, twice', () => {
    const second = folder.file(
      'second.csv',
      orderCsv([THREE[2]!, ['3510000000000000009', '示例丁', '8.80', '交易成功', '2024-03-31 23:59:59']]),
    );
    for (const command of LONG ? ['analyze', 'check', 'repeat', 'retention', 'churn'] : ['analyze', 'check']) {
      const zones = ['UTC', 'Asia/Kathmandu', 'America/New_York', 'Asia/Shanghai', 'Pacific/Apia'];
      const runs = (LONG ? zones : zones.slice(0, 2)).map(
        (zone, index) =>
          crm([command, ...(index % 2 === 0 ? [orders, second] : [second, orders]), '--format', 'json'], {
            env: { TZ: zone, LC_ALL: index % 2 === 0 ? 'C' : 'zh_CN.UTF-8', LANG: 'de_DE.UTF-8' },
          }).stdout,
      );
      expect(new Set(runs).size, command).toBe(1);
    }
  });

  test.each(LONG ? ['table', 'json', 'csv', 'ndjson', 'md', 'xlsx'] : ['csv', 'xlsx'])(
    'in the format %s, wherever the machine stands',
    (format) => {
      const zones = ['UTC', 'Asia/Shanghai', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia'];
      const tried = LONG ? [...zones, 'UTC'] : zones.slice(1, 3);
      const target = join(folder.path, `answer-${format}`);
      const bytes = tried.map((zone, index) => {
        const env = { TZ: zone, LC_ALL: index % 2 === 0 ? 'C' : 'zh_CN.UTF-8' };
        expect(crm(['analyze', EXAMPLE, '--format', format, '-o', target], { env }).exit).toBe(0);
        return readFileSync(target, 'base64');
      });
      expect(new Set(bytes).size).toBe(1);
    },
  );

  test('standard input gives what the file gives, but for its name', () => {
    const named = answer(['analyze', orders]);
    const piped = answer(['analyze', '-'], { input: readFileSync(orders) });
    expect(piped.document['tables']).toEqual(named.document['tables']);
  });

  test('a demo saved as CSV, as GBK and as a workbook gives one answer', () => {
    const names = ['demo.csv', 'demo-gbk.csv', 'demo.xlsx'].map((name) => join(folder.path, name));
    crm(['demo', '--orders', '300', '--save', names[0]!]);
    crm(['demo', '--orders', '300', '--save', names[1]!, '--encoding', 'gb18030']);
    crm(['demo', '--orders', '300', '--save', names[2]!]);
    const [utf8, gbk, workbook] = names.map((name) => answer(['analyze', name]).document['tables']);
    expect(gbk).toEqual(utf8);
    expect(workbook).toEqual(utf8);
    expect(answer(['demo', '--orders', '300']).document['tables']).toEqual(utf8);
    expect(crm(['demo', '--save', join(folder.path, 'demo.pdf')]).exit).toBe(2);
  });
});
