import { OrderJob } from './order-job';
import { dayOf, double, isNone } from './order-states';

/** Writes the lowest and the highest of the times to the first two facts, which hold those of orders before. */
export function timeRange(job: OrderJob): void {
  let first = load<f64>(job.facts);
  let last = load<f64>(job.facts, 8);
  for (let order: usize = 0; order < <usize>job.size; order++) {
    const created = double(job.createdAt, order);
    const paid = double(job.paidAt, order);
    if (created < first) first = created;
    if (created > last) last = created;
    if (paid < first) first = paid;
    if (paid > last) last = paid;
  }
  store<f64>(job.facts, first);
  store<f64>(job.facts, last, 8);
}

/** Marks the days on which orders were created or paid, and counts each order on the last of its days. */
export function dayTally(job: OrderJob): void {
  for (let order: usize = 0; order < <usize>job.size; order++) {
    const latest = max(seenOn(job, double(job.createdAt, order)), seenOn(job, double(job.paidAt, order)));
    if (latest < 0) continue;
    const count = job.lastOn + ((<usize>latest) << 2);
    store<i32>(count, load<i32>(count) + 1);
  }
}

function seenOn(job: OrderJob, time: f64): i32 {
  if (isNone(time)) return -1;
  const day = dayOf(time) - job.firstDay;
  store<u8>(job.seen + <usize>day, 1);
  return day;
}
