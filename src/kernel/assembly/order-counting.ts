import { OrderJob } from './order-job';
import { byte, CLOSED, DEPOSIT, double, isUnpaid, NO_DAY, saysRefunded, UNKNOWN } from './order-states';

/** As `uncountedReasons` of model/orders.ts. */
const VALID: u8 = 0;
const NO_TIME: u8 = 1;
const AFTER_AS_OF: u8 = 2;
const UNKNOWN_STATUS: u8 = 3;
const DEPOSIT_ONLY: u8 = 4;
const IS_UNPAID: u8 = 5;
const EXCLUDED: u8 = 6;
const REFUNDED: u8 = 7;
const IS_CLOSED: u8 = 8;
const ZERO_AMOUNT: u8 = 9;

/** Why each order is no sale, as `uncountedReason` of adapters/settle/uncounted.ts. */
export function countOrders(job: OrderJob): void {
  for (let order: usize = 0; order < <usize>job.size; order++) store<u8>(job.uncounted + order, reasonOf(job, order));
}

function reasonOf(job: OrderJob, order: usize): u8 {
  const stage = byte(job.stage, order);
  const day = load<i32>(job.day + (order << 2));
  if (day === NO_DAY) return NO_TIME;
  if (day > job.asOf) return AFTER_AS_OF;
  if (stage === UNKNOWN) return UNKNOWN_STATUS;
  if (stage === DEPOSIT) return DEPOSIT_ONLY;
  if (isUnpaid(job, order)) return IS_UNPAID;
  if (byte(job.excluded, order) !== 0) return EXCLUDED;
  const back = double(job.refunded, order);
  const net = double(job.gross, order) - back;
  const refunded = back > 0 || saysRefunded(job, order);
  if (net === 0 && refunded) return REFUNDED;
  if (stage === CLOSED && !refunded) return IS_CLOSED;
  return net > 0 || (net === 0 && job.keepZero !== 0) ? VALID : ZERO_AMOUNT;
}
