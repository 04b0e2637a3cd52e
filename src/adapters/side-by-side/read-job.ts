import { CrmError } from '../../errors.js';
import type { IssueLog } from '../../model/issue.js';
import type { FileOptions, ImportServices } from '../options.js';
import { readOrPassOver } from '../read-or-pass-over.js';
import { IssueCollector } from '../rows/issue-collector.js';
import { RowStoreBuilder, type SpareRows } from '../rows/row-store-builder.js';
import type { ByteSource } from '../sources.js';
import { type PlainError, plainError } from './plain-error.js';
import { type PlainFile, plainFile } from './plain-file.js';
import { memoryOf, type RowPart, rowPart } from './row-part.js';

/** What a thread must know of a file to read it. */
export type PlainSource = Pick<ByteSource, 'name' | 'path' | 'size' | 'hashed' | 'optional' | 'ticket'>;

/** Files that one thread reads in one go, in this sequence. */
export interface ReadJob {
  readonly kind: 'read';
  readonly sources: readonly PlainSource[];
  readonly options: FileOptions;
}

/** A file that was read, or why it was not. */
export type FileAnswer =
  | { readonly file: PlainFile }
  /** `fatal`: it had to be usable, or changed; the files after it were not read. */
  | { readonly error: PlainError; readonly fatal: boolean };

/** What became of the files of a job: answers in their sequence, all their rows and issues. */
export interface ReadAnswer {
  readonly files: readonly FileAnswer[];
  readonly part: RowPart;
  readonly issues: IssueLog;
}

/**
 * Reads the files of a job; `open` opens them anew, `spare` is used for their rows. The memory of the answer may be handed
 * over.
 */
export async function readJob(
  { sources, options }: ReadJob,
  open: (source: PlainSource) => ByteSource,
  services: ImportServices,
  spare: SpareRows | null = null,
): Promise<{ readonly answer: ReadAnswer; readonly memory: ArrayBuffer[] }> {
  const builder = new RowStoreBuilder(spare);
  const collector = new IssueCollector();
  const files: FileAnswer[] = [];
  for (const plain of sources) {
    const file = await fileAnswer(open(plain), files.length, builder, collector, options, services);
    files.push(file);
    if ('fatal' in file && file.fatal) break;
  }
  const part = rowPart(builder);
  return { answer: { files, part, issues: collector.log() }, memory: memoryOf(part) };
}

async function fileAnswer(
  source: ByteSource,
  index: number,
  builder: RowStoreBuilder,
  collector: IssueCollector,
  options: FileOptions,
  services: ImportServices,
): Promise<FileAnswer> {
  try {
    const read = await readOrPassOver(source, index, { builder, collector }, options, services);
    if (read instanceof CrmError) return { error: plainError(read), fatal: false };
    return { file: plainFile(read) };
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    return { error: plainError(error), fatal: true };
  }
}
