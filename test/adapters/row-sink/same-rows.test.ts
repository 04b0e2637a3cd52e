import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../../runs.js';
import { type MemoryCell, type MemoryOptions, memorySheet } from '../memory-sheet.js';
import { hashesOf, readSheet } from '../reading.js';

const HEADER = [
  '订单编号',
  '买家会员名',
  '总金额',
  '买家实际支付金额',
  '订单付款时间',
  '订单状态',
  '收货地址 ',
  '联系手机',
  '订单备注',
];

/** GB18030 of texts whose characters have two bytes there, by asking the decoder about every pair once. */
const pairs = new Map<string, number[]>();
for (let lead = 0x81; lead <= 0xfe; lead++) {
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    const text = new TextDecoder('gb18030').decode(Uint8Array.of(lead, trail));
    if (text.length === 1 && text !== '\ufffd' && !pairs.has(text)) pairs.set(text, [lead, trail]);
  }
}

function gb18030(text: string): { readonly bytes: Uint8Array } {
  return {
    bytes: Uint8Array.from([...text].flatMap((one) => (one < '\u0080' ? [one.charCodeAt(0)] : (pairs.get(one) ?? [])))),
  };
}

const word = (...texts: readonly string[]) => fc.constantFrom(...texts);
const row = fc.tuple(
  word('="35100000000000579"', "'1002", '1003\t', 'No:1004', 'null', '1005.0', '5.03918E+18', '１００６'),
  word('示例甲', ' 示例乙　', 't**1', '——', '无', '__proto__', "'null", '=HYPERLINK(1)', '買家'),
  word('12', '￥1,234.00', '201.12元', '（12.00）', '０．５', '待定', ''),
  word('5', '5.005', '1.2万', '—', '88'),
  word('2024-03-01 10:00:00', '2024年3月1日', '２０２４/３/１', '2023-02-29', '', 'null'),
  word('交易成功', '买家已付款，等待卖家发货', '买家已付款,等待卖家发货', '没听说过', ''),
  word('四川省 成都市 其它区 示例街', '上海', 'null', '示例甲，86-13900000001，浙江省 杭州市'),
  word("'13900000001", '+86 13900000001', '1**********', '－'),
  word('', "'null", '常客', '合计'),
);

test('the same rows are the same orders in UTF-8, GB18030 and the strings of a workbook', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 12 }), async (rows) => {
      const read = async (cell: (text: string) => MemoryCell, options: MemoryOptions) => {
        const cells = rows.map((texts) => texts.map((text) => (text === '' ? null : cell(text))));
        const { store, reading, issues } = await readSheet(memorySheet([HEADER, ...cells], options), {
          orderIds: 'none',
        });
        return { hashes: hashesOf(store), filled: [...store.filled], reading, issues };
      };
      const plain = await read((text) => text, {});
      expect(await read(gb18030, { encoding: 'gb18030' })).toEqual(plain);
      expect(await read((shared) => ({ shared }), { workbook: true })).toEqual(plain);
    }),
    runs(300),
  );
});

test('rows in another order are the same rows', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 12 }), async (rows) => {
      const hashes = async (given: readonly (readonly string[])[]) => {
        const { store, reading } = await readSheet(memorySheet([HEADER, ...given]), { orderIds: 'none' });
        return {
          hashes: hashesOf(store).sort(),
          rejected: reading.rejected.map(({ problem, count }) => [problem, count]),
        };
      };
      expect(await hashes([...rows].reverse())).toEqual(await hashes(rows));
    }),
    runs(300),
  );
});
