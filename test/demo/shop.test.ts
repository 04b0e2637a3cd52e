import { describe, expect, test } from 'vitest';
import type { DemoOrder } from '../../src/demo/order.js';
import { demoDays, demoOrders } from '../../src/demo/shop.js';
import { dayOf, dayOfSeconds, monthOf, SECONDS_A_DAY } from '../../src/util/calendar.js';

const orders = [...demoOrders({ orders: 20_000, seed: 7 })];
const valid = orders.filter(({ paidAt, total, refund }) => paidAt !== null && total > refund);

describe('the demo shop', () => {
  test.each([0, 1, 7, 620])('makes exactly %i orders', (wished) => {
    expect([...demoOrders({ orders: wished, seed: 3 })]).toHaveLength(wished);
  });

  test('makes the same orders of the same seed, and others of another', () => {
    const made = (seed: number) => JSON.stringify([...demoOrders({ orders: 300, seed })]);
    expect(made(5)).toBe(made(5));
    expect(made(5)).not.toBe(made(6));
    expect(made(5)).not.toBe(made(5 + 2 ** 32));
  });

  test('keeps to the days that are wished', () => {
    const [from, to] = [dayOf(2024, 2, 28), dayOf(2024, 3, 2)];
    const days = [...demoOrders({ orders: 400, seed: 1, from, to })].map(({ createdAt }) => dayOfSeconds(createdAt));
    expect([...new Set(days)]).toEqual([from, from + 1, from + 2, to]);
  });

  test('numbers its orders with 19 digits, each once, in the order they were made', () => {
    expect(new Set(orders.map(({ number }) => number)).size).toBe(orders.length);
    expect(orders.every(({ number }) => /^[1-9]\d{18}$/.test(number))).toBe(true);
    expect(orders.every(({ createdAt }, index) => index === 0 || createdAt >= orders[index - 1]!.createdAt)).toBe(true);
  });

  test('two of three customers or more buy once, some come back again and again', () => {
    const purchases = countBy(valid, ({ customer }) => customer);
    const counts = [...purchases.values()];
    const once = counts.filter((count) => count === 1).length / counts.length;
    expect(once).toBeGreaterThan(0.65);
    expect(once).toBeLessThan(0.75);
    expect(Math.max(...counts)).toBeGreaterThan(8);
  });

  test('most come back within months, a few after more than a year', () => {
    const gaps = gapsBetweenDays(valid);
    expect(gaps.length).toBeGreaterThan(2000);
    expect(gaps[Math.floor(gaps.length / 2)]).toBeGreaterThan(20);
    expect(gaps[Math.floor(gaps.length / 2)]).toBeLessThan(90);
    expect(gaps.at(-1)).toBeGreaterThan(365);
  });

  test('grows, and lives with the festivals', () => {
    const perDay = countBy(orders, ({ createdAt }) => dayOfSeconds(createdAt));
    const sold = (year: number, month: number, day: number) => perDay.get(dayOf(year, month, day)) ?? 0;
    const usual = [...perDay.values()].sort((a, b) => a - b)[Math.floor(perDay.size / 2)]!;
    expect(sold(2022, 11, 11)).toBeGreaterThan(4 * usual);
    expect(sold(2023, 11, 11)).toBeGreaterThan(6 * usual);
    expect(sold(2024, 6, 18)).toBeGreaterThan(4 * usual);
    expect(sold(2024, 2, 10)).toBeLessThan(usual / 2);
    const perMonth = countBy(orders, ({ createdAt }) => monthOf(dayOfSeconds(createdAt)));
    expect(perMonth.size).toBe(26);
    expect(perMonth.get(monthOf(demoDays.to))!).toBeGreaterThan(2 * perMonth.get(monthOf(demoDays.from))!);
  });

  test('every amount adds up', () => {
    for (const { list, discount, goods, postage, total, refund, paidAt, lines } of orders) {
      expect(lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0)).toBe(list);
      expect([list - discount, goods + postage]).toEqual([goods, total]);
      expect(goods >= 0 && refund >= 0 && refund <= total && (paidAt !== null || refund === 0)).toBe(true);
    }
  });

  test('what happens to an order happens in order, and not after the last day', () => {
    const end = (demoDays.to + 1) * SECONDS_A_DAY;
    for (const { createdAt, paidAt, shippedAt, completedAt, outcome } of orders) {
      const moments = [createdAt, paidAt, shippedAt, completedAt].filter((moment) => moment !== null);
      expect(moments).toEqual([...moments].sort((a, b) => a - b));
      expect(moments.every((moment) => moment < end)).toBe(true);
      expect(outcome === 'completed').toBe(completedAt !== null);
      expect(outcome === 'waiting' || outcome === 'never-paid').toBe(paidAt === null);
    }
  });

  test('has every kind of order: unpaid, refunded in part and wholly, presale, free, on its way, of hidden buyers', () => {
    const share = (wanted: (order: DemoOrder) => boolean) => orders.filter(wanted).length / orders.length;
    expect(share(({ outcome }) => outcome === 'never-paid')).toBeCloseTo(0.075, 2);
    expect(share(({ outcome }) => outcome === 'refunded')).toBeCloseTo(0.045, 2);
    expect(share(({ refund, total }) => refund > 0 && refund < total)).toBeCloseTo(0.03, 2);
    expect(share(({ total }) => total === 0)).toBeGreaterThan(0.002);
    expect(share(({ presale }) => presale)).toBeGreaterThan(0.01);
    expect(share(({ outcome }) => outcome === 'shipped')).toBeGreaterThan(0.003);
    expect(share(({ buyer }) => buyer === '')).toBeCloseTo(0.015, 2);
  });

  test('a login name is of one customer alone, and a hidden buyer leaves nothing whole', () => {
    const owners = new Map<string, number>();
    for (const { buyer, customer, phone, receiver, maskedBuyer } of orders) {
      expect(maskedBuyer).toContain('**');
      if (buyer === '') expect([phone, receiver.slice(-2)]).toEqual(['1**********', '**']);
      else expect(owners.get(buyer) ?? customer).toBe(customer);
      if (buyer !== '') owners.set(buyer, customer);
    }
  });

  test('nobody in it is real: every phone is of the invented range', () => {
    expect(orders.every(({ phone }) => /^1390000\d{4}$|^1\*{10}$/.test(phone))).toBe(true);
  });
});

function countBy<Key>(list: readonly DemoOrder[], key: (order: DemoOrder) => Key): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const order of list) counts.set(key(order), (counts.get(key(order)) ?? 0) + 1);
  return counts;
}

function gapsBetweenDays(list: readonly DemoOrder[]): number[] {
  const last = new Map<number, number>();
  const gaps: number[] = [];
  for (const { customer, createdAt } of list) {
    const day = dayOfSeconds(createdAt);
    const before = last.get(customer);
    if (before !== undefined && before !== day) gaps.push(day - before);
    last.set(customer, day);
  }
  return gaps.sort((a, b) => a - b);
}
