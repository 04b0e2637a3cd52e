import type { Issue, IssueLog } from '../../model/issue.js';

/** How many issues keep their place and wording; all are counted. */
const KEPT = 1000;

/** Gathers the issues of an import in reading order: exact counts by problem, the first ones whole. */
export class IssueCollector {
  #count = 0;
  readonly #byProblem = new Map<string, number>();
  readonly #first: Issue[] = [];

  constructor(private readonly kept = KEPT) {}

  /** Counts an issue; `make` is only called while issues are still kept whole. */
  add(problem: string, make: () => Omit<Issue, 'problem'>): void {
    this.#count++;
    this.#byProblem.set(problem, (this.#byProblem.get(problem) ?? 0) + 1);
    if (this.#first.length < this.kept) this.#first.push({ problem, ...make() });
  }

  /** What has been gathered so far, to go back to. */
  mark(): IssueLog {
    return this.log();
  }

  /** Forgets everything since the mark: what was read since turned out to be unusable as a whole. */
  rollback(mark: IssueLog): void {
    this.#count = mark.count;
    this.#byProblem.clear();
    for (const [problem, count] of mark.byProblem) this.#byProblem.set(problem, count);
    this.#first.length = mark.first.length;
  }

  /** Adds what another collector gathered. */
  include({ count, byProblem, first }: IssueLog): void {
    this.#count += count;
    for (const [problem, more] of byProblem) this.#byProblem.set(problem, (this.#byProblem.get(problem) ?? 0) + more);
    this.#first.push(...first.slice(0, Math.max(0, this.kept - this.#first.length)));
  }

  log(): IssueLog {
    const sorted = [...this.#byProblem].sort(([one], [other]) => (one < other ? -1 : 1));
    return { count: this.#count, byProblem: new Map(sorted), first: [...this.#first] };
  }
}
