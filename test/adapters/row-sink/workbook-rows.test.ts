import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guardedParts } from '../../../src/adapters/read/guard.js';
import { openXlsx } from '../../../src/adapters/read/xlsx/open-xlsx.js';
import { CrmError } from '../../../src/errors.js';
import { type Kernel, newKernel } from '../../../src/kernel/kernel.js';
import { type Kernels, kernels, noKernels } from '../../../src/kernel/kernels.js';
import { runs } from '../../runs.js';
import { memorySource } from '../read/memory-source.js';
import { sameProcess } from '../read/same-process.js';
import { xlsxFiles, zip } from '../read/zip-writer.js';
import { hashesOf, readSheet, rowOf } from '../reading.js';

const HEADER = [
  '订单编号',
  '买家会员名',
  '总金额',
  '买家实际支付金额',
  '订单付款时间',
  '订单状态',
  '宝贝总数量',
  '订单备注',
];

const ALL = 1 << 20;
/** With a kernel and without, texts before the rows and behind them. */
const everyWay = [
  [kernels, 0],
  [kernels, ALL],
  [noKernels, 0],
] as const;

/** Texts of every column, all of which may stand in any: strings are shared between columns too. */
const texts = [
  ...[
    '1001',
    '="1002"',
    "'1003",
    '1004\t',
    '1005.0',
    '5.03918E+18',
    '3510000000000000',
    'null',
    '0',
    '6900000000000000123',
  ],
  ...[
    '示例甲',
    ' 示例乙　',
    't**1',
    '——',
    '无',
    '__proto__',
    'tb_x000D_',
    'a_b',
    '',
    ' ',
    '\u3000',
    '合计',
    '（退）',
    'x'.repeat(300),
  ],
  ...['12', '12.00', '￥1,234.00', '201.12元', '-3.5', '1.23456', '待定', '1.2万', '12345678901', '99999999999999'],
  ...['2024-03-01 10:00:00', '2024/3/1', '20240301', '2024年3月1日', '2023-02-29', '45352.5', '2024-03-01T10:00'],
  ...['交易成功', '买家已付款，等待卖家发货', '没听说过', 'a&amp;b', '&#10;', '&lt;'],
];
const items = texts.map((text) =>
  fc.constantFrom(`<si><t>${text}</t></si>`, `<si><t xml:space="preserve">${text}</t></si>`),
);
const odd = [
  (item: string) => item,
  (item: string) => item,
  (item: string) => item,
  (item: string) => item.replace('<si><t', '<si><t xml:lang="zh"'),
  (item: string) => item.replace('<si>', '<si><r>').replace('</si>', '</r></si>'),
  (item: string) => `\n${item}`,
];
const strings = fc
  .tuple(...items.map((item) => fc.tuple(item, fc.constantFrom(...odd))))
  .map((all) =>
    [...HEADER.map((name) => `<si><t>${name}</t></si>`), ...all.map(([item, change]) => change(item))].join(''),
  );
const value = fc.oneof(
  { weight: 4, arbitrary: fc.nat({ max: texts.length - 1 }).map((at) => ` t="s"><v>${at + HEADER.length}</v></c>`) },
  fc.constantFrom(...texts).map((text) => ` t="inlineStr"><is><t>${text}</t></is></c>`),
  fc.constantFrom('45352.5', '12', '-0.5', '1e3', '1234567890123456', '99', 'x').map((text) => `><v>${text}</v></c>`),
  fc.constantFrom('45352.5', '45352').map((text) => ` s="1"><v>${text}</v></c>`),
  fc.constantFrom(
    ' t="e"><v>#N/A</v></c>',
    ' t="b"><v>1</v></c>',
    ' s="1"/>',
    '><f>A1</f></c>',
    '><f>A1</f><v>7</v></c>',
  ),
);
const row = fc.array(fc.option(value, { freq: 8 }), { minLength: HEADER.length, maxLength: HEADER.length });

function sheetXml(rows: readonly (readonly (string | null)[])[]): string {
  const header = HEADER.map((_, at) => ` t="s"><v>${at}</v></c>`);
  return [header, ...rows]
    .map((cells, at) => {
      const inner = cells.map((cell, column) => (cell === null ? '' : `<c r="${'ABCDEFGH'[column]}${at + 1}"${cell}`));
      return `<row r="${at + 1}">${inner.join('')}</row>`;
    })
    .join('');
}

/** All that is known after reading. `few`: bytes of texts that are held all at once, before the rows are read. */
async function known(xml: string, table: string, lent: Kernels, few = 0): Promise<unknown> {
  const source = memorySource(zip(xlsxFiles(xml, { strings: table })), 'orders.xlsx');
  try {
    const [sheet] = await openXlsx(source, await guardedParts(source), { ...sameProcess, kernels: lent }, few);
    const { reading, store, issues } = await readSheet(sheet!, { showValues: true });
    const rows = Array.from({ length: store.size }, (_, at) => rowOf(store, at));
    const { places: _, ...rest } = reading;
    return { rows, hashes: hashesOf(store), reading: rest, issues };
  } catch (error) {
    if (error instanceof CrmError) return error.code;
    throw error;
  }
}

