import type { Words } from '../words.js';

/** Why a sheet was not used, and what is said of one that was. */
export const sheetNotes = {
  'sheet-without-header': { zh: '没有表头行', en: 'it has no header row' },
  'sheet-not-orders': { zh: '不是订单表', en: 'it is not an order table' },
  'sheet-statistics': { zh: '是统计表，不是订单表', en: 'it is a table of statistics, not of orders' },
  'sheet-purchases': { zh: '是采购或库存表，不是订单表', en: 'it is a purchase or stock list, not a table of orders' },
  'sheet-statement': { zh: '是账户流水，不是订单表', en: 'it is an account statement, not a table of orders' },
  'sheet-unsupported-platform': {
    zh: '是目前还不支持的平台的订单表',
    en: 'it is of a platform that is not supported yet',
  },
  'sheet-two-dialects': { zh: '表头同时符合两种格式', en: 'its header fits two layouts' },
  'sheet-map-column-missing': { zh: '没有 --map 指明的列', en: 'it lacks a column that --map names' },
  'sheets-read': {
    zh: '{file}：读取了工作表 {sheets}。只要其中一个时用 --sheet 指定。',
    en: '{file}: the sheets {sheets} were read. --sheet picks one of them.',
  },
  'hidden-sheets-read': {
    zh: '{file}：工作表 {sheets} 是隐藏的，也读取了。',
    en: '{file}: the sheets {sheets} are hidden in it and were read too.',
  },
  'columns-suggested': {
    zh: '{where}：买家、时间或金额里有没认出的列；看起来像的列可以用 --map {map} 指明。',
    en: '{where}: a column for buyer, time or amount was not found; those that look like it can be named with --map {map}.',
  },
  'currency-assumed': {
    zh: '{where}：表里没有写币种，金额按 {currency} 计。',
    en: '{where}: the table does not say its currency; its amounts are taken as {currency}.',
  },
  'rows-passed-over': {
    zh: '{where}：{count} 行是合计、页脚或重复的表头，已跳过。',
    en: '{where}: {count} rows are totals, footers or repeated headers and were passed over.',
  },
  'days-from-order-numbers': {
    zh: '{where}：{count} 行没有时间，按订单号开头的日期算下单日。',
    en: '{where}: {count} rows have no time; the day that their order number begins with counts as the day of the order.',
  },
  'loose-quotes': {
    zh: '{where}：第 {line} 行起，有的引号后面还有文字，这样的单元格按原样读取。',
    en: '{where}: from line {line} on, some quotes are followed by more text; such cells were read as they stand.',
  },
  'rounded-amounts': {
    zh: '{where}：{count} 个金额的小数位多于货币单位，已四舍五入。',
    en: '{where}: {count} amounts have more decimals than their currency and were rounded half away from zero.',
  },
  'order-ids-rounded': {
    zh: '{where}：{rows} 行里有 {count} 行的长订单编号以 000 结尾，可能被 Excel 舍入过，不同的订单会被当成同一单。',
    en: '{where}: {count} of {rows} rows have a long order number ending in 000; Excel may have rounded them, and different orders may look like one.',
  },
  'unknown-refund-statuses': {
    zh: '{where}：不认识的售后状态（{statuses}）没有当作退款；这种表没有退款金额，请核对这些订单。',
    en: '{where}: after-sales statuses nobody knows ({statuses}) were not taken for refunds; this layout has no refund amount, so check these orders.',
  },
  'unknown-statuses': {
    zh: '{where}：{count} 行的订单状态不认识（{statuses}），没有计入。',
    en: '{where}: {count} rows have a status nobody knows ({statuses}); they are not counted.',
  },
} as const satisfies Record<string, Words>;
