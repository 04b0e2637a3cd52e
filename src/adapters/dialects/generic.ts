import type { Dialect } from '../dialect.js';
import { count, id, money, names, oneOf, text, time } from '../fields.js';

/**
 * Any table whose headers are among the names that shops, shop systems and hand-made lists use. It claims only what no
 * platform claims, needs a time or an amount and something that tells an order or a person, takes the first of the names
 * below that is there, and says which column it took for what. One row is one order. Times are taken as written.
 * An amount is taken before refunds; where a total, a paid and a refunded amount stand side by side, the sums tell.
 */
export const generic: Dialect = {
  id: 'generic',
  title: { zh: '通用订单表（按表头识别）', en: 'any order table (columns found by their names)' },
  platform: 'other',
  marks: [],
  not: [],
  grain: 'order',
  splits: true,
  refund: 'paid-is-gross',
  clock: '',
  currency: 'CNY',
  fields: {
    order: id(
      ...names(`
      主订单编号 · 主订单号 · 订单编号 · 订单号 · 线上订单号 · 原始线上订单号 · 原始单号 · 平台订单号 · 淘宝订单编号 · 销售订单号 · 有赞订单号 · 订单ID · 交易编号 ·
      父订单 · Order ID · Order Number · orderNumber · amazon-order-id · order-id · order_id · Bestellnummer ·
      Numéro de commande · No. Pesanan · หมายเลขคำสั่งซื้อ`),
    ),
    line: id(
      ...names(`
      子订单编号 · 子订单号 · 线上子订单编号 · 原始子单号 · 子单原始单号 · 商品单号 · 子订单 · orderItemId · order-item-id`),
    ),
    buyer: id(
      ...names(`
      买家会员名 · 买家昵称 · 买家会员昵称 · 下单帐号 · 下单账号 · 客户网名 · 网名 · 用户昵称 · 买家账号 · 会员名 · 用户编号 · 客户编码 · Email ·
      Buyer Username · Buyer User ID · Buyer · Username (Buyer) · buyer-email · Email (Billing) ·
      customer_id · Customer ID · CustomerID`),
    ),
    account: text('买家支付宝账号', '邮箱地址'),
    phone: text(
      ...names(`
      联系手机 · 收件人手机号 · 收货人手机号/提货人手机号 · 收件人手机 · 收货人电话 · 收件人电话 · 收件人/提货人手机号 · 买家手机号 · 手机号 · 手机 · 用户购买手机号 ·
      联系电话 · 电话 · 顾客联系方式 · Phone · Shipping Phone · Billing Phone · Phone (Billing) · Phone Number ·
      Ship To Phone · buyer-phone-number`),
    ),
    receiver: text(
      ...names(`
      收货人姓名 · 收件人姓名 · 收件人 · 收货人 · 收货人/提货人 · 收件人/提货人姓名 · 客户姓名 · 顾客姓名 · 姓名 · Shipping Name · Full Name ·
      Ship Name · Ship To Name · recipient-name · Receiver Name`),
    ),
    address: text(
      ...names(`
      修改后的收货地址 · 收货地址 · 详细地址 · 详细收货地址/提货地址 · 收件人地址 · 客户地址 · 收货详细地址 · 收货/提货详细地址 · 地址 · 送货地址 · 收件地址 ·
      Shipping Address1 · Street 1 · Address 1&2 (Shipping) · ship-address-1`),
    ),
    province: text(
      ...names(`
      省 · 省份 · 收货人省份 · 收货地址-省 · 收货省 · Shipping Province Name · Shipping Province · Ship State ·
      ship-state · State Code (Shipping)`),
    ),
    city: text('市', '城市', '收货人城市', '收货地址-市', 'Shipping City', 'Ship City', 'ship-city', 'City (Shipping)'),
    district: text('区', '区县', '收货人地区', '收货地址-区'),
    created: time(
      ...names(`
      订单创建时间 · 下单时间 · 订单提交时间 · 订单下单时间 · 订单成交时间 · 订单日期 · 交易时间 · 买家下单时间 · Created at · Sale Date ·
      Order Date · purchase-date · Order Creation Date · createTime · Verkauft am · Date de vente`),
    ),
    time: time(
      ...names(`
      订单付款时间 · 支付完成时间 · 支付时间 · 付款时间 · 买家付款时间 · 订单支付时间 · 付款确认时间 · 付款日期 · Paid at · Date Paid ·
      Paid On Date · payments-date · Order Paid Time · Zahlungsdatum`),
    ),
    shipped: time(
      ...names(`
      发货时间 · 订单发货时间 · 发货日期 · Fulfilled at · Date Shipped · Shipped On Date · Ship Time`),
    ),
    completed: time('确认收货时间', '订单完成时间', '交易成功时间', '订单确认收货时间'),
    total: money(
      ...names(`
      总金额 · 订单金额 · 应收订单金额 · 商品总价(元) · 货品总价(元) · 订单应付金额 · 用户应付金额(元) · Total · Order Total · Order Value ·
      Order Total Amount · Total Price`),
    ),
    goods: money('买家应付货款', '商品金额合计', '商品金额', 'Subtotal', 'Order Subtotal Amount', 'item-price'),
    postage: money(
      ...names(`
      买家应付邮费 · 运费 · 邮费(元) · 运费(元) · 快递费 · 运费金额 · 订单运费 · 邮费 · Shipping · Shipping And Handling ·
      Postage And Handling · Order Shipping Amount · shipping-price`),
    ),
    discount: money(
      ...names(`
      优惠总金额 · 店铺优惠合计 · 订单总优惠 · Discount Amount · Cart Discount Amount · item-promotion-discount`),
    ),
    paid: money(
      ...names(`
      买家实际支付金额 · 买家实付金额 · 用户实付金额(元) · 订单实付金额 · 订单实际支付金额 · 实付款 · 实付款(元) · 实付金额 · 订单支付金额 · 买家实付 · 已付金额 ·
      支付金额 · Total Buyer Payment`),
    ),
    refund: money(
      ...names(`
      退款金额 · 订单已退款金额 · 商品已退款金额 · 买家退款金额 · 退款金额(元) · 订单退款 · Refunded Amount · Order Refund Amount`),
    ),
    received: money(
      ...names(`
      打款商家金额 · 确认收货打款金额 · 商家实收金额(元) · 商家应收金额(元)(支付金额) · 商家应收 · 结算金额 · 订单实收金额 · 订单实际收款金额 · 商家收入金额 · Order Net`),
    ),
    quantity: count(
      ...names(`
      购买数量 · 商品数量 · 商品数量(件) · 订购数量 · SKU件数 · 成交数量 · 商品件数 · 数量 · 销售数量 · 宝贝总数量 · Quantity ·
      quantity-purchased · Number of Items`),
    ),
    title: text(
      ...names(`
      商品标题 · 宝贝标题 · 标题 · 商品名称 · 选购商品 · 商品 · 货品标题 · 全部商品名称 · SKU名称 · 线上商品名 · Item Name · Item Title ·
      Product Name · product-name`),
    ),
    sku: text(
      ...names(`
      商品属性 · 商品规格 · 宝贝规格 · 颜色规格 · 颜色及规格 · 商品型号 · SKU规格 · 商品属性SKU · 套餐信息 · Variations · Variation Name ·
      Product Variation · Variation Details`),
    ),
    productCode: text(
      ...names(`
      商家编码 · 外部系统编号 · 商家编码-规格维度 · 商家编码-商品维度 · SKU编码(自定义) · SKU编码 · 商品编码 · 货号 · 款号 · 条形码 · SKU ·
      Custom Label · SKU Reference No. · sellerSku`),
    ),
    product: text('商品ID', '宝贝ID', '样式ID', '规格ID', 'Offer ID', 'asin', 'Item Number', 'Listing ID'),
    price: money(
      ...names(`
      商品价格 · 价格 · 商品单价 · 单价(元) · 京东价 · 商品价格(单件) · Price · Item Cost · Deal Price`),
    ),
    status: oneOf({}, '订单状态', '状态', '交易状态', '线上状态', 'Order Status', 'order-status', 'Status'),
    refundStatus: oneOf(
      {
        没有申请退款: 'none',
        无售后: 'none',
        无售后或售后取消: 'none',
        退款关闭: 'none',
        退款成功: 'refunded',
        '退款成功(全额退款)': 'refunded',
        '退款成功(部分退款)': 'other',
      },
      ...names('退款状态 · 售后状态 · 订单退款状态 · 商品退款状态 · 履约/售后状态 · 商品售后 · Return/Refund Status'),
    ),
    closeReason: oneOf(
      { 订单未关闭: 'none', 买家未付款: 'never-paid', 退款: 'refunded' },
      '订单关闭原因',
      '取消原因',
      'Cancel reason',
    ),
    platform: text('订单来源', '平台站点', '平台', 'APP渠道', '渠道', '销售渠道', 'Source', 'sales-channel', 'Channel'),
    shop: text('店铺名称', '店铺', '店铺名', '归属店铺', '店铺Id', 'Shop'),
    memo: text('商家备注', '订单备注', '商家备忘', '卖家备注', '客服备注', 'Notes', 'Customer Note'),
    currency: text('Currency', '币种', '货币'),
  },
  statuses: {
    等待买家付款: 'unpaid',
    待付款: 'unpaid',
    未付款: 'unpaid',
    等待付款: 'unpaid',
    定金已付: 'deposit',
    '买家已付款,等待卖家发货': 'paid',
    已付款: 'paid',
    待发货: 'paid',
    等待出库: 'paid',
    等待发货: 'paid',
    卖家部分发货: 'shipped',
    '卖家已发货,等待买家确认': 'shipped',
    已发货: 'shipped',
    '已发货,待收货': 'shipped',
    '已发货,待签收': 'shipped',
    待收货: 'shipped',
    等待确认收货: 'shipped',
    已收货: 'completed',
    已签收: 'completed',
    待评价: 'completed',
    已结算: 'completed',
    已完成: 'completed',
    完成: 'completed',
    交易完成: 'completed',
    交易成功: 'completed',
    交易关闭: 'closed',
    已关闭: 'closed',
    已取消: 'closed',
    '付款以后用户退款成功,交易自动关闭': 'refunded',
    退款成功: 'refunded',
    已退款: 'refunded',
    paid: 'paid',
    processing: 'paid',
    shipped: 'shipped',
    completed: 'completed',
    delivered: 'completed',
    pending: 'unpaid',
    unpaid: 'unpaid',
    cancelled: 'closed',
    canceled: 'closed',
    refunded: 'refunded',
  },
};
