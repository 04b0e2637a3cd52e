import type { CrmError } from '../../errors.js';
import type { ReadFile } from '../read-file.js';
import type { ReadInto } from '../read-or-pass-over.js';
import type { ByteSource, Workers } from '../sources.js';
import { type PlainError, refusalOf } from './plain-error.js';
import { fileOf } from './plain-file.js';
import { bytesOf, largestOf, type PlannedJob } from './plan-jobs.js';
import type { FileAnswer, ReadAnswer } from './read-job.js';
import { addPart, type PartCodes } from './row-part.js';

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
 * Reads files ahead in other threads and puts them into the store in their sequence, as if they had been read here one
 * after another. Only a few jobs are begun beyond the one that is waited for, so that their rows do not pile up.
 */
export class ReadAhead {
  #jobs: ReadonlyMap<ByteSource, PlannedJob>;
  readonly #endings = new Map<PlannedJob, Promise<Ending>>();
  readonly #threads: number;
  #begun = 0;
  /** Bytes of the jobs that are not in the store yet. */
  #left: number;
  #added: Added | null = null;

  constructor(
    private readonly planned: readonly PlannedJob[],
    private readonly workers: Workers | undefined,
    private readonly onBytes: (bytes: number) => void,
  ) {
    this.#jobs = new Map(planned.flatMap((job) => job.sources.map((source) => [source, job] as const)));
    const sources = planned.flatMap((job) => job.sources);
    this.#left = bytesOf(sources);
    this.#threads = planned.length === 0 ? 0 : (workers?.threads(largestOf(sources)) ?? 0);
  }

  /** The next source in the sequence, read into the store; null where it must be read here. */
  async take(source: ByteSource, fileIndex: number, into: ReadInto): Promise<ReadFile | CrmError | null> {
    const job = this.#jobs.get(source);
    if (job === undefined) return null;
    if (this.#added?.job !== job) this.#added = await this.#add(job, into);
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

  /** From here on everything is read here: the system has not enough for more threads. */
  async #giveUp(): Promise<null> {
    this.#jobs = new Map();
    await this.workers?.close();
    return null;
  }

  async #add(job: PlannedJob, { builder, collector }: ReadInto): Promise<Added | null> {
    this.#begin(this.planned.indexOf(job) + 1 + this.#threads);
    const ending = await this.#endings.get(job)!;
    this.#endings.delete(job);
    if ('failure' in ending) throw ending.failure;
    const { answer } = ending;
    if (answer === null) return null;
    const firstSheet = builder.sheetCount;
    collector.include(answer.issues);
    const bytes = bytesOf(job.sources);
    const codes = addPart(builder, answer.part, Math.ceil((answer.part.size * this.#left) / Math.max(1, bytes)));
    this.#left -= bytes;
    return { job, files: answer.files, codes, firstSheet };
  }

  /** Begins the jobs up to this one. */
  #begin(end: number): void {
    for (; this.#begun < Math.min(end, this.planned.length); this.#begun++) {
      const job = this.planned[this.#begun]!;
      const answer = this.workers!.run(job.job, (news) => this.onBytes(news as number));
      this.#endings.set(
        job,
        answer.then(
          (done) => ({ answer: done as ReadAnswer | null }),
          (failure: unknown) => ({ failure }),
        ),
      );
    }
  }
}

/** The system lets the program open no more files at once; one after another they can be read. */
function isFewFiles({ params }: PlainError): boolean {
  return params['reason'] === 'EMFILE' || params['reason'] === 'ENFILE';
}
