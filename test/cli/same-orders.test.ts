import { expect, test } from 'vitest';
import { PASSWORD, sameOrders } from '../adapters/same-orders.js';
import { crm } from '../crm.js';
import { tempFolder } from './temp.js';

const folder = tempFolder();

test.runIf(process.env['LONG'] !== undefined)(
  'the same 2,000 orders give the same bytes from files of every form',
  async () => {
    const answers = new Map<string, string>();
    for (const { form, name, bytes } of sameOrders(2000)) {
      const path = folder.file(name, await bytes());
      for (const command of ['analyze', 'repeat', 'customers']) {
        const { exit, stdout, stderr } = crm([command, path, '--format', 'json'], { env: { CRM_PASSWORD: PASSWORD } });
        expect([exit, stderr], form).toEqual([0, '']);
        const told = stdout.replaceAll(/^ {4}\{ "name": "orders\.[^\n]*\n/gm, '').replaceAll(path, 'FILE');
        expect(answers.get(command) ?? told, `${command}, ${form}`).toBe(told);
        answers.set(command, told);
      }
    }
  },
  600_000,
);
