import type { Minor } from '../model/orders.js';
import { type Day, SECONDS_A_DAY, type Seconds } from '../util/calendar.js';
import type { Random } from '../util/random.js';
import type { Outcome } from './order.js';

/** What became of an order until the end of the last day. */
export interface Course {
  readonly outcome: Outcome;
  readonly paidAt: Seconds | null;
  readonly shippedAt: Seconds | null;
  readonly completedAt: Seconds | null;
  readonly refund: Minor;
}

const NEVER_PAID = 0.075;
const WHOLLY_REFUNDED = 0.05;
const PARTLY_REFUNDED = 0.035;

/**
 * The course of an order: some are never paid (closed after two days), a presale is paid on the festival's first
 * hours, some come back wholly or in part. What lies after `end` has not happened yet.
 */
export function course(random: Random, created: Seconds, total: Minor, festival: Day | null, end: Seconds): Course {
  if (total > 0 && random.chance(NEVER_PAID)) {
    return unpaid(created + 2 * SECONDS_A_DAY > end ? 'waiting' : 'never-paid');
  }
  const paid = festival === null ? created + delay(random, 150) : festival * SECONDS_A_DAY + delay(random, 2400);
  if (paid > end) return unpaid('waiting');
  return afterPayment(random, paid, total, end);
}

function unpaid(outcome: Outcome): Course {
  return { outcome, paidAt: null, shippedAt: null, completedAt: null, refund: 0 };
}

function afterPayment(random: Random, paidAt: Seconds, total: Minor, end: Seconds): Course {
  const shipped = paidAt + 3600 + delay(random, 22 * 3600);
  const completed = shipped + SECONDS_A_DAY + delay(random, 5 * SECONDS_A_DAY);
  const shippedAt = shipped > end ? null : shipped;
  const completedAt = completed > end ? null : completed;
  const fate = total > 0 ? random.unit() : 1;
  if (fate < WHOLLY_REFUNDED) {
    const back = fate < WHOLLY_REFUNDED / 2 ? null : shippedAt;
    return { outcome: 'refunded', paidAt, shippedAt: back, completedAt: null, refund: total };
  }
  const partly = fate < WHOLLY_REFUNDED + PARTLY_REFUNDED && total > 1 && shippedAt !== null;
  const refund = partly ? Math.max(1, Math.floor((total * random.between(5, 60)) / 100)) : 0;
  return { outcome: stage(shippedAt, completedAt), paidAt, shippedAt, completedAt, refund };
}

function stage(shippedAt: Seconds | null, completedAt: Seconds | null): Outcome {
  if (completedAt !== null) return 'completed';
  return shippedAt === null ? 'paid' : 'shipped';
}

/** Whole seconds, at least 3, exponential with this mean, at most 15 means. */
function delay(random: Random, mean: Seconds): Seconds {
  return 3 + Math.floor(Math.min(random.exponential(), 15) * mean);
}
