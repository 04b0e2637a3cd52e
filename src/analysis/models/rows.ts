/**
 * What the models know of a customer: x repeat purchases, tx the time from the first purchase to the last, T the time
 * from the first purchase to the as-of day. All in one unit of time; 0 ≤ tx ≤ T, and tx = 0 where x = 0.
 */
export interface Row {
  readonly x: number;
  readonly tx: number;
  readonly T: number;
}

/** Customers whose (x, tx, T) are equal share a row. Rows are sorted by x, T, tx: no number depends on the order read. */
export interface CustomerRows {
  /** Per row. */
  readonly x: Float64Array;
  readonly tx: Float64Array;
  readonly T: Float64Array;
  /** Customers a row stands for. */
  readonly weight: Float64Array;
  /** Row of every customer, in the order they came. */
  readonly rowOf: Int32Array;
  /** Days in one unit of time: 1, or 7 for weeks. */
  readonly daysInUnit: number;
  readonly customers: number;
  /** Customers with x ≥ 1. */
  readonly repeaters: number;
  /** Σ of the logarithms of the times between consecutive purchases, all customers; null where they are not known. */
  readonly logGaps: number | null;
  /**
   * Σ of the logarithms of how fast time passed at the repeat purchases: what a likelihood in the rows' own time lacks
   * to be one of calendar days. 0 where all days are alike.
   */
  readonly logSpeed: number;
  /** Time from the as-of day to so many days later, in the unit of the rows. */
  readonly ahead: (days: number) => number;
}

/** Customers one by one, before equal ones are put together; times in days. */
export interface CustomerTimes {
  readonly x: ArrayLike<number>;
  readonly tx: ArrayLike<number>;
  readonly T: ArrayLike<number>;
  /** Σ ln(days between consecutive purchases), if known: only regularity is judged by it. */
  readonly logGaps?: number;
  /** See `CustomerRows`; 0 unless given. */
  readonly logSpeed?: number;
}

/**
 * Puts equal customers together; times in days become units of `daysInUnit` days. Linear in the customers, sorting only
 * the distinct rows.
 */
export function customerRows(times: CustomerTimes, daysInUnit = 1): CustomerRows {
  const customers = times.x.length;
  const first: number[] = [];
  const found = distinct(times, first);
  const order = first.map((_, index) => index).sort((one, other) => compare(times, first[one]!, first[other]!));
  const place = new Int32Array(order.length);
  for (const [position, index] of order.entries()) place[index] = position;
  const weight = new Float64Array(order.length);
  const rowOf = found.map((index) => place[index]!);
  for (const row of rowOf) weight[row]!++;
  const column = (values: ArrayLike<number>, unit: number) =>
    Float64Array.from(order, (index) => values[first[index]!]! / unit);
  const x = column(times.x, 1);
  let repeaters = 0;
  let repeats = 0;
  for (let row = 0; row < x.length; row++) {
    if (x[row]! > 0) repeaters += weight[row]!;
    repeats += weight[row]! * x[row]!;
  }
  const logGaps = times.logGaps === undefined ? null : times.logGaps - repeats * Math.log(daysInUnit);
  const tx = column(times.tx, daysInUnit);
  return {
    ...{ x, tx, T: column(times.T, daysInUnit), weight, rowOf, daysInUnit, customers, repeaters, logGaps },
    logSpeed: times.logSpeed ?? 0,
    ahead: (days) => days / daysInUnit,
  };
}

/** The row at an index, for the models' functions of one customer. */
export function rowAt(rows: CustomerRows, index: number): Row {
  return { x: rows.x[index]!, tx: rows.tx[index]!, T: rows.T[index]! };
}

/** For each customer the number of the distinct row; `first` receives the first customer of each. */
function distinct({ x, tx, T }: CustomerTimes, first: number[]): Int32Array {
  const size = 2 ** Math.ceil(Math.log2(2 * x.length + 2));
  const slots = new Int32Array(size).fill(-1);
  const found = new Int32Array(x.length);
  for (let i = 0; i < x.length; i++) {
    let slot = hash(x[i]!, tx[i]!, T[i]!) & (size - 1);
    while (slots[slot] !== -1 && !same(x, tx, T, first[slots[slot]!]!, i)) slot = (slot + 1) & (size - 1);
    if (slots[slot] === -1) slots[slot] = first.push(i) - 1;
    found[i] = slots[slot]!;
  }
  return found;
}

function same(x: ArrayLike<number>, tx: ArrayLike<number>, T: ArrayLike<number>, one: number, other: number): boolean {
  return x[one] === x[other] && tx[one] === tx[other] && T[one] === T[other];
}

/** Days may carry a fraction (times of simulated customers), so a part of it is hashed too. */
function hash(x: number, tx: number, T: number): number {
  const mixed =
    Math.imul((tx * 4096) | 0, 0x85ebca6b) ^ Math.imul((T * 4096) | 0, 0xc2b2ae35) ^ Math.imul(x, 0x9e3779b1);
  return Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) >>> 8;
}

function compare({ x, tx, T }: CustomerTimes, one: number, other: number): number {
  return x[one]! - x[other]! || T[one]! - T[other]! || tx[one]! - tx[other]!;
}
