import type { SpendRows } from './gamma-gamma-likelihood.js';
import type { RepeatSpend } from './inputs.js';

/** The repeat buyers as the spend model sees them. */
export interface Spenders {
  readonly rows: SpendRows;
  /** The same with means rounded to a few per cent: the ground on which the starts are tried. */
  readonly rough: SpendRows;
  readonly repeaters: number;
  /** Mean of the customers' means: what the rows' means were divided by. */
  readonly scale: number;
  readonly median: number;
  /** Pearson correlation of x and mean; null where one of them does not vary. */
  readonly correlation: number | null;
}

/** Collects the customers with x ≥ 1, equal ones together, sorted: no number depends on the order read. */
export function spenders({ x, mean }: RepeatSpend): Spenders {
  const counts: Counts = new Map();
  const all: number[] = [];
  for (let customer = 0; customer < x.length; customer++) {
    if (x[customer]! < 1) continue;
    count(counts, x[customer]!, mean[customer]!, 1);
    all.push(mean[customer]!);
  }
  const sorted = Float64Array.from(all).sort();
  const scale = sorted.reduce((sum, one) => sum + one, 0) / Math.max(1, sorted.length);
  const rows = rowsOf(counts, scale);
  return {
    rows,
    rough: roughOf(rows),
    repeaters: all.length,
    scale,
    median: medianOf(sorted),
    correlation: correlationOf(rows),
  };
}

/** Customers by x and mean. */
type Counts = Map<number, Map<number, number>>;

function count(counts: Counts, x: number, mean: number, customers: number): void {
  const ofX = counts.get(x) ?? new Map<number, number>();
  counts.set(x, ofX);
  ofX.set(mean, (ofX.get(mean) ?? 0) + customers);
}

/** With so few rows a rough copy saves nothing. */
const WORTH = 600;

/** Means to the next of 16 steps of e. */
function roughOf(rows: SpendRows): SpendRows {
  if (rows.mean.length <= WORTH) return rows;
  const counts: Counts = new Map();
  for (const [row, mean] of rows.mean.entries()) {
    count(counts, rows.xs[rows.x[row]!]!, Math.exp(Math.round(16 * Math.log(mean)) / 16), rows.weight[row]!);
  }
  return rowsOf(counts, 1);
}

function rowsOf(counts: Counts, scale: number): SpendRows {
  const xs = Float64Array.from(counts.keys()).sort();
  const weightOfX = new Float64Array(xs.length);
  const x: number[] = [];
  const means: number[] = [];
  const weight: number[] = [];
  for (const [place, one] of xs.entries()) {
    for (const [mean, customers] of [...counts.get(one)!].sort(([a], [b]) => a - b)) {
      x.push(place);
      means.push(mean / scale);
      weight.push(customers);
      weightOfX[place]! += customers;
    }
  }
  return { xs, weightOfX, x: Int32Array.from(x), mean: Float64Array.from(means), weight: Float64Array.from(weight) };
}

/** the middle value, or the mean of the two in the middle. */
function medianOf(sorted: Float64Array): number {
  const middle = (sorted.length - 1) / 2;
  return sorted.length === 0 ? 0 : (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
}

function correlationOf({ xs, x, mean, weight }: SpendRows): number | null {
  let [n, sumX, sumM] = [0, 0, 0];
  for (let row = 0; row < x.length; row++) {
    n += weight[row]!;
    sumX += weight[row]! * xs[x[row]!]!;
    sumM += weight[row]! * mean[row]!;
  }
  let [xx, mm, xm] = [0, 0, 0];
  for (let row = 0; row < x.length; row++) {
    const dx = xs[x[row]!]! - sumX / n;
    const dm = mean[row]! - sumM / n;
    xx += weight[row]! * dx * dx;
    mm += weight[row]! * dm * dm;
    xm += weight[row]! * dx * dm;
  }
  if (!(xx > 1e-12 * n && mm > 1e-12 * n)) return null;
  return Math.max(-1, Math.min(1, xm / Math.sqrt(xx * mm)));
}