test('a workbook becomes the same orders with the kernel and without, its table of texts damaged or not', async () => {
  const flip = fc.option(fc.tuple(fc.nat(), fc.constantFrom(...'<>/"= ist&_x')), { freq: 2 });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), strings, flip, async (rows, table, flipped) => {
      const xml = sheetXml(rows);
      const [at, byte] = flipped === null ? [0, '<'] : [flipped[0] % table.length, flipped[1]];
      const damaged = table.slice(0, at) + byte + table.slice(at + 1);
      const plain = await known(xml, damaged, noKernels);
      expect(await known(xml, damaged, kernels)).toEqual(plain);
      expect(await known(xml, damaged, kernels, ALL)).toEqual(plain);
    }),
    runs(2000, 60),
  );
});

test.each([
  '<si/>',
  '<si></si>',
  '<si><t/></si>',
  '<si><t></t></si>',
  '<si><t/20240301</t></si>',
  '<si><r><t/></r></si>',
])('%s is blank, also where several columns share it', async (item) => {
  const cells = (at: number) => [
    ...[` t="s"><v>${HEADER.length}</v></c>`, ` t="s"><v>${at}</v></c>`, null, '><v>12</v></c>'],
    ...[' t="inlineStr"><is><t>2024/3/1</t></is></c>', null, null, ` t="s"><v>${at}</v></c>`],
  ];
  const named = HEADER.map((name) => `<si><t>${name}</t></si>`).join('');
  const table = `${named}<si><t>1001</t></si><si><t>示例甲</t></si>${item}`;
  const shared = [cells(HEADER.length + 1), cells(HEADER.length + 2)];
  const absent = cells(0).map((cell) => (cell?.includes('<v>0<') ? null : cell));
  for (const [lent, few] of everyWay) {
    const [blank, missing] = [sheetXml(shared), sheetXml([shared[0]!, absent])];
    const { rows } = (await known(blank, table, lent, few)) as { rows: readonly unknown[] };
    expect(rows).toHaveLength(2);
    expect(rows).toEqual(((await known(missing, table, lent, few)) as { rows: readonly unknown[] }).rows);
  }
});

test('where only the header stands in the table of texts, all rows are read', async () => {
  const table = HEADER.map((name) => `<si><t>${name}</t></si>`).join('');
  for (const count of [1, 100, 4095, 4096, 5000]) {
    const rows = Array.from({ length: count }, (_, at) => [
      `><v>${1000 + at}</v></c>`,
      ' t="inlineStr"><is><t>示例甲</t></is></c>',
      ...[null, '><v>12</v></c>', '><v>45352.5</v></c>', null, null, null],
    ]);
    for (const [lent, few] of everyWay) {
      const { reading } = (await known(sheetXml(rows), table, lent, few)) as { reading: { accepted: number } };
      expect(reading.accepted).toBe(count);
    }
  }
});

test('blocks of rows and of strings end anywhere', async () => {
  const names = Array.from({ length: 9000 }, (_, at) => (at % 501 === 500 ? `tb&amp;${at}` : `tb${at}`));
  const table = [...HEADER, ...texts, ...names].map((text) => `<si><t>${text}</t></si>`).join('');
  const first = HEADER.length + texts.length;
  const rows = names.map((_, at) => [
    ` t="${at % 977 === 976 ? 's"><f>1</f>' : 's">'}<v>${first + at}</v></c>`,
    ` t="s"><v>${first + ((at * 7) % names.length)}</v></c>`,
    at % 3 === 0 ? null : `><v>${at / 100}</v></c>`,
    ` t="inlineStr"><is><t>${at % 900}.50</t></is></c>`,
    ` t="s"><v>${first - texts.length + texts.indexOf('2024/3/1')}</v></c>`,
    null,
    `><v>${at % 5}</v></c>`,
    at % 1000 === 999 ? ' t="s"><v>9</v></c>' : null,
  ]);
  const xml = sheetXml(rows);
  const plain = await known(xml, table, noKernels);
  expect(await known(xml, table, kernels)).toEqual(plain);
  expect(await known(xml, table, kernels, ALL)).toEqual(plain);
  expect(await known(xml, table, onlyOne())).toEqual(plain);
  expect(await known(xml, table, onlyOne(), ALL)).toEqual(plain);
});

/** A single kernel: who needs another at the same time does without. */
function onlyOne(): Kernels {
  const lent: (Kernel | null)[] = [newKernel()];
  return {
    borrow: () => lent.pop() ?? null,
    giveBack: (kernel) => {
      kernel.clear();
      lent.push(kernel);
    },
  };
}
