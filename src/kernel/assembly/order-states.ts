import { OrderJob } from './order-job';

/** As in model/orders.ts, adapters/rows/rows.ts and adapters/merge/columns.ts. */
export const UNKNOWN: i32 = 1;
export const UNPAID: i32 = 2;
export const DEPOSIT: i32 = 3;
export const PAID: i32 = 4;
export const COMPLETED: i32 = 6;
export const REFUNDED_STAGE: i32 = 7;
export const CLOSED: i32 = 8;
const REFUNDED_REASON: i32 = 2;
const HAS_TIME: i32 = 1;
const STATUS_TELLS: i32 = 64;
export const NO_DAY: i32 = i32.MIN_VALUE;
const SECONDS_A_DAY: f64 = 86_400;

/** Nothing is at most infinite but numbers. */
export function isNone(number: f64): bool {
  return !(number <= Infinity);
}

export function orNothing(number: f64): f64 {
  return isNone(number) || number === 0 ? 0 : number;
}

export function double(column: usize, order: usize): f64 {
  return load<f64>(column + (order << 3));
}

export function byte(column: usize, order: usize): i32 {
  return <i32>load<u8>(column + order);
}

export function dayOf(seconds: f64): i32 {
  return <i32>floor(seconds / SECONDS_A_DAY);
}

/** As `saysRefunded` of adapters/settle/order-money.ts. */
export function saysRefunded(job: OrderJob, order: usize): bool {
  const stage = byte(job.stage, order);
  if (stage === REFUNDED_STAGE) return true;
  if (byte(job.closeReason, order) !== REFUNDED_REASON) return false;
  return stage === CLOSED || isNone(double(job.refund, order));
}

/** As `isUnpaid` of adapters/settle/uncounted.ts. */
export function isUnpaid(job: OrderJob, order: usize): bool {
  const stage = byte(job.stage, order);
  if (stage === UNPAID) return true;
  const has = byte(job.has, order);
  if ((has & HAS_TIME) === 0 || !isNone(double(job.paidAt, order))) return false;
  return (has & STATUS_TELLS) === 0 || stage < PAID || stage === CLOSED;
}
