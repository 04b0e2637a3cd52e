import type { Words } from '../words.js';

/** What is said of how rows became orders. */
export const ordersNotes = {
  'file-passed-over': { zh: '没有读入 {file}：{reasonZh}', en: '{file} is not read: {reasonEn}' },
  'sheets-passed-over': {
    zh: '有 {count} 个工作表没有读取：{sheets}。原因见 crm check。',
    en: '{count} sheets were not read: {sheets}. crm check tells why.',
  },
  'sheet-not-asked': { zh: '不是 --sheet 指定的工作表', en: 'it is not the sheet that --sheet names' },
  'same-file-twice': {
    zh: '{file} 与 {first} 完全相同，只读取一次。',
    en: '{file} is the same, byte for byte, as {first}: it was read once.',
  },
  'no-order-number': {
    zh: '没有订单编号：{sheets}。每一行算一个订单，重复的行无法识别。',
    en: 'No order number in {sheets}: each row is an order, and repeated rows cannot be told from new ones.',
  },
  'blank-order-numbers': {
    zh: '{where} 有 {rows} 行没有填订单编号，每行各算一个订单。',
    en: '{rows} rows of {where} have no order number; each is an order by itself.',
  },
  'same-rows-without-order-number': {
    zh: '{sheets} 有 {rows} 行内容相同（{amount}），又没有订单编号，现在都计入了。若是同一份数据，请只给其中一个；若有带订单编号的导出，请改用它。',
    en: '{sheets} hold {rows} equal rows ({amount}) without an order number; all are counted. If they are the same data, give only one of them, or use exports with order numbers.',
  },
  'equal-rows-without-order-number': {
    zh: '同一张表里有 {rows} 行与别的行完全相同（{amount}），没有订单编号，分不清是重复还是另一单，都计入了。',
    en: '{rows} rows equal another row of their own table ({amount}); without order numbers nobody can tell copies from orders, so all are counted.',
  },
  'orders-from-lines': {
    zh: '有 {orders} 个订单只在宝贝报表里，订单报表里没有；它们的金额由各商品行相加。请检查两份报表的日期范围。',
    en: '{orders} orders are only in the item report, not in the order report; their amounts are the sum of their lines. Check that both reports cover the same days.',
  },
  'product-rows-add': {
    zh: '{where} 一行是一件商品（{orders} 个订单占多行），订单金额由各行相加。',
    en: '{where} has one row per product ({orders} orders take several rows); the amounts of the rows add up.',
  },
  'product-rows-repeat': {
    zh: '{where} 一行是一件商品（{orders} 个订单占多行），订单金额在每行重复，只计一次。',
    en: '{where} has one row per product ({orders} orders take several rows); the order’s amount is repeated and counted once.',
  },
  'product-rows-folded': {
    zh: '{where} 一行是一件商品：{rows} 个后续行并入 {orders} 个订单，订单金额只计一次。',
    en: '{where} has one row per product: {rows} further rows were folded into {orders} orders; an order’s amount counts once.',
  },
  'day-by-creation-some': {
    zh: '{orders} 个订单的状态是已付款，但付款时间空白：按下单时间算日期。',
    en: '{orders} orders have a status that says paid but no payment time: their creation time makes the day.',
  },
  'ambiguous-shop': {
    zh: '有 {orders} 个订单没有店铺名，而同一编号在几个店铺里都有：分不清是哪家的，单独计算，可能重复。',
    en: '{orders} orders name no shop while several shops have their number: nobody can tell whose they are. They are counted by themselves, perhaps twice.',
  },
  'no-time-column': {
    zh: '没有时间列：{sheets}。这些订单不计入。',
    en: 'No time column in {sheets}: these orders are not counted.',
  },
  'day-by-creation': {
    zh: '没有付款时间列：{sheets}。按下单时间算日期。',
    en: 'No payment time column in {sheets}: the creation time makes the day.',
  },
  'no-status-column': {
    zh: '没有订单状态列：{sheets}。是否成交由付款时间和金额判断。',
    en: 'No status column in {sheets}: payment time and amount tell whether an order is a sale.',
  },
  'several-clocks': {
    zh: '这些文件的时间用了 {count} 种时钟；可用 --timezone 统一。',
    en: 'The times of these files are on {count} clocks; --timezone puts those with an offset on one.',
  },
  'long-gap': {
    zh: '{before} 之后直到 {after} 都没有订单。如果是日期写错，请更正，或用 --as-of 指定截止日。',
    en: 'No order between {before} and {after}. If a date is mistyped, correct it, or set the as-of day with --as-of.',
  },
  'paid-without-payment-time': {
    zh: '有 {orders} 个订单有实付金额（{amount}），却没有付款时间，按未付款处理。',
    en: '{orders} orders have a paid amount ({amount}) but no payment time; they are taken as unpaid.',
  },
  'total-check': {
    zh: '核对“总金额 = 实付 + 退款”：{orders} 个已付款订单中 {holds} 个相符。',
    en: 'Check total = paid + refund: holds for {holds} of {orders} paid orders.',
  },
  'refund-meaning-found': {
    zh: '{sheets} 的实付金额已扣除退款（总金额 = 实付 + 退款）。',
    en: 'In {sheets} the paid amount has refunds taken off already (total = paid + refund).',
  },
  'refund-meaning-doubtful': {
    zh: '{sheets} 的金额与这种报表的惯例不符：实付是否已扣退款，请核对几个有退款的订单。',
    en: 'The amounts of {sheets} contradict this kind of report on whether refunds are taken off what was paid: check a few refunded orders.',
  },
  'total-as-paid': {
    zh: '没有实付金额列，{orders} 个订单以总金额代替。',
    en: 'There is no column of what was paid; the total stands for it in {orders} orders.',
  },
  'whole-refund': {
    zh: '{orders} 个订单没有退款金额，但状态或关闭原因是已退款，按全额退款计。',
    en: '{orders} orders have no refund amount, but their status or close reason says refunded: taken as refunded in full.',
  },
  'refund-from-total': {
    zh: '{orders} 个已退款订单没有退款金额，按总金额计。',
    en: '{orders} refunded orders have no refund amount; the total was taken for it.',
  },
  'refunds-joined': {
    zh: '{sheets}：{refunds} 笔成功的退款（{amount}）接到了 {orders} 个订单上，退款日以它为准。',
    en: '{sheets}: {refunds} refunds that succeeded ({amount}) were joined to {orders} orders; it tells the days of refunds.',
  },
  'refunds-without-order': {
    zh: '退款报表里有 {refunds} 笔退款（{amount}）的订单不在这些文件里，没有计入。请一起给出那段时间的订单报表。',
    en: '{refunds} refunds ({amount}) of the refund report belong to orders that are in no file and are not counted; give the order report of those days too.',
  },
  'parcels-joined': {
    zh: '{sheets}：{orders} 个订单的收货信息取自发货报表。',
    en: '{sheets}: {orders} orders have their receiver from the shipping report.',
  },
  'parcels-without-order': {
    zh: '发货报表里有 {parcels} 行的订单不在这些文件里，没有用到。',
    en: '{parcels} rows of the shipping report belong to orders that are in no file; they are not used.',
  },
  'lines-spread': {
    zh: '{orders} 个订单的金额按各商品行分摊。',
    en: 'The amounts of {orders} orders were spread over their lines.',
  },
  'amount-parts': {
    zh: '{orders} 个订单的总金额不等于货款加邮费减优惠；按总金额和实付计。',
    en: 'In {orders} orders the total is not goods plus postage less discount; total and paid amounts count.',
  },
  'no-buyer': {
    zh: '文件里没有买家列：只算订单，不算买家。用 --map buyer=列名 指定买家列。',
    en: 'The files have no buyer column: orders are counted, customers are not. Name the column with --map buyer=COLUMN.',
  },
  'no-buyer-suggest': {
    zh: '{file} 没有认出买家列：只算订单，不算买家。“{header}”像是买家列，可用 --map buyer=列名 指定。',
    en: 'No buyer column was found in {file}: orders are counted, customers are not. {header} looks like one; name it with --map buyer=COLUMN.',
  },
  'no-usable-buyer': {
    zh: '{orders} 个订单都没有可用的买家信息（{masked} 个被打码或加密）：只算订单，不算买家。',
    en: 'None of {orders} orders has a usable buyer ({masked} are masked or encrypted): orders are counted, customers are not.',
  },
  'orders-without-identity': {
    zh: '{of} 个订单中有 {orders} 个没有可用的买家信息（{masked} 个被打码或加密），只计入订单数字。',
    en: '{orders} of {of} orders have no usable buyer ({masked} are masked or encrypted); they are in the numbers of orders only.',
  },
  'masked-names-collide': {
    zh: '有 {names} 个打码的昵称出现在多个订单上，不当作同一位买家。',
    en: '{names} masked names stand on several orders; they are not taken for one customer.',
  },
  'postage-unknown': {
    zh: '{orders} 个订单的邮费未知，没有扣除。',
    en: 'The postage of {orders} orders is unknown and was not taken off.',
  },
} as const satisfies Record<string, Words>;
