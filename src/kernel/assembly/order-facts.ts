import { OrderJob } from './order-job';
import { byte, COMPLETED, DEPOSIT, double, isNone, isUnpaid, orNothing, PAID } from './order-states';

const PAID_IS_NET: i32 = 1;
const HAS_PAID: i32 = 2;
const HAS_REFUND: i32 = 4;
const NO_STATUS: i32 = 0;
const IS_UNPAID: i32 = 5;

/** Numbers of 64 bits, by their place among the facts; from FOUND on there is one for each finding. */
const CHECKED: usize = 0;
const HOLDS: usize = 1;
const UNLIKE: usize = 2;
const ODD: usize = 3;
const TIMELESS: usize = 4;
const TIMELESS_AMOUNT: usize = 5;
const FOUND: usize = 6;

/** Adds up what is said of orders; see `OrderFacts` of adapters/settle/order-facts.ts. */
export function addFacts(job: OrderJob): void {
  for (let order: usize = 0; order < <usize>job.size; order++) {
    plus(job, FOUND + <usize>byte(job.found, order), 1);
    const gross = double(job.gross, order);
    const refunded = double(job.refunded, order);
    if (gross < 0 || refunded < 0 || refunded > gross) plus(job, ODD, 1);
    if (isUnlike(job, order)) plus(job, UNLIKE, 1);
    if (byte(job.uncounted, order) === IS_UNPAID) addTimeless(job, order, gross - refunded);
    addEvidence(job, order);
  }
}

function plus(job: OrderJob, fact: usize, number: f64): void {
  const place = job.facts + (fact << 3);
  store<f64>(place, load<f64>(place) + number);
}

function isUnlike(job: OrderJob, order: usize): bool {
  const off = double(job.total, order) - double(job.goods, order) - orNothing(double(job.postage, order));
  if (!(abs(off) > 1)) return false;
  const less = orNothing(double(job.discount, order));
  return abs(off + less) > 1 && abs(off - less) > 1;
}

function addTimeless(job: OrderJob, order: usize, net: f64): void {
  const stage = byte(job.stage, order);
  const told = stage === NO_STATUS || (stage >= PAID && stage <= COMPLETED);
  if (!told || net <= 0 || (byte(job.has, order) & HAS_PAID) === 0) return;
  plus(job, TIMELESS, 1);
  if (load<i32>(job.currency + (order << 2)) === job.mainCurrency) plus(job, TIMELESS_AMOUNT, net);
}

function addEvidence(job: OrderJob, order: usize): void {
  const without = double(job.total, order) - double(job.paid, order);
  if (isNone(without) || isUnpaid(job, order)) return;
  const refund = double(job.refund, order);
  const sheet = load<i32>(job.paidSheet + (order << 2));
  const isChecked = byte(job.stage, order) !== DEPOSIT && (byte(job.has, order) & HAS_REFUND) !== 0;
  if (isChecked && byte(job.meanings, <usize>sheet) === PAID_IS_NET) {
    plus(job, CHECKED, 1);
    if (abs(without - orNothing(refund)) <= 1) plus(job, HOLDS, 1);
  }
  if (!(refund > 1)) return;
  const evidence = job.evidence + <usize>(sheet * 12);
  store<i32>(evidence, load<i32>(evidence) + 1);
  if (abs(without - refund) <= 1) store<i32>(evidence, load<i32>(evidence, 4) + 1, 4);
  if (abs(without) <= 1) store<i32>(evidence, load<i32>(evidence, 8) + 1, 8);
}
