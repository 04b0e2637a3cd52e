import { createHash } from 'node:crypto';
import type { ByteSource } from '../adapters/sources.js';
import { CrmError } from '../errors.js';
import { Descriptors } from './descriptors.js';
import type { InputPath } from './input-path.js';
import { type SizeLimits, sizeLimits, sizeText } from './limits.js';
import { bytesAt, pieceBytes, piecesOf, type SteadyFile } from './steady-file.js';
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

/**
 * An input file as bytes: looked at once, measured against the limits, and read through once for its SHA-256. Each
 * pass compares size, time of change and inode with the first look, at its start and end: a file that grows or is
 * replaced meanwhile ends the run with `changed-while-read`.
 *
 * A file whose first piece holds only zero bytes is not read further here (it may be a huge failed download, and every
 * reader refuses it from that piece): its `sha256` is ''.
 */
export async function openSource(
  input: InputPath,
  limits: SizeLimits = sizeLimits(),
  descriptors: Descriptors = sharedDescriptors,
): Promise<InputSource> {
  const stats = await targetStats(input.path, input.location);
  if (stats.isDirectory()) throw new CrmError('file-no-permission', input.path);
  if (!stats.isFile()) throw new CrmError('file-special', input.path);
  const file: SteadyFile = { input, descriptors, stats };
  const size = Number(stats.size);
  refuseTooLarge(input, size, await kindLimit(file, limits));
  const pieces = (lent?: boolean) => piecesOf(file, lent);
  const at = (position: number, length: number) => bytesAt(file, position, length);
  const { name, path } = input;
  return { name, path, size, input, pieces, at, sha256: await hashOf(pieces(true)) };
}

async function kindLimit(file: SteadyFile, limits: SizeLimits): Promise<number> {
  const head = await bytesAt(file, 0, 2);
  return head[0] === 0x50 && head[1] === 0x4b ? limits.zip : limits.text;
}

function refuseTooLarge(input: InputPath, size: number, limit: number): void {
  if (size <= limit) return;
  throw new CrmError('file-too-large', input.path, { size: sizeText(size), limit: sizeText(limit) });
}

async function hashOf(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  let first = true;
  for await (const piece of pieces) {
    if (first && piece.length === pieceBytes && onlyZeros(piece)) return '';
    first = false;
    hash.update(piece);
  }
  return hash.digest('hex');
}

function onlyZeros(piece: Uint8Array): boolean {
  return Buffer.alloc(piece.length).equals(piece);
}
