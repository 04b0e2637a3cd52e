import type { Words } from '../../i18n/words.js';
import { checkPlaces } from './check-places.js';
import { forecastPlaces } from './forecast-places.js';

/**
 * How a table stands on the page. section: title, header, rows · across: its rows side by side, for a few marked ones ·
 * figures: tiles and a list, for tables of metrics · coverage: sentences under the page's head · records: one block a
 * row, for wide rows · problems: each with its places and what to do · roles: which column is what · heat: cohorts
 * against periods · none: not on this page.
 */
export type Form = 'section' | 'across' | 'figures' | 'coverage' | 'records' | 'problems' | 'roles' | 'heat' | 'none';

export interface Place {
  readonly form: Form;
  /** Grey words beside the title: what the numbers say. */
  readonly caption?: Words;
  /** Most rows shown. */
  readonly rows?: number;
  /** Only rows whose cell in `column` is one of these. */
  readonly only?: { readonly column: string; readonly values: readonly number[] };
  /** Columns not shown here; an interval goes by the name of its lower end. */
  readonly hide?: readonly string[];
  /** Columns that go first on a narrow screen, the very first to go first. */
  readonly drop?: readonly string[];
  /** Columns of texts that are never cut: others are left out instead. */
  readonly uncut?: readonly string[];
  /** Rows shown beyond `rows` where the page has room for them. */
  readonly rowsToSpare?: number;
  /** Whether columns without any cell are left out in silence. */
  readonly hideEmpty?: boolean;
  /** Names at the start of a row are written once for the rows that share them. */
  readonly namesOnce?: boolean;
  /** Left out when it has neither rows nor anything to say. */
  readonly skipEmpty?: boolean;
  /** Its notes stand at the end of the page, with those of the others. */
  readonly notesLast?: boolean;
  /** The column drawn as a bar at the end of the line. */
  readonly bar?: string;
  /** Whether columns give way to the bars. */
  readonly barFirst?: boolean;
  /** Amounts in 万 or k. */
  readonly brief?: boolean;
  /** Of a table of metrics, those listed below the tiles; all of them unless said. */
  readonly figures?: readonly string[];
  /** The columns drawn as heat maps, one below the other. */
  readonly heat?: readonly { readonly value: string; readonly caption?: Words }[];
  /** The table it is drawn with, where the page has that one. */
  readonly beside?: string;
}

const MARKED_DAYS = { column: 'day', values: [30, 60, 90, 180, 365] };

/** A list of customers: who, since when, how often, how much, how long ago; the rest where there is room. */
const customerList: Place = {
  form: 'section',
  hideEmpty: true,
  hide: ['historicValue'],
  drop: [
    ...['favouriteProduct', 'firstProduct', 'usualHour', 'city', 'medianGapDays', 'units', 'orders', 'name'],
    ...['province', 'perPurchase', 'firstDay'],
  ],
};

const everywhere: Readonly<Record<string, Place>> = {
  ...checkPlaces,
  overview: { form: 'figures' },
  'repeat-rate': { form: 'figures' },
  'repeat-within': {
    form: 'section',
    caption: {
      zh: '首购已满 N 天的买家里，N 天内再次购买的比例',
      en: 'bought again within N days, of customers first seen that long ago',
    },
    bar: 'rate',
  },
  'second-purchase': {
    form: 'across',
    caption: {
      zh: '首购后到第 N 天还没有再次购买的比例（Kaplan-Meier）',
      en: 'share not back N days after the first (Kaplan-Meier)',
    },
    only: MARKED_DAYS,
    hide: ['events', 'marked'],
  },
  'order-ladder': {
    form: 'section',
    caption: {
      zh: '买到第 n 次的买家里，又买下一次的比例',
      en: 'of customers who reached purchase n, those who went on',
    },
    rows: 12,
    drop: [
      'p80',
      'p75',
      'p25',
      'maturedLow',
      'perOrder',
      'maturedNext',
      'medianDays',
      'maturedRate',
      'maturedCustomers',
    ],
  },
  gaps: { form: 'across', caption: { zh: '相邻两次购买相隔的天数', en: 'days between one purchase and the next' } },
  'period-return': {
    form: 'section',
    caption: { zh: '前一期的买家里，后一期又买的比例', en: 'of the buyers of one period, those who buy in the next' },
    bar: 'rate',
  },
  retention: {
    form: 'heat',
    heat: [
      {
        value: 'rate',
        caption: { zh: '首购后第 N 期又买的买家比例 %', en: '% of a cohort who buy again N periods after the first' },
      },
      {
        value: 'cumulativeSalesPerCustomer',
        caption: { zh: '首购后到第 N 期每位买家累计销售额', en: 'sales per customer up to N periods after the first' },
      },
    ],
  },
  'retention-mean': { form: 'section', beside: 'retention' },
  recency: {
    form: 'section',
    bar: 'customers',
    uncut: ['class'],
    barFirst: true,
    brief: true,
    hide: ['oneTimeCustomers'],
    drop: ['low', 'oneTimeShare', 'purchasesPerCustomer', 'perCustomer', 'from', 'sales'],
  },
  churn: { form: 'section', bar: 'churn', uncut: ['base'] },
  ...forecastPlaces,
  'period-churn': { form: 'section', bar: 'churn' },
  'customer-flow': { form: 'section', bar: 'end' },
  customers: customerList,
  segment: customerList,
  customer: { form: 'records' },
  'customer-orders': { form: 'section', hideEmpty: true, drop: ['refunded', 'gross', 'gapDays'] },
};

const whole: Readonly<Record<string, Place>> = {
  reconciliation: { form: 'coverage' },
  overview: {
    form: 'figures',
    figures: ['orders', 'purchasesPerCustomer', 'perOrder', 'refundRateMoney', 'oneTimeCustomers', 'top20Share'],
  },
  retention: {
    form: 'heat',
    rows: 6,
    rowsToSpare: 6,
    heat: [
      {
        value: 'rate',
        caption: {
          zh: '最近的首购月，买家在之后第 N 个月又买的比例 %',
          en: '% of recent cohorts who buy again N months after the first',
        },
      },
    ],
  },
  recency: {
    ...(everywhere['recency'] ?? { form: 'section' }),
    hide: ['perCustomer', 'purchasesPerCustomer', 'oneTimeShare', 'oneTimeCustomers', 'low'],
  },
  'repeat-within': {
    form: 'across',
    caption: everywhere['repeat-within']?.caption ?? { zh: '', en: '' },
    hide: ['low'],
    skipEmpty: true,
  },
  'second-purchase': { form: 'none' },
  'order-ladder': { form: 'none' },
  gaps: { form: 'none' },
  'period-return': { form: 'none' },
  churn: { form: 'none' },
  concentration: { form: 'none' },
};

/** Pages of commands that show some tables in another way than usual. */
const pages: Readonly<Record<string, Readonly<Record<string, Place>>>> = { analyze: whole, demo: whole };

/** Commands whose conclusions are the answer: they stand at the top of the page. */
export const beginsWithFindings: ReadonlySet<string> = new Set(['check']);

/** How a table stands on a command's page. A table nobody placed is a section. */
export function placeOf(command: string, id: string): Place {
  const page = Object.hasOwn(pages, command) ? pages[command] : undefined;
  if (page !== undefined && Object.hasOwn(page, id)) return { ...(page[id] ?? { form: 'section' }), notesLast: true };
  return (Object.hasOwn(everywhere, id) ? everywhere[id] : undefined) ?? { form: 'section' };
}
