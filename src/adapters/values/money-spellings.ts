import type { Words } from '../../i18n/words.js';

/** Spellings of amounts that are read alike, and why. The table of `crm explain amounts`; a test reads each of them. */
export interface MoneySpellings {
  readonly written: readonly string[];
  /** The amount in decimal, `blank` or `unreadable`. */
  readonly read: string;
  readonly why: Words;
}

/** How amounts may be written, and what each spelling is read as. Nothing is ever read as 0 because it is not understood. */
export const moneySpellings: readonly MoneySpellings[] = [
  {
    written: ['201.12', '201.12元', '￥201.12', '¥ 201.12', 'CNY 201.12', '201.12 CNY', '２０１．１２'],
    read: '201.12',
    why: {
      zh: '货币符号、代码和全角字符不影响金额',
      en: 'signs and codes of currencies and full-width digits make no difference',
    },
  },
  {
    written: ['1,234.50', '1.234,50', '1 234,50 €', "1'234.50", 'AU $1,234.50', 'RM1,234.50'],
    read: '1234.5',
    why: { zh: '三位一组，最后一个符号是小数点', en: 'digits in groups of three, the last mark is the decimal point' },
  },
  {
    written: ['1,234', '1,234.00'],
    read: '1234',
    why: { zh: '逗号后正好三位：千分位', en: 'three digits after the comma: thousands' },
  },
  {
    written: ['1.234.567'],
    read: '1234567',
    why: { zh: '两个点只能是千分位', en: 'two points can only group' },
  },
  {
    written: ['90,50', 'EUR 90,5'],
    read: '90.5',
    why: { zh: '唯一的逗号后一两位：小数', en: 'one or two digits after the only comma: decimals' },
  },
  {
    written: ['5.005'],
    read: '5.005',
    why: {
      zh: '一个点是小数点；多于两位小数时四舍五入并计数。印尼盾和越南盾例外：50.000 是五万',
      en: 'a single point is the decimal point; what is below the minor unit is rounded half away from zero and counted. Rupiahs and dongs: 50.000 is fifty thousand',
    },
  },
  {
    written: ['-5', '−5', '－5', '¥-5', '-¥5', '(5.00)', '（5.00）'],
    read: '-5',
    why: { zh: '负号或整个括起来', en: 'a minus, or brackets around the whole' },
  },
  {
    written: ['499.00（系统计算中，该值仅供参考）'],
    read: '499',
    why: { zh: '金额后括号里的说明不管', en: 'a remark in brackets behind the amount is passed over' },
  },
  {
    written: ['', '-', '--', '——', 'null', "'null", 'none', '无', '无退款申请', '没有申请退款'],
    read: 'blank',
    why: { zh: '没有填，不是 0', en: 'not filled in, which is not 0' },
  },
  {
    written: ['1e3', '1.2万', '12%', '1,23,456', '0,123', '1234,567', '12-', '--5', '(-5)', '#N/A', '面议', '12 13'],
    read: 'unreadable',
    why: {
      zh: '看不懂：这一行被拒绝并列出，不会当成 0',
      en: 'not understood: the row is rejected and listed, never taken as 0',
    },
  },
];
