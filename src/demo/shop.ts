import { type Day, dayOf, SECONDS_A_DAY, type Seconds } from '../util/calendar.js';
import { Random, runningTotal } from '../util/random.js';
import { basket } from './basket.js';
import { course } from './course.js';
import { memos, messages } from './messages.js';
import type { DemoOrder } from './order.js';
import { masked, type Person, person, phone, receiver } from './people.js';
import { destination } from './places.js';
import { festivalAfter, ordersByDay } from './season.js';
import { nextVisit, VisitBook } from './visits.js';

/** The demo shop's name; invented, like everybody who buys there. */
export const shopName = '半山听雨茶铺';

/** Which orders of the demo shop are wanted. */
export interface DemoWish {
  /** Exactly so many. */
  readonly orders: number;
  /** A whole number from 0; the same seed gives the same orders. */
  readonly seed: number;
  /** First and last day, both included; 26 months by default. */
  readonly from?: Day;
  readonly to?: Day;
}

/** The days the demo shop sells in, unless others are wished: 26 months with two of every festival. */
export const demoDays = { from: dayOf(2022, 7, 1), to: dayOf(2024, 8, 31) } as const;

const carriers = ['中通快递', '圆通速递', '韵达快递', '顺丰速运', '邮政快递包裹'] as const;

/** Share of the orders whose buyer the platform hides. */
const HIDDEN = 0.015;

/** Orders by hour of the day. */
const hours = runningTotal([9, 5, 3, 2, 1, 1, 2, 5, 11, 17, 20, 19, 18, 18, 17, 17, 17, 16, 16, 19, 25, 29, 26, 17]);

/**
 * The orders of a believable tea shop in the order they were made: a growing shop with waves at the festivals, most
 * customers buying once, the others at rates of their own until they leave (exponential gaps, Gamma(2) rates, Beta(2, 1)
 * dropout: a BG/NBD world with products, seasons and refunds). Each day has its share of the orders; whoever is due
 * comes, new customers fill the rest. Nothing is kept but who is expected when, so memory stays small for any number.
 */
export function* demoOrders({ orders, seed, from = demoDays.from, to = demoDays.to }: DemoWish): Generator<DemoOrder> {
  const perDay = ordersByDay(from, to, orders);
  const book = new VisitBook(to);
  const end = (to + 1) * SECONDS_A_DAY - 1;
  let customers = 0;
  let made = 0;
  for (let day = from; day <= to; day++) {
    const random = new Random(seed, day, 0xda1);
    const times = timesOfDay(random, perDay[day - from] ?? 0);
    const due = book.take(day);
    let used = 0;
    for (let slot = 0; slot < times.length; slot++) {
      const waiting = (due.length - used) / 2;
      const returns = random.unit() * (times.length - slot) < waiting;
      const customer = returns ? due[used]! : customers++;
      const visit = returns ? due[used + 1]! : 0;
      if (returns) used += 2;
      const sold = sale({
        seed,
        customer,
        visit,
        day,
        end,
        created: day * SECONDS_A_DAY + times[slot]!,
        index: made++,
      });
      if (sold.next !== null) book.add(sold.next, customer, visit + 1);
      yield sold.order;
    }
    book.close(day, used);
  }
}

/** Seconds of the day for so many orders, ascending. */
function timesOfDay(random: Random, count: number): Int32Array {
  const times = new Int32Array(count);
  for (let index = 0; index < count; index++) times[index] = random.weighted(hours) * 3600 + random.below(3600);
  return times.sort();
}

interface Visit {
  readonly seed: number;
  readonly customer: number;
  readonly visit: number;
  readonly day: Day;
  readonly end: Seconds;
  readonly created: Seconds;
  readonly index: number;
}

/** One visit: the order, and the day of the next visit if there will be one. */
function sale({ seed, customer, visit, day, end, created, index }: Visit): { order: DemoOrder; next: Day | null } {
  const random = new Random(seed, customer, visit + 1);
  const buyer = person(seed, customer);
  const elsewhere = random.chance(0.07);
  const home = elsewhere ? destination(random) : buyer.home;
  const content = basket(random, buyer, day, visit, home.province);
  const festival = content.total > 0 && random.chance(0.2) ? festivalAfter(day, 18) : null;
  const happened = course(random, created, content.total, festival, end);
  const hidden = random.chance(HIDDEN);
  const sent = happened.shippedAt !== null;
  const named = names(random, buyer, hidden, elsewhere);
  const order: DemoOrder = {
    number: orderNumber(index, customer, random),
    customer,
    buyer: named.buyer,
    maskedBuyer: named.maskedBuyer,
    receiver: named.receiver,
    phone: named.phone,
    destination: home,
    createdAt: created,
    paidAt: happened.paidAt,
    shippedAt: happened.shippedAt,
    completedAt: happened.completedAt,
    outcome: happened.outcome,
    lines: content.lines,
    list: content.list,
    goods: content.goods,
    discount: content.discount,
    postage: content.postage,
    total: content.total,
    refund: happened.refund,
    presale: festival !== null,
    mobile: random.chance(0.9),
    message: random.chance(0.1) ? random.pick(messages) : '',
    memo: random.chance(0.06) ? random.pick(memos) : '',
    carrier: sent ? random.pick(carriers) : '',
    tracking: sent ? `7${String(random.bits()).padStart(10, '0')}${String(index % 10_000).padStart(4, '0')}` : '',
  };
  return { order, next: nextVisit(random, buyer, day, happened.paidAt !== null, content.comesBack) };
}

/** Who the order names. Where the platform hides the buyer, nothing whole is left: no login name, stars for the rest. */
function names(
  random: Random,
  buyer: Person,
  hidden: boolean,
  elsewhere: boolean,
): Pick<DemoOrder, 'buyer' | 'maskedBuyer' | 'receiver' | 'phone'> {
  const to = elsewhere ? receiver(random) : buyer.receiver;
  const call = elsewhere ? phone(random) : buyer.phone;
  const maskedBuyer = masked(buyer.nick);
  if (!hidden) return { buyer: buyer.nick, maskedBuyer, receiver: to, phone: call };
  return { buyer: '', maskedBuyer, receiver: `${[...to][0] ?? ''}**`, phone: '1**********' };
}

/** 19 digits: a rising part of 13, then 6 that come from the buyer, as the real ones have it. */
function orderNumber(index: number, customer: number, random: Random): string {
  const rising = 1_610_000_000_000 + index * 7919 + random.below(7919);
  return `${rising}${String((customer * 7_321 + 100_003) % 1_000_000).padStart(6, '0')}`;
}
