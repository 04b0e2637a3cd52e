import type { Cell, Column, Note, Report, Table, Unit } from '../../src/model/report.js';
import type { Style } from '../../src/reporters/reporter.js';
import { dayOf } from '../../src/util/calendar.js';

/** Plain style of the tests: 100 columns, no colour, Chinese. */
export const plain: Style = {
  lang: 'zh',
  width: 100,
  color: 0,
  light: false,
  ascii: false,
  raw: false,
  bom: false,
  table: null,
  showValues: false,
};

/** Columns from `key:unit` words. */
export function columnsOf(words: string): readonly Column[] {
  return words.split(' ').map((word) => {
    const [key = '', unit = 'text'] = word.split(':');
    return { key, unit: unit as Unit };
  });
}

/** A table with little said about it. */
export function tableOf(
  id: string,
  words: string,
  rows: readonly (readonly Cell[])[],
  more: Partial<Table> = {},
): Table {
  return { id, definition: id, window: null, columns: columnsOf(words), rows, view: 'plain', notes: [], ...more };
}

const money = (value: number) => ({ value, unit: 'money' }) as const;
const price = (value: number) => ({ value, unit: 'price' }) as const;
const count = (value: number) => ({ value, unit: 'count' }) as const;
const ratio = (value: number) => ({ value, unit: 'ratio' }) as const;
const number = (value: number) => ({ value, unit: 'number' }) as const;

const sales = 190_248_715;
const overviewRows: readonly (readonly Cell[])[] = [
  ['sales', money(sales), null, null, null, null, money(181_200_000)],
  ['gross', money(247_482_307), null, null, null, null, money(229_000_000)],
  ['refunded', money(57_233_592), null, null, null, null, money(48_000_000)],
  ['orders', count(18_955), null, null, null, null, count(17_800)],
  ['customers', count(9_444), null, null, null, null, count(9_001)],
  ['purchases', count(14_201), null, null, null, null, count(13_000)],
  ['perCustomer', price(sales / 9_444), money(sales), count(9_444), null, null, price(20_130)],
  ['perOrder', price(sales / 18_955), money(sales), count(18_955), null, null, price(10_180)],
  ['perOrderMedian', price(6_990), null, count(18_955), null, null, price(6_890)],
  ['newCustomerGrowth', ratio(0.0492), count(443), count(9_001), null, null, null],
  ['unitsPerOrder', number(1.8312), count(34_710), count(18_955), null, null, number(1.79)],
  ['purchasesPerCustomer', number(1.5037), count(14_201), count(9_444), null, null, number(1.44)],
  ['repeatRate', ratio(0.252), count(2_380), count(9_444), 0.243, 0.261, ratio(0.234)],
  ['returningCustomers', ratio(0.281), count(2_654), count(9_444), 0.272, 0.29, ratio(0.276)],
  ['returningPurchases', ratio(0.301), count(4_274), count(14_201), null, null, ratio(0.291)],
  ['returningSales', ratio(0.3163), money(60_175_668), money(sales), null, null, ratio(0.302)],
  ['refundRateMoney', ratio(0.23126), money(57_233_592), money(247_482_307), null, null, ratio(0.21)],
  ['refundRateOrders', ratio(0.2131), count(5_132), count(24_087), null, null, ratio(0.2)],
  ['oneTimeCustomers', ratio(0.748), count(7_064), count(9_444), 0.739, 0.757, null],
  ['top20Share', ratio(0.542), money(103_114_000), money(sales), null, null, null],
  ['gini', number(0.5213), null, count(9_444), null, null, null],
];

const from = dayOf(2024, 9, 1);
const to = dayOf(2025, 8, 31);
const warning: Note = { id: 'no-such-note', level: 'warning', params: { count: 12 } };

function within(): Table {
  const rows = [
    [30, 9_120, 1_004, 0.1101, 0.1038, 0.1167],
    [60, 8_790, 1_410, 0.1604, 0.1529, 0.1682],
    [90, 8_301, 1_702, 0.205, 0.1965, 0.2138],
    [180, 6_820, 1_844, 0.2704, 0.26, 0.2811],
    [365, 0, 0, null, null, null],
  ];
  return tableOf('repeat-within', 'days:days eligible:count returned:count rate:ratio low:ratio high:ratio', rows, {
    view: 'bars',
  });
}

