import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { IssueCollector } from '../../../src/adapters/rows/issue-collector.js';
import { readRows } from '../../../src/adapters/rows/row-sink.js';
import { RowStoreBuilder } from '../../../src/adapters/rows/row-store-builder.js';
import type { RowStore } from '../../../src/adapters/rows/rows.js';
import { toOrders } from '../../../src/adapters/settle/to-orders.js';
import { addPart, rowPart } from '../../../src/adapters/side-by-side/row-part.js';
import { cityName, placeOf, provinceName } from '../../../src/adapters/values/address.js';
import { joined, madeLater } from '../../../src/util/later.js';
import { runs } from '../../runs.js';
import { memorySheet, sheetOf } from '../memory-sheet.js';
import { mappingOf, rowsOf } from '../reading.js';
import { ordersFrom, plainRules, rowStore } from '../row-store.js';

/** What a row says of its place. */
interface Placed {
  readonly receiver: string;
  readonly address: string;
  readonly province: string;
  readonly city: string;
}
type Column = keyof Placed;
interface Sheet {
  readonly columns: readonly Column[];
  readonly rows: readonly Placed[];
}

const headers: Readonly<Record<Column, string>> = {
  receiver: '收货人姓名',
  address: '收货地址',
  province: '省份',
  city: '城市',
};
const addresses = [
  ...['', '四川省 成都市 其它区 示例街1号', '四川省 成都市 其它区 示例街2号', '重庆 重庆市 南岸区 示例路1号', '海外'],
  ...[
    '示例街9号',
    '云南省 云南省 昆明市 示例街2号',
    '示例甲，86-13900000001，江苏省 南京市 玄武区，',
    '北京',
    '湖北省 null',
  ],
];
const placed: fc.Arbitrary<Placed> = fc.record({
  receiver: fc.constantFrom('', '示例甲', '示例乙', '示例*', '8888', '__proto__'),
  address: fc.constantFrom(...addresses),
  province: fc.constantFrom('', '浙江省 杭州市 西湖区', '浙江', '****', '##abc', 'Texas', '四川省'),
  city: fc.constantFrom('', '宁波市', '****', '其它区', 'Austin'),
});
const sheet: fc.Arbitrary<Sheet> = fc.record({
  columns: fc.subarray<Column>(['receiver', 'address', 'province', 'city']),
  rows: fc.array(placed, { maxLength: 6 }),
});

const isMasked = (text: string) => /^(?:\*+$|##|\$\$)/.test(text);

/** Where a row is, from its own cells: a column of places has its say before the address, masked or not. */
function plainRow(columns: readonly Column[], row: Placed): Placed {
  const cell = (column: Column) => (columns.includes(column) ? row[column] : '');
  const told = placeOf(cell('address'));
  const own = placeOf(cell('province')).province || cell('province');
  const town = cityName(provinceName(cell('city')) ?? '', cell('city'), '');
  const otherwise = columns.includes('city') ? '' : placeOf(cell('province')).city;
  return {
    receiver: cell('receiver'),
    address: cell('address'),
    province: cell('province') === '' ? told.province : isMasked(own) ? '' : own,
    city: cell('city') === '' ? told.city || otherwise : isMasked(town) ? '' : town,
  };
}

let order = 0;
function cellsOf({ columns, rows }: Sheet): string[][] {
  const header = ['订单编号', '买家会员名', '实付金额', '付款时间', ...columns.map((one) => headers[one])];
  return [header, ...rows.map((row) => [`${++order}`, 'tb1', '5', '2024-03-01', ...columns.map((one) => row[one])])];
}

const options = { platform: null, map: [], header: true, orderIds: 'keep', timezone: null, showValues: false } as const;
const contextOf = () => ({ file: 'a', path: 'a', sheet: '', fileIndex: 0, options, issues: new IssueCollector() });

async function read(sheets: readonly Sheet[], builder: RowStoreBuilder): Promise<RowStoreBuilder> {
  for (const one of sheets) {
    const memory = memorySheet(cellsOf(one));
    await readRows(memory, await mappingOf(memory), builder, contextOf());
  }
  return builder;
}

const told = (store: RowStore) => rowsOf(store, 'receiver', 'address', 'province', 'city');
const hashes = (store: RowStore) => Array.from({ length: store.size }, (_, row) => store.hashOf(row));

describe('receivers, addresses and the places they name', () => {
  test('are those of each row in every sheet, read here or in other threads, asked for before or after the hashes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(sheet, { maxLength: 4 }), fc.nat(4), fc.boolean(), async (sheets, cut, first) => {
        const plain = sheets.flatMap(({ columns, rows }) => rows.map((row) => plainRow(columns, row)));
        order = 0;
        const here = (await read(sheets, new RowStoreBuilder())).build();
        order = 0;
        const [one, other] = [new RowStoreBuilder(), new RowStoreBuilder()];
        const apart = new RowStoreBuilder();
        addPart(apart, rowPart(await read(sheets.slice(0, cut), one)));
        addPart(apart, rowPart(await read(sheets.slice(cut), other)));
        const store = apart.build();
        const before = first ? hashes(store) : [];
        expect(told(here)).toEqual(plain);
        expect(told(store)).toEqual(plain);
        expect(hashes(here)).toEqual(hashes(store));
        if (first) expect(before).toEqual(hashes(store));
        const codes = [store.receiver, store.address].map((column) => [...column]);
        expect(codes).toEqual([here.receiver, here.address].map((column) => [...column]));
      }),
      runs(300, 40),
    );
  });

  test('in two columns of one name may be equal, but not different', async () => {
    const twins = (cells: string) =>
      sheetOf(`订单编号,买家实际支付金额,订单付款时间,收货地址,收货地址 \n1,5,2024-03-01,${cells}`);
    const builder = new RowStoreBuilder();
    const context = contextOf();
    const reading = async (memory: ReturnType<typeof twins>) =>
      readRows(memory, await mappingOf(memory), builder, context);
    await reading(twins('示例街1号,示例街1号'));
    expect(rowsOf(builder.build(), 'address')).toEqual([{ address: '示例街1号' }]);
    await expect(reading(twins('示例街1号,示例街2号'))).rejects.toMatchObject({ code: 'twin-columns' });
  });
});

describe('an order table whose orders stand on one row each', () => {
  const rows = ['A1', 'A2'].map((one) => ({ order: one, buyer: 'tb1', paid: 100, time: '2020-02-20', address: 'x' }));
  const never = () => {
    throw new Error('nobody needs it');
  };
  const later = { receiver: never, address: never, province: never, city: never };

  test('is made without anybody asking for receivers, addresses or places', () => {
    const store = rowStore([{ rows }]);
    const texts = joined(store.texts, madeLater(later));
    const { table } = toOrders(joined(joined(store, madeLater(later)), { texts }), [{ file: 0, sheet: 0 }], plainRules);
    expect([table.size, [...table.net], [...table.customer]]).toEqual([2, [100, 100], [0, 0]]);
    expect(() => table.address).toThrow('nobody needs it');
    expect(() => table.texts.province).toThrow('nobody needs it');
  });

  test('has them when they are asked for', () => {
    const { table } = ordersFrom([{ rows }]);
    expect([...table.address].map((code) => table.texts.address.text(code))).toEqual(['x', 'x']);
  });
});
