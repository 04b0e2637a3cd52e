import { PurchaseJob } from './purchase-job';

const NONE: i32 = -1;

/** Groups orders by customer, those of one day as one purchase, as model/purchases-by-day.ts does. */
export function purchases(job: PurchaseJob): void {
  sortByCustomer(job);
  const end = job.purchases;
  let found = 0;
  let to: i32 = -1;
  let before: i32 = NONE;
  for (let at: usize = 0; at < <usize>end; at++) {
    const row = int(job.sorted, at);
    const customer = int(job.customerOf, row);
    const day = int(job.dayOf, row);
    const isNew = customer !== before;
    if (isNew || int(job.day, to) !== day) {
      to++;
      set(job.day, to, day);
      store<f64>(job.net + ((<usize>to) << 3), 0);
      set(job.orders, to, 0);
    }
    if (isNew) {
      set(job.customer, found, customer);
      set(job.offsets, found++, to);
      before = customer;
    }
    add(job, to, row);
  }
  job.found = found;
  job.purchases = to + 1;
  set(job.offsets, found, to + 1);
}

/** Adds an order to a purchase; the units of a purchase are unknown where those of an order are. */
function add(job: PurchaseJob, purchase: i32, row: i32): void {
  const net = job.net + ((<usize>purchase) << 3);
  store<f64>(net, load<f64>(net) + load<f64>(job.netOf + ((<usize>row) << 3)));
  const orders = int(job.orders, purchase) + 1;
  set(job.orders, purchase, orders);
  const more = int(job.unitsOf, row);
  const units = orders === 1 ? 0 : int(job.units, purchase);
  set(job.units, purchase, more === NONE || units === NONE ? NONE : units + more);
}

/** The rows that have a customer, customer by customer, to `sorted`; how many, to `purchases`. */
function sortByCustomer(job: PurchaseJob): void {
  const places = job.places;
  for (let at: usize = 0; at < <usize>job.size; at++) {
    const customer = int(job.customerOf, int(job.rows, at));
    if (customer !== NONE) set(places, customer + 1, int(places, customer + 1) + 1);
  }
  for (let customer: i32 = 1; customer <= job.customers; customer++) {
    set(places, customer, int(places, customer) + int(places, customer - 1));
  }
  job.purchases = int(places, job.customers);
  for (let at: usize = 0; at < <usize>job.size; at++) {
    const row = int(job.rows, at);
    const customer = int(job.customerOf, row);
    if (customer === NONE) continue;
    const place = int(places, customer);
    set(job.sorted, place, row);
    set(places, customer, place + 1);
  }
}

function int<Place>(numbers: usize, at: Place): i32 {
  return load<i32>(numbers + ((<usize>at) << 2));
}

function set<Place>(numbers: usize, at: Place, number: i32): void {
  store<i32>(numbers + ((<usize>at) << 2), number);
}
