import { expect, test } from 'vitest';
import { nextSteps } from '../../src/commands/next-steps.js';
import { imported } from '../adapters/csv-import.js';

const orders = '订单编号,买家会员名,买家实际支付金额,订单付款时间\n1,ann,10,2026-03-01\n';

test('a forecast that expects nobody back offers no list of customers to write to', async () => {
  const shop = await imported({ 'orders.csv': orders });
  const commands = (lists: boolean) =>
    nextSteps('clv', ['orders.csv'], shop, {}, lists).map(({ command }) => command.split(' ')[1]);
  expect(commands(true)).toEqual(['due', 'customers', 'clv', 'explain']);
  expect(commands(false)).toEqual(['clv', 'explain']);
});
