import { CrmError, type ErrorCode, errorKinds } from '../../errors.js';
import type { Params } from '../../i18n/words.js';
import type { ByteSource, ChildResult } from '../sources.js';
import { indexFrames } from './frame-index.js';
import type { ReadServices } from './open.js';
import type { Sheet } from './sheet.js';
import { workbookSheet } from './workbook-sheet.js';

/** What a workbook and the child that reads it may use. */
export const workbookLimits = { fileMegabytes: 100, heapMegabytes: 2048, seconds: 60, answerMegabytes: 1024 } as const;

/** The formats the child is told to read. */
export type WorkbookKind = 'xlsx' | 'xls' | 'xlsb' | 'ods' | 'html';

/** Refuses a workbook that is larger than the child may be given. */
export function checkWorkbookSize(source: ByteSource): void {
  const limit = workbookLimits.fileMegabytes;
  if (source.size > limit * 1024 ** 2) throw new CrmError('workbook-too-large', source.name, { limit });
}

/**
 * Reads all sheets of a workbook in a child process: the xlsx package can hang or use up all memory on damaged files,
 * and leaves sheets out without a word; so it has a heap limit and a time limit, and what it says counts only with its
 * final count. The answer stays in memory, in compact form.
 */
export async function workbookSheets(
  source: ByteSource,
  kind: WorkbookKind,
  input: AsyncIterable<Uint8Array>,
  services: ReadServices,
): Promise<readonly Sheet[]> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const result = await services.runChild({
    entry: childEntry(),
    args: [kind],
    input,
    onOutput: (piece) => {
      size += piece.length;
      if (size <= workbookLimits.answerMegabytes * 1024 ** 2) pieces.push(piece);
    },
    heapMegabytes: workbookLimits.heapMegabytes,
    seconds: workbookLimits.seconds,
  });
  services.onBytes(source.size);
  if (size > workbookLimits.answerMegabytes * 1024 ** 2) throw new CrmError('workbook-memory', source.name);
  const answer = Buffer.concat(pieces.splice(0), size);
  const index = indexFrames(answer);
  if (index === null) throw failure(source.name, result);
  if (index.refusal !== null) throw refusal(source.name, index.refusal, result);
  return index.sheets.map((sheet) => workbookSheet(answer, index, sheet));
}

/** The compiled child, also when this file runs uncompiled. */
function childEntry(): URL {
  const own = import.meta.url;
  return new URL('workbook-child.js', own.endsWith('.ts') ? own.replace('/src/', '/dist/') : own);
}

function failure(file: string, result: ChildResult): CrmError {
  const cause = new Error(result.stderr || `child ended with ${result.code}`);
  if (result.killed === 'time') {
    return new CrmError('workbook-time', file, { seconds: workbookLimits.seconds }, { cause });
  }
  const memory = result.killed === 'memory' || result.code === null || result.code === 134 || result.code === 137;
  return new CrmError(memory ? 'workbook-memory' : 'workbook-damaged', file, {}, { cause });
}

function refusal(file: string, json: string, result: ChildResult): CrmError {
  const { code, params } = JSON.parse(json) as { code: string; params: Params };
  const known = Object.hasOwn(errorKinds, code) ? (code as ErrorCode) : 'workbook-damaged';
  return new CrmError(known, file, params, { cause: new Error(result.stderr) });
}