function ladder(): Table {
  const words =
    'nth:count customers:count next:count rate:ratio maturedCustomers:count maturedNext:count maturedRate:ratio medianDays:days p25:days p75:days p80:days perOrder:price';
  const rows = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => {
    const [reached, next] = [Math.round(9_444 / n ** 1.7), Math.round(9_444 / (n + 1) ** 1.7)];
    const days = [37 - n, 14, 80.25, 92] as const;
    return [
      n,
      reached,
      next,
      next / reached,
      reached - 40,
      next - 30,
      (next - 30) / (reached - 40),
      ...days,
      9_876.5 + n,
    ];
  });
  return tableOf('order-ladder', words, rows);
}

function curve(): Table {
  const rows = Array.from({ length: 400 }, (_, day) => {
    const survival = 0.55 + 0.45 / (1 + day / 60);
    return [day + 1, survival, survival - 0.02, survival + 0.02, 9_000 - day * 20, 3];
  });
  return tableOf('second-purchase', 'day:days survival:ratio low:ratio high:ratio atRisk:count events:count', rows, {
    view: 'line',
  });
}

/** The orders of an invented shop as `analyze` would report them. */
export function inventedReport(more: Partial<Report> = {}): Report {
  const steps: readonly (readonly Cell[])[] = [
    ['rows.read', 28_022, 250_000_000],
    ['rows.used', 28_010, 249_900_000],
    ['rows.duplicate', 0, 0],
    ['rows.rejected.amount-unreadable', 12, null],
    ['orders', 28_010, 249_900_000],
    ['orders.uncounted.unpaid', 3_923, 0],
    ['orders.uncounted.refunded', 5_132, 0],
    ['orders.valid', 18_955, sales],
    ['orders.without-customer', 31, 99_000],
    ['purchases', 14_201, sales],
    ['customers', 9_444, null],
  ];
  return {
    command: 'analyze',
    asOf: to,
    asOfReason: 'latest-order',
    window: { from, to },
    clock: { zone: 'Asia/Shanghai', source: 'platform' },
    currency: { code: 'CNY', decimals: 2 },
    files: [file('花间集-订单.xlsx')],
    tables: [
      tableOf('reconciliation', 'step:text count:count amount:money', steps),
      tableOf(
        'overview',
        'metric:text value:any numerator:any denominator:any low:ratio high:ratio previous:any',
        more.window === null ? overviewRows.map((row) => [...row.slice(0, -1), null]) : overviewRows,
        {
          view: 'tiles',
          window: { from, to },
          notes: [warning],
        },
      ),
      within(),
      curve(),
      ladder(),
      tableOf('gaps', 'stat:text days:any', [
        ['n', count(4_757)],
        ['mean', { value: 51.32, unit: 'days' }],
        ['p25', { value: 14, unit: 'days' }],
        ['median', { value: 34, unit: 'days' }],
        ['p75', { value: 80.25, unit: 'days' }],
        ['p80', { value: 92, unit: 'days' }],
        ['lapsePoint', { value: 125, unit: 'days' }],
      ]),
    ],
    main: 'overview',
    definitions: {},
    findings: [],
    notes: [warning],
    issues: {
      count: 12,
      byProblem: new Map([['amount-unreadable', 12]]),
      first: [issue(88), issue(97), issue(120), issue(121)],
    },
    next: [
      { purpose: { zh: '复购明细', en: 'Repeat purchase' }, command: "crm repeat '花间集-订单.xlsx'" },
      { purpose: { zh: '核对数据', en: 'Check the data' }, command: "crm check '花间集-订单.xlsx'" },
    ],
    others: [],
    ...more,
  };
}

function issue(line: number): Report['issues']['first'][number] {
  return {
    file: '花间集-订单.xlsx',
    sheet: '订单',
    line,
    column: '买家实际支付金额',
    problem: 'amount-unreadable',
    got: 'text, 11 characters',
    value: '十二块五毛整整整整整整',
    done: 'rejected',
  };
}

function file(name: string): Report['files'][number] {
  return {
    name,
    sha256: 'ab'.repeat(32),
    bytes: 3_100_200,
    kind: 'xlsx',
    encoding: '',
    delimiter: '',
    sheets: [
      {
        name: '订单',
        platform: 'taobao-orders',
        skipped: null,
        headerLine: 1,
        toldBy: ['order no'],
        columns: [{ field: 'order', header: '订单编号', position: 1 }],
        unusedHeaders: ['__proto__'],
        rows: 28_022,
        used: 28_010,
        duplicate: 0,
        rejected: 12,
        amount: 249_900_000,
        firstDay: from,
        lastDay: to,
        timeKinds: { date: 10, serial: 3, text: 0, blank: 1 },
      },
    ],
  };
}
