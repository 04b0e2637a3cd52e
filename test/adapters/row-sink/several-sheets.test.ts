import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Sheet } from '../../../src/adapters/read/sheet.js';
import { IssueCollector } from '../../../src/adapters/rows/issue-collector.js';
import { readRows } from '../../../src/adapters/rows/row-sink.js';
import { RowStoreBuilder } from '../../../src/adapters/rows/row-store-builder.js';
import { noKernels } from '../../../src/kernel/kernels.js';
import { runs } from '../../runs.js';
import { memorySheet } from '../memory-sheet.js';
import { mappingOf, rowOf } from '../reading.js';

const always = ['订单编号', '买家会员名', '买家实际支付金额', '订单付款时间'];
const sometimes = ['总金额', '订单状态', '订单备注', '宝贝总数量', '收货地址 ', '联系手机', '退款金额', '订单关闭原因'];
const usual = ['12.50', '交易成功', '常客', '2', '四川省 成都市 示例街', '13900000001', '3', '订单未关闭'];
const odd = ['1.005', '没听说过', "'null", '两件', '', '-', '1E+18', '未付款'];

/** Sheets of which each has its own columns, and rows of which some are bad. */
const table = fc
  .tuple(
    fc.array(fc.nat(sometimes.length - 1)),
    fc.array(fc.tuple(fc.nat(99), fc.constantFrom('5', '5', '7.005', '待定'), fc.nat(3)), { maxLength: 40 }),
  )
  .map(([extra, rows]) => {
    const places = [...new Set(extra)];
    return [
      [...always, ...places.map((place) => sometimes[place]!)],
      ...rows.map(([number, paid, oddity], row) => [
        ...[`35100000000000${number}`, '示例甲', paid, row % 5 === 4 ? '' : '2024-03-01 10:00:00'],
        ...places.map((place) => (oddity === 0 ? odd[place]! : usual[place]!)),
      ]),
    ];
  });

async function rowsOf(tables: readonly (readonly string[][])[], together: boolean): Promise<unknown[]> {
  let builder = new RowStoreBuilder();
  const rows: unknown[] = [];
  const take = () => {
    const store = builder.build();
    for (let row = 0; row < store.size; row++) rows.push({ ...rowOf(store, row), sheet: null });
  };
  for (const one of tables) {
    if (!together) builder = new RowStoreBuilder();
    await read(memorySheet(one), builder, together);
    if (!together) take();
  }
  if (together) take();
  return rows;
}

async function read(sheet: Sheet, builder: RowStoreBuilder, withKernel: boolean): Promise<void> {
  const options = { timezone: null, showValues: false, orderIds: 'keep' } as const;
  const place = { file: 'x', path: 'x', sheet: '', fileIndex: 0, issues: new IssueCollector(), options };
  const context = withKernel ? place : { ...place, kernels: noKernels };
  await readRows(sheet, await mappingOf(sheet), builder, context);
}

test('the rows of a sheet say the same whatever columns the sheets before it had, with the kernel and without', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(table, { maxLength: 4 }), async (tables) => {
      expect(await rowsOf(tables, true)).toEqual(await rowsOf(tables, false));
    }),
    runs(500, 60),
  );
});
