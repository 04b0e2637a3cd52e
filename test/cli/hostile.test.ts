import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { answer, crm } from '../crm.js';
import { orderCsv, THREE, tempFolder } from './temp.js';

const folder = tempFolder();

describe('hostile text does no harm', () => {
  const nick = '\u001b[2J\u001b]52;c;aGk=\u0007=HYPERLINK("http://example.invalid")';
  const hostile = folder.file(
    'hostile.csv',
    orderCsv(
      [
        ['3510000000000000001', nick, '10.00', '交易成功', '2024-01-05 10:00:00'],
        ['3510000000000000002', '__proto__', '20.00', '交易成功', '2024-01-09 11:00:00'],
        ['3510000000000000003', 'constructor', '30.00', '__proto__', '2024-01-09 11:00:00'],
        ['3510000000000000004', '=1+1', '30.00', nick, 'x\u001b[31m'],
      ],
      ['订单编号', '买家会员名', '买家实际支付金额', '订单状态', '订单付款时间'],
    ).replace('订单付款时间"', '订单付款时间","__proto__","constructor","\u001b[31mheader"'),
  );

  test.each(['analyze', 'check', 'repeat', 'platforms'])('%s writes no control character to a terminal', (command) => {
    for (const extra of [[], ['--show-values']]) {
      if (command === 'platforms' && extra.length > 0) continue;
      const { exit, stdout, stderr } = crm([command, hostile, ...extra]);
      expect(exit).toBe(0);
      expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    }
  });

  test('JSON is valid and its objects are its own', () => {
    const { document } = answer(['check', hostile, '--show-values']);
    expect(JSON.stringify(document)).not.toContain('\u001b');
    expect(Object.getPrototypeOf(document)).toBe(Object.prototype);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test('a bad value is not repeated unless asked for', () => {
    const secret = folder.file(
      'secret.csv',
      orderCsv([...THREE, ['3510000000000000009', '示例丙', '13900000001x', '交易成功', '2024-01-05 10:00:00']]),
    );
    for (const format of ['table', 'json']) {
      expect(crm(['check', secret, '--format', format]).stdout).not.toContain('13900000001x');
    }
    expect(crm(['check', secret, '--format', 'json', '--show-values']).stdout).toContain('13900000001x');
  });

  test('a file named like an escape sequence or a flag is read and shown safely', () => {
    const name = '-\u001b[2Jfile.csv';
    writeFileSync(join(folder.path, name), orderCsv(THREE));
    const { exit, stdout } = crm(['analyze', '--', name], { cwd: folder.path });
    expect(exit).toBe(0);
    expect(stdout).not.toContain('\u001b');
  });
});
