import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../runs.js';
import { analysis, converted, formats, read, readable } from './converted.js';
import { drawnExports, overlappingExports } from './drawn-exports.js';

describe.each(formats)('orders converted to %s', (format) => {
  test('are analysed like the exports they came from, and converted again they are the same file', async () => {
    await fc.assert(
      fc.asyncProperty(drawnExports, async (files) => {
        const before = await readable(files);
        if (before === null) return;
        const file = await converted(before, format);
        const after = await read([[`orders.${format}`, file]]);
        // The last day may be that of a row which lost against another of its order and line, and is no order's.
        expect(after.asOf).toBeLessThanOrEqual(before.asOf);
        if (after.asOf === before.asOf) expect(await analysis(after)).toEqual(await analysis(before));
        expect(Buffer.from(await converted(after, 'csv')).toString()).toBe(
          Buffer.from(await converted(before, 'csv')).toString(),
        );
      }),
      runs(300, 12),
    );
  });
});

test('history and a newer export give what the two exports give', async () => {
  await fc.assert(
    fc.asyncProperty(overlappingExports, async ([old, fresh]) => {
      const both = await readable([old, fresh]);
      const history = await readable([old]);
      if (both === null || history === null) return;
      const mixed = await read([['history.csv', await converted(history, 'csv')], fresh]);
      expect(await analysis(mixed)).toEqual(await analysis(both));
    }),
    runs(300),
  );
});

test('orders of an export without buyers are read back without an offer to take another column for them', async () => {
  const orders = '订单编号,总金额,买家实际支付金额,订单状态,订单付款时间\n1,10,10,交易成功,2024-03-01 09:00:00\n';
  const history = await converted(await read([['orders.csv', orders]]), 'csv');
  const { notes } = await read([['history.csv', history]]);
  expect(notes.map(({ id }) => id)).toEqual(['no-buyer']);
});
