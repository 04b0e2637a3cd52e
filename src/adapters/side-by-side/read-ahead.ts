import type { CrmError } from '../../errors.js';
import type { ReadFile } from '../read-file.js';
import type { ReadInto } from '../read-or-pass-over.js';
import type { ByteSource, LentMemory, Workers } from '../sources.js';
import { nextJob } from './next-job.js';
import { type PlainError, refusalOf } from './plain-error.js';
import { fileOf } from './plain-file.js';
import { bytesOf, largestOf, type PlannedJob } from './plan-jobs.js';
import type { FileAnswer, ReadAnswer } from './read-job.js';
import { addPart, type PartCodes, spareOf } from './row-part.js';

/** How a job ended; null: no thread could be had. */
type Ending = { readonly answer: ReadAnswer | null } | { readonly failure: unknown };

/** A job whose rows are in the store. */
interface Added {
  readonly job: PlannedJob;
  readonly files: readonly FileAnswer[];
  readonly codes: PartCodes;
  readonly firstSheet: number;
}

/**
 * Reads files in several threads, this one among them, and puts them into the store in their sequence, as if they had been
 * read here one after another. Only a few jobs are begun beyond the one that is waited for, so that their rows do not pile
 * up.
 */
export class ReadAhead {
  #jobs: ReadonlyMap<ByteSource, PlannedJob>;
  /** Of the jobs that another thread has begun, until their rows are in the store. */
  readonly #endings = new Map<PlannedJob, Promise<Ending>>();
  /** How many are read at once, by this thread too. */
  #threads: number;
  /** Jobs that other threads are at or have before them, and the bytes of those that they have to read yet. */
  #given = 0;
  #givenBytes = 0;
  /** The position of the job that is read or added here now. */
  #at = -1;
  /** Bytes of it that this thread has to read yet. */
  #unread = 0;
  /** Bytes of the jobs that are not in the store yet. */
  #left: number;
  #added: Added | null = null;
  /** Memory of parts that were added: the next ones are made in it. */
  readonly #spare: LentMemory[] = [];

  constructor(
    private readonly planned: readonly PlannedJob[],
    private readonly workers: Workers | undefined,
    private readonly onBytes: (bytes: number) => void,
  ) {
    this.#jobs = new Map(planned.flatMap((job) => job.sources.map((source) => [source, job] as const)));
    const sources = planned.flatMap((job) => job.sources);
    this.#left = bytesOf(sources);
    this.#threads = planned.length === 0 ? 0 : (workers?.threads(largestOf(sources), true) ?? 0);
  }

  /** Nothing more is begun. */
  close(): void {
    this.#threads = 0;
  }

  /** This thread has read so many bytes. */
  hear(bytes: number): void {
    this.#unread = Math.max(0, this.#unread - bytes);
    this.onBytes(bytes);
  }

  /** The next source in the sequence, read into the store; null where it must be read here. */
  async take(source: ByteSource, fileIndex: number, into: ReadInto): Promise<ReadFile | CrmError | null> {
    const job = this.#jobs.get(source);
    if (job === undefined) return this.#passBy(source);
    if (this.planned[this.#at] !== job) this.#comeTo(job);
    if (this.#endings.has(job)) this.#added = await this.#add(job, into);
    else if (this.#added?.job !== job) return null;
    const { files = [], codes, firstSheet = 0 } = this.#added ?? {};
    const file = files[job.sources.indexOf(source)];
    if (file === undefined || codes === undefined || ('error' in file && isFewFiles(file.error))) return this.#giveUp();
    if ('error' in file) {
      const error = refusalOf(file.error);
      if (file.fatal) throw error;
      return error;
    }
    const read = fileOf(file.file, source, firstSheet, codes);
    for (const sheet of read.sheets) {
      if (sheet.skipped === null) into.builder.placeSheet(sheet.reading.sheet, fileIndex);
    }
    return read;
  }

  /** A source that only this thread can open. */
  #passBy({ size }: ByteSource): null {
    this.#unread = size;
    this.#begin();
    return null;
  }

  /** From here on everything is read here: the system has not enough for more threads. */
  async #giveUp(): Promise<null> {
    this.#jobs = new Map();
    this.close();
    await this.workers?.close();
    return null;
  }

  /** The jobs before this one are in the store. */
  #comeTo(job: PlannedJob): void {
    if (this.#at >= 0) this.#left -= bytesOf(this.planned[this.#at]!.sources);
    this.#at = this.planned.indexOf(job);
    this.#unread = this.#endings.has(job) ? 0 : bytesOf(job.sources);
    this.#begin();
  }

  async #add(job: PlannedJob, { builder, collector }: ReadInto): Promise<Added | null> {
    const ending = await this.#endings.get(job)!;
    this.#endings.delete(job);
    if ('failure' in ending) throw ending.failure;
    const { answer } = ending;
    if (answer === null) return null;
    const firstSheet = builder.sheetCount;
    collector.include(answer.issues);
    const bytes = bytesOf(job.sources);
    builder.followedBy((this.#left - bytes) / Math.max(1, bytes));
    const codes = addPart(builder, answer.part);
    this.#spare.push(spareOf(answer.part));
    return { job, files: answer.files, codes, firstSheet };
  }

  /** Gives the other threads what to do: to each one job more than it is at, so that it need not wait for this one. */
  #begin(): void {
    const others = this.#threads - 1;
    const isBegun = (at: number) => this.#endings.has(this.planned[at]!);
    while (this.#given < 2 * others && this.#endings.size <= this.#threads) {
      const wait = this.#givenBytes / others;
      const at = nextJob(this.planned, { here: this.#at, unread: this.#unread, wait, isBegun });
      if (at < 0) return;
      this.#run(this.planned[at]!);
    }
  }

  #run(job: PlannedJob): void {
    let unread = bytesOf(job.sources);
    const heard = (bytes: number): void => {
      const more = Math.min(bytes, unread);
      unread -= more;
      this.#givenBytes -= more;
    };
    const ended = (ending: Ending): Ending => {
      heard(unread);
      this.#given--;
      this.#begin();
      return ending;
    };
    this.#given++;
    this.#givenBytes += unread;
    const onNews = (news: unknown): void => {
      heard(news as number);
      this.onBytes(news as number);
    };
    const answer = this.workers!.run(job.job, onNews, this.#spare.pop());
    this.#endings.set(
      job,
      answer.then(
        (done) => ended({ answer: done as ReadAnswer | null }),
        (failure: unknown) => ended({ failure }),
      ),
    );
  }
}

/** The system lets the program open no more files at once; one after another they can be read. */
function isFewFiles({ params }: PlainError): boolean {
  return params['reason'] === 'EMFILE' || params['reason'] === 'ENFILE';
}
