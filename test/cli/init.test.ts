import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answer, crm } from '../crm.js';
import { tempFolder } from './temp.js';

const folder = tempFolder();
const own = '会员号,日期时刻,实收\n示例甲,2024-01-05 10:00:00,12.50\n示例乙,2024-01-06 11:00:00,20.00\n';

test('without a terminal: the columns, the command, exit 2, nothing written; the command works', () => {
  const file = folder.file('my.csv', own);
  const { exit, stdout, stderr } = crm(['init', file], { cwd: folder.path });
  expect([exit, stdout]).toEqual([2, '']);
  expect(stderr).toContain('--map buyer=会员号,time=日期时刻,paid=实收');
  expect(stderr).toContain('字字字');
  expect(stderr).not.toContain('示例');
  expect(readdirSync(folder.path)).toEqual(['my.csv']);
  const mapped = answer(['analyze', file, '--map', 'buyer=会员号,time=日期时刻,paid=实收']);
  expect(mapped.row('reconciliation', 'orders.valid')).toMatchObject({ count: 2, amount: 32.5 });
});

test('a config as it is written is found and used', () => {
  const file = folder.file('my.csv', own);
  const text = '# 说明\ndelimiter = ","\n\n[map]\nbuyer = "会员号"  # 买家\ntime = 2\npaid = "实收"\n';
  writeFileSync(join(folder.path, 'crm.toml'), text);
  const { document, row } = answer(['analyze', file], { cwd: folder.path });
  expect(row('reconciliation', 'customers')).toMatchObject({ count: 2 });
  expect(document['asOf']).toBe('2024-01-06');
});

test('a file that is known: exit 0 and the command, nothing written', () => {
  const file = folder.file(
    'known.csv',
    '订单编号,买家会员名,买家实际支付金额,订单付款时间\n1,示例甲,9.00,2024-01-05 10:00:00\n',
  );
  const { exit, stdout } = crm(['init', file, '--lang', 'en'], { cwd: folder.path });
  expect(exit).toBe(0);
  expect(stdout).toContain('taobao-orders');
  expect(crm(['init', file, file]).exit).toBe(2);
});
