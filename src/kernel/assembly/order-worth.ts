import { OrderJob } from './order-job';
import {
  byte,
  CLOSED,
  DEPOSIT,
  dayOf,
  double,
  isNone,
  isUnpaid,
  NO_DAY,
  orNothing,
  saysRefunded,
  UNKNOWN,
} from './order-states';

/** What `paid` means: other values are of a third kind. */
const PAID_IS_NET: i32 = 1;
const NO_REFUNDS: i32 = 2;

/** As `findings` of adapters/settle/order-money.ts. */
const STATED: u8 = 0;
const NO_AMOUNT: u8 = 1;
const TOTAL_AS_PAID: u8 = 2;
const WHOLE_REFUND: u8 = 3;
const REFUND_FROM_TOTAL: u8 = 4;
const HAS_PAID: i32 = 2;

/** What `moneyOf` found last. */
let gross: f64 = 0;
let refunded: f64 = 0;

/** Day and money of each order, as `worthOf` of adapters/settle/worth.ts. */
export function worthOrders(job: OrderJob): void {
  for (let order: usize = 0; order < <usize>job.size; order++) {
    const paidAt = double(job.paidAt, order);
    const time = isNone(paidAt) ? double(job.createdAt, order) : paidAt;
    const day = isNone(time) ? NO_DAY : dayOf(time);
    store<i32>(job.day + (order << 2), day);
    const found = moneyOf(job, order);
    if (job.excludePostage !== 0) takeOff(double(job.postage, order));
    store<f64>(job.gross + (order << 3), gross);
    store<f64>(job.refunded + (order << 3), refunded);
    store<u8>(job.found + order, found);
    store<u8>(job.lacking + order, found === NO_AMOUNT && needsAmount(job, order, day) ? 1 : 0);
  }
}

function moneyOf(job: OrderJob, order: usize): u8 {
  const meaning = byte(job.meanings, <usize>load<i32>(job.paidSheet + (order << 2)));
  const refund = orNothing(double(job.refund, order));
  const back = refund === 0 && saysRefunded(job, order);
  const total = double(job.total, order);
  const paid = double(job.paid, order);
  if (isNone(paid)) return withoutPaid(total, refund, back, (byte(job.has, order) & HAS_PAID) === 0);
  if (refund > 0 && meaning === NO_REFUNDS) return money(paid, refund, WHOLE_REFUND);
  if (!back) return money(meaning === PAID_IS_NET ? paid + refund : paid, refund, STATED);
  if (paid === 0 && meaning === PAID_IS_NET && total > 0) return money(total, total, REFUND_FROM_TOTAL);
  return money(paid, paid, paid === 0 ? STATED : WHOLE_REFUND);
}

function withoutPaid(total: f64, refund: f64, back: bool, noColumn: bool): u8 {
  if (!isNone(total) && (noColumn || back)) {
    return money(total, back ? total : refund, noColumn ? TOTAL_AS_PAID : REFUND_FROM_TOTAL);
  }
  return refund > 0 ? money(refund, refund, STATED) : money(0, 0, NO_AMOUNT);
}

function money(paid: f64, back: f64, found: u8): u8 {
  gross = paid;
  refunded = back;
  return found;
}

function takeOff(postage: f64): void {
  if (!(postage > 0)) return;
  const net = less(gross - refunded, postage);
  gross = less(gross, postage);
  refunded = gross - net;
}

function less(amount: f64, postage: f64): f64 {
  return amount > 0 ? max<f64>(0, amount - postage) : amount;
}

function needsAmount(job: OrderJob, order: usize, day: i32): bool {
  const stage = byte(job.stage, order);
  return day !== NO_DAY && stage !== UNKNOWN && stage !== DEPOSIT && stage !== CLOSED && !isUnpaid(job, order);
}
