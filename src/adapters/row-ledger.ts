import type { Counted, RowCounts } from '../model/imported.js';
import { DUPLICATE, fates, USED } from './merge/row-fate.js';

/** Counts and sums that are still being added up. */
export interface Tally {
  count: number;
  amount: number;
}

/** Rows by fate while they are counted; rejected by problem. read = used + duplicate + Σ rejected by construction. */
export class RowLedger {
  readonly used: Tally = { count: 0, amount: 0 };
  readonly duplicate: Tally = { count: 0, amount: 0 };
  readonly rejected = new Map<string, Tally>();

  /** Adds rows of the store by their fate. */
  add(fate: number, rows: Counted): void {
    plus(fate === USED ? this.used : fate === DUPLICATE ? this.duplicate : this.#ofProblem(fates[fate]!), rows);
  }

  /** Adds rows that were rejected before they reached the store. */
  reject(problem: string, { count, amount }: Counted): void {
    plus(this.#ofProblem(problem), { count, amount });
  }

  /** Adds the rows of another ledger. */
  include(other: RowLedger): void {
    plus(this.used, other.used);
    plus(this.duplicate, other.duplicate);
    for (const [problem, tally] of other.rejected) this.reject(problem, tally);
  }

  /** Adds a file that was read once already: all its rows are duplicates. */
  repeat(other: RowLedger): void {
    plus(this.duplicate, other.counts().read);
  }

  /** The counts; read is the sum of the others. */
  counts(): RowCounts {
    const rejected = new Map([...this.rejected].sort(([one], [other]) => (one < other ? -1 : 1)));
    const all = [this.used, this.duplicate, ...rejected.values()];
    const read = { count: 0, amount: 0 };
    for (const tally of all) plus(read, tally);
    return { read, used: { ...this.used }, duplicate: { ...this.duplicate }, rejected };
  }

  #ofProblem(problem: string): Tally {
    const tally = this.rejected.get(problem) ?? { count: 0, amount: 0 };
    this.rejected.set(problem, tally);
    return tally;
  }
}

function plus(into: Tally, { count, amount }: Counted): void {
  into.count += count;
  into.amount += amount;
}
