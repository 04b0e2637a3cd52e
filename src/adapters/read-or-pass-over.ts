import { CrmError } from '../errors.js';
import type { FileOptions, ImportServices } from './options.js';
import { type ReadFile, readFile } from './read-file.js';
import type { IssueCollector } from './rows/issue-collector.js';
import type { RowStoreBuilder } from './rows/row-store-builder.js';
import type { ByteSource } from './sources.js';

/** What files are read into. */
export interface ReadInto {
  readonly builder: RowStoreBuilder;
  readonly collector: IssueCollector;
}

/** Reads a file; one that need not be usable and is not leaves nothing behind and answers why. */
export async function readOrPassOver(
  source: ByteSource,
  fileIndex: number,
  { builder, collector }: ReadInto,
  options: FileOptions,
  services: ImportServices,
): Promise<ReadFile | CrmError> {
  const [rows, sheets, mark] = [builder.size, builder.sheetCount, collector.mark()];
  try {
    return await readFile(source, fileIndex, builder, collector, options, services);
  } catch (error) {
    if (!mayPassOver(source, error)) throw error;
    builder.rollback(rows, sheets);
    collector.rollback(mark);
    return error;
  }
}

/** Whether a file that failed like this is named and left out, instead of ending the run. */
function mayPassOver(source: ByteSource, error: unknown): error is CrmError {
  return source.optional === true && error instanceof CrmError && error.exit === 3;
}
