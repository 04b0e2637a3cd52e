import { fstatSync, write } from 'node:fs';
import type { Writable } from 'node:stream';
import { promisify } from 'node:util';
import { CrmError } from '../errors.js';
import { writeAll } from './file-calls.js';
import { systemCode } from './read-failure.js';

/** Standard output, or anything that takes its place in a test. */
export interface PieceWriter {
  /** False once the reader has gone (`| head`): nothing more need be made. Throws when the disk behind it is full. */
  write(piece: Uint8Array | string): Promise<boolean>;
}

/**
 * Standard output. A pipe or terminal is written through its stream, no faster than it is read. A file is written by
 * our own loop: a stream of Node takes a short write, the last bytes before a disk is full, for a whole one.
 */
export function standardOutput(stream: StandardStream = process.stdout): PieceWriter {
  return stream.isTTY !== true && isFile(stream.fd) ? fileWriter(stream.fd) : streamWriter(stream);
}

/** What is needed of process.stdout. */
export type StandardStream = Writable & { readonly fd: number; readonly isTTY?: boolean };

const gatheredBytes = 2 ** 16;

/**
 * Writes all pieces, small ones gathered (a system call a line would cost more than making the lines); false if the
 * reader went away before the end, which is no failure.
 */
export async function writePieces(
  into: PieceWriter,
  pieces: Iterable<Uint8Array | string> | AsyncIterable<Uint8Array | string>,
): Promise<boolean> {
  let gathered: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of pieces) {
    const next = Buffer.from(piece);
    gathered.push(next);
    bytes += next.length;
    if (bytes < gatheredBytes) continue;
    if (!(await into.write(Buffer.concat(gathered)))) return false;
    gathered = [];
    bytes = 0;
  }
  return bytes === 0 || into.write(Buffer.concat(gathered));
}

function isFile(descriptor: number): boolean {
  try {
    const stats = fstatSync(descriptor);
    return stats.isFile() || stats.isCharacterDevice();
  } catch {
    return false;
  }
}

const writeBytes = promisify(write);

/** Writes to a descriptor that is a file or a device. */
export function fileWriter(descriptor: number, writeSome: typeof writeBytes = writeBytes): PieceWriter {
  const handle = {
    write: (bytes: Uint8Array, offset: number, length: number) => writeSome(descriptor, bytes, offset, length, null),
  };
  return {
    write: async (piece) => {
      try {
        await writeAll(handle, Buffer.from(piece));
        return true;
      } catch (error) {
        return goneOrThrow(error);
      }
    },
  };
}

/** Writes to a stream: each piece is taken before the next is made. */
export function streamWriter(stream: Writable): PieceWriter {
  let failure: unknown = null;
  stream.on('error', (error) => {
    failure ??= error;
  });
  const write = (piece: Uint8Array | string) =>
    new Promise<void>((resolve, reject) => {
      if (failure !== null || stream.destroyed) reject(failure ?? closedPipe());
      else stream.write(piece, (error) => (error ? reject(error) : resolve()));
    });
  return { write: async (piece) => write(piece).then(() => true, goneOrThrow) };
}

function closedPipe(): Error {
  return Object.assign(new Error('closed'), { code: 'EPIPE' });
}

function goneOrThrow(error: unknown): false {
  const code = systemCode(error);
  if (code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED' || code === 'ECONNRESET' || code === 'EOF') return false;
  if (code === null) throw error;
  const full = code === 'ENOSPC' || code === 'EDQUOT';
  throw new CrmError(full ? 'stdout-no-space' : 'stdout-failed', 'stdout', { reason: code }, { cause: error });
}
