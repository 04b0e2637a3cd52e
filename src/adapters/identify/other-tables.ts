/** Tables that look like order tables and are none, or none that is understood yet, told by names only they have. */
export interface OtherTable {
  /** Error code of `errors/tables` that says what it is. */
  readonly code: 'not-orders-statistics' | 'not-orders-purchases' | 'not-orders-statement' | 'unsupported-platform';
  /** For platforms: the name to say. */
  readonly platform: string;
  /** It is this table if its header holds at least one name of every group. */
  readonly marks: readonly (readonly string[])[];
}

const platform = (name: string, ...marks: readonly (readonly string[])[]): OtherTable => ({
  code: 'unsupported-platform',
  platform: name,
  marks,
});

/**
 * Layouts of platforms that are known but not read: taking them by synonyms would count lines as orders, add totals
 * that are repeated on each line, or miss refunds that only a status tells.
 */
export const otherTables: readonly OtherTable[] = [
  {
    code: 'not-orders-statement',
    platform: '',
    marks: [
      ['账务流水号', '业务流水号', '收支类型', '账户余额', '账户余额(元)'],
      [
        '收入金额',
        '支出金额',
        '收入金额(+元)',
        '支出金额(-元)',
        '收支金额',
        '业务类型',
        '备注',
        '发生时间',
        '账户余额',
        '账户余额(元)',
      ],
    ],
  },
  platform('Shopee (TH, ID, VN)', ['หมายเลขคำสั่งซื้อ', 'No. Pesanan', 'Mã đơn hàng']),
];

/** Names of columns of statistics: one is enough where no order number stands beside it. Compared as parts of names. */
export const statisticsWords =
  /浏览量|访客|转化率|点击|曝光|展现|加购|跳失|停留时长|收藏人数|支付买家数|支付件数|成交件数|成交商品件数|成交码洋|uv价值|(^|\W)(uv|pv|impressions|clicks|sessions|page views)(\W|$)/;

/** Names of columns of purchase and stock lists, likewise. */
export const purchaseWords = /供应商|采购|进货|入库|库存|supplier|purchase price|stock/;
