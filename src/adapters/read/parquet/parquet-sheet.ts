import { CrmError } from '../../../errors.js';
import type { ByteSource, ChildResult } from '../../sources.js';
import type { ReadServices } from '../open.js';
import { type RecordRow, type Records, type RecordValue, recordSheet } from '../records/record-sheet.js';
import type { Sheet } from '../sheet.js';
import { childLines } from './child-lines.js';

/** What a Parquet file and the child that reads it may use. */
export const parquetLimits = {
  fileMegabytes: 1024,
  heapMegabytes: 3072,
  leastSeconds: 60,
  secondsPerMegabyte: 3,
} as const;

/**
 * A Parquet file as a sheet, read in a child process: its pages say themselves how long they are, and a damaged one can
 * use up all memory. The rows come in pieces, as they are asked for; what the child says counts only with its final
 * number of rows. `head` and `read` run it anew.
 */
export async function parquetSheet(source: ByteSource, services: ReadServices): Promise<Sheet> {
  const { fileMegabytes } = parquetLimits;
  if (source.size > fileMegabytes * 1024 ** 2)
    throw new CrmError('parquet-too-large', source.name, { limit: fileMegabytes });
  const names = await namesOf(source, services);
  const rows: Records['rows'] = (columns, limit) => recordRows(source, services, columns, limit);
  return recordSheet({ names, rows });
}

async function namesOf(source: ByteSource, services: ReadServices): Promise<readonly string[]> {
  let names: readonly string[] | null = null;
  for await (const values of answers(source, services, null, 0)) {
    if (!Array.isArray(values) && 'names' in values) names = values.names;
  }
  if (names === null) throw new CrmError('parquet-damaged', source.name);
  return names;
}

type Answer = readonly RecordValue[] | { readonly names: readonly string[] } | { readonly rows: number };

async function* recordRows(
  source: ByteSource,
  services: ReadServices,
  columns: readonly number[] | null,
  limit: number | null,
): AsyncGenerator<readonly RecordRow[]> {
  let batch: RecordRow[] = [];
  for await (const values of answers(source, services, columns, limit)) {
    if (!isRow(values)) continue;
    batch.push({ line: Number(values[0]), values: values.slice(1) });
    if (batch.length < 1024) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function isRow(answer: Answer): answer is readonly RecordValue[] {
  return Array.isArray(answer);
}

/** What the child says, line by line; throws unless it came to its end. */
async function* answers(
  source: ByteSource,
  services: ReadServices,
  columns: readonly number[] | null,
  limit: number | null,
): AsyncGenerator<Answer> {
  const { heapMegabytes, leastSeconds, secondsPerMegabyte } = parquetLimits;
  const seconds = Math.max(leastSeconds, Math.ceil((source.size / 1024 ** 2) * secondsPerMegabyte));
  const lines = childLines((onOutput) =>
    services.runChild({
      entry: childEntry(),
      args: [String(source.size), limit === null ? '' : String(limit), columns === null ? '' : JSON.stringify(columns)],
      input: source.pieces(),
      onOutput,
      heapMegabytes,
      seconds,
    }),
  );
  let ended = false;
  for await (const line of lines) {
    if (typeof line !== 'string') {
      if (!ended) throw failure(source.name, line, seconds);
      break;
    }
    const answer = JSON.parse(line) as Answer | { readonly packing: string };
    if ('packing' in answer) throw new CrmError('parquet-packing', source.name, { packing: answer.packing });
    ended = !isRow(answer) && 'rows' in answer;
    yield answer;
  }
  if (limit === null) services.onBytes(source.size);
}

/** The compiled child, also when this file runs uncompiled. */
function childEntry(): URL {
  const own = import.meta.url;
  return new URL('parquet-child.js', own.endsWith('.ts') ? own.replace('/src/', '/dist/') : own);
}

function failure(file: string, result: ChildResult, seconds: number): CrmError {
  const cause = new Error(result.stderr || `child ended with ${result.code}`);
  if (result.killed === 'time') return new CrmError('parquet-time', file, { seconds }, { cause });
  const memory = result.killed === 'memory' || result.code === null || result.code === 134 || result.code === 137;
  return new CrmError(memory ? 'parquet-memory' : 'parquet-damaged', file, {}, { cause });
}
