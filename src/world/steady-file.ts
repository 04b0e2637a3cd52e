import { type BigIntStats, fstat, read, readSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { CrmError } from '../errors.js';
import type { Descriptors } from './descriptors.js';
import type { InputPath } from './input-path.js';
import { readFailure } from './read-failure.js';

const readBytes = promisify(read);
const statOf = promisify(fstat) as (descriptor: number, options: { bigint: true }) => Promise<BigIntStats>;

/** Bytes of a piece; the last one of a file may be shorter. */
export const pieceBytes = 2 ** 20;

/** By what a file that has changed is known. */
export type SteadyStats = Pick<BigIntStats, 'size' | 'mtimeNs' | 'ino' | 'dev'>;

/** A file that must stay as it is while the run lasts. */
export interface SteadyFile {
  readonly input: Pick<InputPath, 'path' | 'location'>;
  readonly descriptors: Descriptors;
  /** As it was when it was opened first; every later look must find the same. */
  readonly stats: SteadyStats;
}

/** Whether two looks at a file saw it in the same state. */
export function isSame(one: SteadyStats, other: SteadyStats): boolean {
  return one.size === other.size && one.mtimeNs === other.mtimeNs && one.ino === other.ino && one.dev === other.dev;
}

/** A look at a file as plain data. */
export function steady({ size, mtimeNs, ino, dev }: SteadyStats): SteadyStats {
  return { size, mtimeNs, ino, dev };
}

/** A descriptor of the file, for the borrower alone. */
export async function borrowed(file: SteadyFile): Promise<number> {
  try {
    return await file.descriptors.borrow(file.input.location);
  } catch (error) {
    const failure = readFailure(file.input.path, error);
    throw failure instanceof CrmError && failure.code === 'file-missing' ? changed(file, error) : failure;
  }
}

/** Reads some bytes of a descriptor: how many. */
type ReadSome = (
  descriptor: number,
  buffer: Buffer,
  offset: number,
  length: number,
  position: number,
) => Promise<number>;

/** By a thread of the system's own, so that this one can go on meanwhile. */
const elsewhere: ReadSome = async (...wanted) => (await readBytes(...wanted)).bytesRead;

/** By this thread: where no core is free a second one would only be waited for. Others have their turn after it. */
const here: ReadSome = async (...wanted) => {
  const bytes = readSync(...wanted);
  await new Promise((resolve) => setImmediate(resolve));
  return bytes;
};

let readSome = elsewhere;

/** From now on files are read by the threads that work on them, as these keep all cores busy. */
export function readHere(): void {
  readSome = here;
}

/** Fewer bytes than asked for only at the end the file had at first. In `memory`, where there is some. */
export async function readWhole(
  file: SteadyFile,
  descriptor: number,
  position: number,
  length: number,
  memory: Buffer | null = null,
): Promise<Buffer> {
  const wanted = Math.max(0, Math.min(length, Number(file.stats.size) - position));
  const buffer = memory?.subarray(0, wanted) ?? Buffer.allocUnsafeSlow(wanted);
  let filled = 0;
  while (filled < wanted) {
    const bytes = await readSome(descriptor, buffer, filled, wanted - filled, position + filled).catch(
      (error: unknown) => {
        throw readFailure(file.input.path, error);
      },
    );
    if (bytes === 0) throw changed(file);
    filled += bytes;
  }
  return buffer;
}

/** Refuses a file that is not as it was, or whose name now stands for another. */
export async function checkUnchanged(file: SteadyFile, descriptor: number): Promise<void> {
  await checkOpen(file, descriptor);
  await checkNamed(file);
}

/** Refuses an open file that is not as it was. */
export async function checkOpen(file: SteadyFile, descriptor: number): Promise<void> {
  await compare(file, () => statOf(descriptor, { bigint: true }));
}

/** Refuses a name that does not stand for the file as it was. */
export async function checkNamed(file: SteadyFile): Promise<void> {
  await compare(file, () => stat(file.input.location, { bigint: true }));
}

async function compare(file: SteadyFile, look: () => Promise<BigIntStats>): Promise<void> {
  const now = await look().catch((error: unknown) => {
    throw changed(file, error);
  });
  if (isSame(now, file.stats)) return;
  await file.descriptors.forget(file.input.location);
  throw changed(file);
}

function changed(file: SteadyFile, cause?: unknown): CrmError {
  return new CrmError('changed-while-read', file.input.path, {}, cause === undefined ? {} : { cause });
}
