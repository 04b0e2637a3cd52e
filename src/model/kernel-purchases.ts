import { asked } from '../kernel/asked.js';
import { purchaseJob } from '../kernel/functions.js';
import { Job } from '../kernel/job.js';
import type { Kernel } from '../kernel/kernel.js';
import type { Kernels } from '../kernel/kernels.js';
import type { History } from './history.js';
import type { OrderTable } from './orders.js';

const INT = 4;
const DOUBLE = 8;
/** With more orders the kernel is not quicker. */
const MANY = 1 << 17;

/** As `purchasesByDay`, by the kernel; null where it cannot be asked. */
export function purchasesInKernel(
  orders: OrderTable,
  rows: Int32Array,
  lent?: Kernels,
): Omit<History, 'purchaseRule'> | null {
  if (orders.size > MANY) return null;
  const customers = orders.texts.customer.size;
  const needed = orders.size * (3 * INT + DOUBLE) + rows.length * (6 * INT + DOUBLE) + customers * 3 * INT + 2048;
  return asked(
    needed,
    (kernel) => {
      const job = new Job(kernel, purchaseJob);
      const room = (place: number, bytes: number) => {
        job.set(place, kernel.take(bytes));
        return job.get(place);
      };
      const ints = (place: number, numbers: Int32Array) =>
        kernel.ints.set(numbers, room(place, numbers.byteLength) / INT);
      ints(purchaseJob.rows, rows);
      ints(purchaseJob.customerOf, orders.customer);
      ints(purchaseJob.dayOf, orders.day);
      ints(purchaseJob.unitsOf, orders.units);
      kernel.doubles.set(orders.net, room(purchaseJob.netOf, orders.net.byteLength) / DOUBLE);
      const places = room(purchaseJob.places, (customers + 1) * INT);
      kernel.bytes.fill(0, places, places + (customers + 1) * INT);
      for (const place of [purchaseJob.sorted, purchaseJob.day, purchaseJob.orders, purchaseJob.units]) {
        room(place, rows.length * INT);
      }
      room(purchaseJob.net, rows.length * DOUBLE);
      for (const place of [purchaseJob.customer, purchaseJob.offsets]) room(place, (customers + 1) * INT);
      job.set(purchaseJob.size, rows.length);
      job.set(purchaseJob.customers, customers);
      kernel.functions.purchases(job.place);
      return made(kernel, job);
    },
    lent,
  );
}

function made({ doubles }: Kernel, job: Job): Omit<History, 'purchaseRule'> {
  const customers = job.get(purchaseJob.found);
  const purchases = job.get(purchaseJob.purchases);
  const net = job.get(purchaseJob.net) / DOUBLE;
  const list = (place: number, count: number) => job.list(place, count).slice();
  return {
    customers,
    customer: list(purchaseJob.customer, customers),
    offsets: list(purchaseJob.offsets, customers + 1),
    day: list(purchaseJob.day, purchases),
    net: doubles.slice(net, net + purchases),
    orders: list(purchaseJob.orders, purchases),
    units: list(purchaseJob.units, purchases),
  };
}
