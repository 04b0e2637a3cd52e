import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coarsenessOf, newerFirst, whyNewer } from '../../src/adapters/merge/newer-state.js';
import { runs } from '../runs.js';
import { imported } from './csv-import.js';
import { orderRow, sheetsOf } from './drawn-orders.js';
import { ordersFrom } from './row-store.js';

test('the row that counts is never the older one, and the reason is the first that tells them apart', () => {
  fc.assert(
    fc.property(fc.array(orderRow, { maxLength: 14 }), (drawn) => {
      const { rows, merged, fate } = ordersFrom(sheetsOf(drawn, [], (at) => at % 3));
      for (const [row, order] of merged.orderOfRow.entries()) {
        if (fate[row] !== 1 || order < 0) continue;
        const winner = merged.row[order]!;
        const why = whyNewer(rows, winner, row);
        const compared = newerFirst(rows, coarsenessOf(rows, Int32Array.of(winner, row)))(winner, row);
        expect(compared === 0 ? 'identical' : why).toBe(why);
        if (why === 'later-stage' || why === 'larger-refund' || why === 'more-filled') expect(compared).toBeLessThan(0);
      }
    }),
    runs(),
  );
});

test('duplicate rows by kind sum to all duplicate rows', async () => {
  const header = '订单编号,买家会员名,买家实际支付金额,订单状态,订单创建时间,订单付款时间';
  const row = fc.constantFrom(
    '1,a,10,交易成功,2024-01-05,2024-01-05',
    '1,a,10,交易成功,2024-01-05,2024-01-06',
    '1,a,10,买家已付款，等待卖家发货,2024-01-05,2024-01-05',
    '2,b,10,交易成功,2024-01-05,2024-01-05',
    '2,b,12,交易成功,2024-01-05,2024-01-05',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), fc.array(row, { maxLength: 8 }), async (a, b) => {
      const text = (rows: readonly string[]) => `${[header, ...rows].join('\n')}\n`;
      const { duplicates, rows } = await imported([
        ['a.csv', text(a)],
        ['b.csv', text([...b, a[0]!])],
        ['c.csv', text(a)],
      ]);
      expect(duplicates.reduce((sum, one) => sum + one.rows, 0)).toBe(rows.duplicate.count);
    }),
    runs(200),
  );
});
