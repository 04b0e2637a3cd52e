import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { id, money, oneOf, text } from '../../../src/adapters/fields.js';
import { normalHeader, withoutCurrency } from '../../../src/adapters/identify/header.js';
import { runs } from '../../runs.js';

describe('a header name as it is compared', () => {
  test.each([
    ['收货地址 ', '收货地址'],
    ['\ufeff订单编号', '订单编号'],
    ['\t订单付款时间\u00a0', '订单付款时间'],
    ['商品总价（元）', '商品总价(元)'],
    ['商家应收金额(元)（支付金额）', '商家应收金额(元)(支付金额)'],
    ['收货人手机号 / 提货人手机号', '收货人手机号/提货人手机号'],
    ['Order  ID', 'order id'],
    ['ＳＫＵ', 'sku'],
    ['Numéro de commande', 'numéro de commande'],
    ['', ''],
    ['订单\u200b编号', '订单编号'],
  ])('%j is %j', (header, expected) => {
    expect(normalHeader(header)).toBe(expected);
  });

  test.each([
    ['Total Discount(PHP)', 'total discount'],
    ["Products' Price Paid by Buyer (SGD)", "products' price paid by buyer"],
    ['Total (net)', 'total (net)'],
    ['商品总价(元)', '商品总价(元)'],
    ['(USD)', '(usd)'],
  ])('%j names a column of its currency: %j', (header, expected) => {
    expect(withoutCurrency(normalHeader(header))).toBe(expected);
  });

  test('normalising twice changes nothing more', () => {
    const part = fc.constantFrom(' ', '/', '（', '\u3000', '\ufeff', 'A', 'é', '订', '１', '\t', '\u200d');
    const header = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(part).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(header, (name) => {
        expect(normalHeader(normalHeader(name))).toBe(normalHeader(name));
      }),
      runs(5_000),
    );
  });
});

test('a field is its kind and its names', () => {
  expect(id('订单编号')).toEqual({ kind: 'id', headers: ['订单编号'] });
  expect(money('a', 'b').headers).toEqual(['a', 'b']);
  expect(text('c').kind).toBe('text');
  expect(oneOf({ 退款: 'refunded' }, 'd').values).toEqual({ 退款: 'refunded' });
});
