import type { BigIntStats } from 'node:fs';
import type { ByteSource } from '../adapters/sources.js';
import { CrmError } from '../errors.js';
import { Descriptors } from './descriptors.js';
import { bytesAt } from './file-pieces.js';
import { HashedFile } from './hashed-file.js';
import type { InputPath } from './input-path.js';
import { type SizeLimits, sizeLimits, sizeText } from './limits.js';
import { isSame, type SteadyFile, type SteadyStats, steady } from './steady-file.js';
import { targetStats } from './target-stats.js';

/** An input that can be read, and where it came from. */
export interface InputSource extends ByteSource {
  readonly input: InputPath;
}

const sharedDescriptors = new Descriptors();

/** Lets go of all inputs, so that nothing this process holds keeps a file from being replaced. */
export async function closeSources(): Promise<void> {
  await sharedDescriptors.closeAll();
}

/** What is known of an input that was hashed before: its SHA-256, and the state of the file this is true of. */
export interface KnownHash {
  readonly sha256: string;
  readonly stats: SteadyStats;
}

/** With what another thread opens the file: it must still be the one that was looked at first. */
export interface FileTicket {
  readonly path: string;
  readonly location: string | Uint8Array;
  readonly stats: SteadyStats;
}

/** How an input is opened. */
interface OpenOptions {
  readonly limits?: SizeLimits;
  readonly descriptors?: Descriptors;
  /** The SHA-256 will be asked for. */
  readonly hashed?: boolean;
  readonly known?: KnownHash | null;
}

/**
 * An input file as bytes: looked at once, measured against the limits. Each pass compares size, time of change and inode
 * with the first look, at its start and end: a file that grows or is replaced meanwhile ends the run with
 * `changed-while-read`. The SHA-256, where it will be asked for and is not known, is taken along by the first whole pass.
 */
export async function openSource(
  input: InputPath,
  { limits = sizeLimits(), descriptors = sharedDescriptors, hashed = false, known = null }: OpenOptions = {},
): Promise<InputSource> {
  const file: SteadyFile = { input, descriptors, stats: await fileStats(input) };
  const size = Number(file.stats.size);
  refuseTooLarge(input, size, await kindLimit(file, limits));
  const sha256 = known !== null && isSame(known.stats, file.stats) ? known.sha256 : null;
  const { name, path, location } = input;
  const ticket: FileTicket = { path, location, stats: steady(file.stats) };
  return { name, path, size, hashed, input, ticket, ...bytesOf(file, hashed, sha256) };
}

/** The bytes of a file that was opened before, in another thread. */
export function reopened({ path, location, stats }: FileTicket, hashed = false): FileBytes {
  const place = typeof location === 'string' ? location : Buffer.from(location);
  return bytesOf({ input: { path, location: place }, descriptors: sharedDescriptors, stats }, hashed);
}

/** The SHA-256 of a file as it is now. */
export async function hashFile(input: Pick<InputPath, 'path' | 'location'>): Promise<KnownHash> {
  const file: SteadyFile = { input, descriptors: sharedDescriptors, stats: await fileStats(input) };
  return { sha256: await new HashedFile(file, true).sha256(), stats: steady(file.stats) };
}

async function fileStats({ path, location }: Pick<InputPath, 'path' | 'location'>): Promise<BigIntStats> {
  const stats = await targetStats(path, location);
  if (stats.isDirectory()) throw new CrmError('file-no-permission', path);
  if (!stats.isFile()) throw new CrmError('file-special', path);
  return stats;
}

type FileBytes = Pick<ByteSource, 'pieces' | 'at' | 'sha256'>;

function bytesOf(file: SteadyFile, isWanted: boolean, sha256: string | null = null): FileBytes {
  const hashed = new HashedFile(file, isWanted, sha256);
  return {
    pieces: (lent) => hashed.pieces(lent),
    at: (position, length) => bytesAt(file, position, length),
    sha256: () => hashed.sha256(),
  };
}

async function kindLimit(file: SteadyFile, limits: SizeLimits): Promise<number> {
  const head = await bytesAt(file, 0, 2);
  return head[0] === 0x50 && head[1] === 0x4b ? limits.zip : limits.text;
}

function refuseTooLarge(input: InputPath, size: number, limit: number): void {
  if (size <= limit) return;
  throw new CrmError('file-too-large', input.path, { size: sizeText(size), limit: sizeText(limit) });
}
