import type { ErrorKind } from '../errors.js';

/** Tables that are not orders, or whose columns cannot be told apart. `line` and `columns` are those of the header. */
export const tableErrors = {
  'no-header': {
    exit: 3,
    what: { zh: '没有表头行', en: 'it has no header row' },
    remedy: {
      zh: '导出时保留第一行列名；确实没有列名时，用 --no-header 和 --map 按位置指明列',
      en: 'export it with its column names; if it has none, use --no-header and name the columns by position with --map',
    },
  },
  'not-orders': {
    exit: 3,
    what: {
      zh: '这不像订单表：第 {line} 行的 {columns} 个列名里，没有订单编号、买家或收货人',
      en: 'this does not look like an order table: among the {columns} column names of line {line} is no order number, buyer or receiver',
    },
    remedy: {
      zh: '确认导出的是订单报表；列名特殊时，用 --map 指明哪一列是买家、付款时间、实付金额',
      en: 'check that it is an order report; if its names are unusual, say with --map which columns hold buyer, time and amount',
    },
  },
  'no-amount': {
    exit: 3,
    what: {
      zh: '没有找到金额列（实付金额或总金额；表头第 {line} 行，共 {columns} 列）',
      en: 'no amount column was found (paid or total; header on line {line}, {columns} columns)',
    },
    remedy: {
      zh: '导出时勾选实付金额；列名特殊时用 --map paid=列名 指明',
      en: 'tick the paid amount when exporting; if its name is unusual, name it with --map paid=NAME',
    },
  },
  'no-time-no-amount': {
    exit: 3,
    what: {
      zh: '没有时间列，也没有金额列（表头第 {line} 行，共 {columns} 列）',
      en: 'it has neither a time nor an amount column (header on line {line}, {columns} columns)',
    },
    remedy: {
      zh: '导出时勾选付款时间和实付金额；列名特殊时用 --map 指明',
      en: 'tick payment time and amount when exporting; if the names are unusual, name the columns with --map',
    },
  },
  'not-orders-statistics': {
    exit: 3,
    what: {
      zh: '这是商品或店铺的统计表，不是订单表：有「{names}」这样的列，没有订单编号',
      en: 'this is a table of statistics, not of orders: it has columns such as {names} and no order number',
    },
    remedy: { zh: '请导出订单报表（每行一个订单）', en: 'export the order report (one row an order)' },
  },
  'not-orders-purchases': {
    exit: 3,
    what: {
      zh: '这是采购或库存表，不是订单表：有「{names}」这样的列，没有订单编号',
      en: 'this is a purchase or stock list, not a table of orders: it has columns such as {names} and no order number',
    },
    remedy: { zh: '请导出订单报表（每行一个订单）', en: 'export the order report (one row an order)' },
  },
  'not-orders-statement': {
    exit: 3,
    what: { zh: '这是账户流水，不是订单表', en: 'this is an account statement, not a table of orders' },
    remedy: { zh: '请导出订单报表（每行一个订单）', en: 'export the order report (one row an order)' },
  },
  'only-side-reports': {
    exit: 3,
    what: {
      zh: '只有退款报表或发货报表，没有订单报表',
      en: 'there are only refund or shipping reports and no order report',
    },
    remedy: {
      zh: '把同一时期的订单报表和它一起给：退款和收货信息会按订单编号接到订单上',
      en: 'give the order report of the same days with it: refunds and receivers are joined to the orders by their numbers',
    },
  },
  'unsupported-platform': {
    exit: 3,
    what: {
      zh: '这是 {platform} 的订单表，目前还不支持',
      en: 'this is an order table of {platform}, which is not supported yet',
    },
    remedy: {
      zh: '如果每行正好是一个订单、金额没有在多行重复，可以按通用订单表读取',
      en: 'if each row is exactly one order and no amount is repeated, it can be read as any order table',
    },
  },
  'two-dialects': {
    exit: 3,
    what: {
      zh: '表头同时符合两种格式：{first} 和 {second}',
      en: 'the header fits two layouts: {first} and {second}',
    },
    remedy: { zh: '用 --platform 指明是哪一种', en: 'say with --platform which one it is' },
  },
  'twin-columns': {
    exit: 3,
    what: {
      zh: '两列同名，内容却不同：{first} 和 {second}（第 {line} 行）',
      en: 'two columns of the same name differ: {first} and {second} (line {line})',
    },
    remedy: {
      zh: '删去或改名其中一列，或用 --map 按位置指明用哪一列',
      en: 'remove or rename one of them, or choose one by its position with --map',
    },
  },
  'order-ids-damaged': {
    exit: 3,
    what: {
      zh: '{rows} 行里有 {damaged} 行的订单编号丢了末尾的数字（如 5.03918E+18）',
      en: '{damaged} of {rows} rows have an order number that lost its last digits (such as 5.03918E+18)',
    },
    remedy: {
      zh: '重新导出，不要用 Excel 打开后另存；或用 --order-ids none 把每一行当作一个订单',
      en: 'export it again and do not save it from Excel; or take each row as an order with --order-ids none',
    },
  },
  'map-needed': {
    exit: 2,
    what: {
      zh: '用了 --no-header，就要用 --map 按位置指明列（从 1 数起）',
      en: '--no-header needs --map with the positions of the columns (counted from 1)',
    },
    remedy: { zh: '例如 --map buyer=1,time=3,paid=5', en: 'for example --map buyer=1,time=3,paid=5' },
  },
  'map-needs-position': {
    exit: 2,
    what: {
      zh: '--map 里的「{column}」是列名，而文件没有表头',
      en: '{column} in --map is a name, and the file has no header',
    },
    remedy: { zh: '改用列的位置（从 1 数起）', en: 'use the position of the column (counted from 1)' },
  },
  'map-column-missing': {
    exit: 2,
    what: { zh: '--map 里的列「{column}」不在表头里', en: 'the column {column} in --map is not in the header' },
    remedy: {
      zh: '用表头里的列名，或列的位置（从 1 数起）',
      en: 'use a name of the header, or a position counted from 1',
    },
  },
  'map-position': {
    exit: 2,
    what: {
      zh: '--map 里的第 {column} 列不存在，表只有 {width} 列',
      en: 'there is no column {column} as --map says; the table has {width}',
    },
    remedy: { zh: '位置从 1 数起', en: 'positions count from 1' },
  },
  'map-column-twice': {
    exit: 2,
    what: {
      zh: '--map 把列「{column}」同时给了 {first} 和 {second}',
      en: '--map gives the column {column} to {first} and to {second}',
    },
    remedy: { zh: '一列只能用一次', en: 'use each column once' },
  },
} as const satisfies Record<string, ErrorKind>;
