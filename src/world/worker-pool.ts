import { Worker } from 'node:worker_threads';
import type { LentMemory, Workers } from '../adapters/sources.js';
import { cleanup } from './cleanup.js';
import { systemCode } from './read-failure.js';
import { readHere } from './steady-file.js';
import type { FromWorker, ToWorker } from './worker-side.js';

/** How many threads there may be, and what they run. */
export interface PoolOptions {
  /** URL of the compiled entry point. */
  readonly entry: URL;
  readonly leastBytes: number;
  readonly threads: (largestBytes: number) => number;
}

/** A job that waits or is being done. */
interface Work {
  readonly job: unknown;
  lent: LentMemory | null;
  readonly onNews: (news: unknown) => void;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** A thread, what it is doing and will do next, and the processes it has started. */
interface Hand {
  readonly worker: Worker;
  readonly children: Set<number>;
  readonly works: Work[];
}

/** Jobs a thread is given at once: it need not wait for the next while this thread is busy. */
const GIVEN = 2;

/** The answers to a program that has too many files or threads, or too little memory, for one more thread. */
const refusals = new Set([
  ...['ERR_WORKER_INIT_FAILED', 'ERR_WORKER_OUT_OF_MEMORY'],
  ...['EMFILE', 'ENFILE', 'EAGAIN', 'ENOMEM'],
]);

/** Threads that are started when there is work; each does one job at a time, the first come is the first served. */
export class WorkerPool implements Workers {
  readonly leastBytes: number;
  readonly threads: (largestBytes: number, isHere?: boolean) => number;
  readonly #waiting: Work[] = [];
  readonly #hands = new Set<Hand>();
  /** As many as were asked for last: files of one size, threads of one number. */
  #most = 1;
  /** The system gives no more threads. */
  #refused = false;

  constructor(private readonly options: PoolOptions) {
    this.leastBytes = options.leastBytes;
    this.threads = (largestBytes, isHere = false) => {
      const threads = options.threads(largestBytes);
      this.#most = Math.max(1, isHere ? threads - 1 : threads);
      return threads;
    };
    cleanup.add(() => {
      for (const hand of this.#hands) endChildren(hand);
    });
  }

  run(job: unknown, onNews: (news: unknown) => void, lent: LentMemory | null = null): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ job, lent, onNews, resolve, reject });
      this.#next();
    });
  }

  /** Threads there are now. */
  get size(): number {
    return this.#hands.size;
  }

  /** Starts the threads that will read files of these sizes beside this one: the first job need not wait for that. */
  prepare(sizes: readonly number[]): void {
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    const largest = sizes.reduce((most, size) => Math.max(most, size), 0);
    if (sizes.length < 2 || bytes < this.leastBytes || this.threads(largest, true) < 2) return;
    const wanted = Math.min(this.#most, sizes.length - 1);
    while (this.#hands.size < wanted && !this.#refused) this.#start();
  }

  async close(): Promise<void> {
    this.#waiting.length = 0;
    const hands = [...this.#hands];
    this.#hands.clear();
    for (const hand of hands) endChildren(hand);
    await Promise.all(hands.map(({ worker }) => worker.terminate()));
  }

  /** Gives what waits to threads, first to those that do nothing, and starts threads where there may be more. */
  #next(): void {
    this.#giveThoseWith(0);
    while (this.#waiting.length > 0 && this.#hands.size < this.#most && !this.#refused) this.#start();
    for (let works = 1; works < GIVEN; works++) this.#giveThoseWith(works);
    if (this.#refused && this.#hands.size === 0) for (const { resolve } of this.#waiting.splice(0)) resolve(null);
  }

  /** One more job to each thread that has so many. */
  #giveThoseWith(works: number): void {
    for (const hand of this.#hands) if (hand.works.length === works) this.#give(hand);
  }

  #give(hand: Hand): void {
    const work = this.#waiting.shift();
    if (work === undefined) return;
    hand.works.push(work);
    const { job, lent } = work;
    // Once only: another thread that is given the job does it without.
    work.lent = null;
    const told: ToWorker = { job, lent: lent?.what ?? null };
    hand.worker.postMessage(told, lent?.memory ?? []);
  }

  #start(): void {
    try {
      const worker = new Worker(this.options.entry, { stdin: false });
      const hand: Hand = { worker, children: new Set(), works: [] };
      worker.on('message', (message: FromWorker) => this.#hear(hand, message));
      worker.on('error', (error) => this.#lose(hand, error));
      worker.on('exit', () => this.#lose(hand, new Error('the thread ended before its job')));
      this.#hands.add(hand);
      readHere();
      this.#give(hand);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      this.#refused = true;
    }
  }

  #hear(hand: Hand, message: FromWorker): void {
    const [work] = hand.works;
    if (message.kind === 'news') work?.onNews(message.news);
    if (message.kind === 'child') hand.children.add(message.pid);
    if (message.kind === 'child-ended') hand.children.delete(message.pid);
    if (message.kind !== 'answer' && message.kind !== 'failure') return;
    hand.works.shift();
    if (message.kind === 'answer') work?.resolve(message.answer);
    else if (refusals.has(message.code ?? '')) work?.resolve(null);
    else work?.reject(message.error);
    this.#next();
  }

  /** A thread has ended, and failed its job; if the system would not let it begin, that is done by another, or nobody. */
  #lose(hand: Hand, error: unknown): void {
    if (!this.#hands.delete(hand)) return;
    endChildren(hand);
    if (isRefusal(error)) this.#refused = true;
    else hand.works.shift()?.reject(error);
    this.#waiting.unshift(...hand.works);
    this.#next();
  }
}

function isRefusal(error: unknown): boolean {
  return refusals.has(systemCode(error) ?? '');
}

function endChildren({ children }: Hand): void {
  for (const pid of children) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
  children.clear();
}
