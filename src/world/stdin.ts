import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { CrmError } from '../errors.js';
import type { Words } from '../i18n/words.js';
import type { InputSource } from './files.js';
import type { InputPath } from './input-path.js';
import { sizeLimits, sizeText } from './limits.js';
import { readFailure } from './read-failure.js';
import { pieceBytes } from './steady-file.js';

/** Shown where standard input is a keyboard: otherwise the program would seem to hang. */
export const stdinPrompt: Words = {
  zh: '等待从键盘输入表格，输完按 Ctrl-D（Windows 按 Ctrl-Z 再回车）；要读文件请先按 Ctrl-C，再写上文件名。\n',
  en: 'Waiting for a table from the keyboard: end with Ctrl-D (Windows: Ctrl-Z, Enter). To read a file press Ctrl-C and name it.\n',
};

/** What is needed of standard input. */
export type StdinStream = Readable & { readonly isTTY?: boolean };

/**
 * Standard input, kept in memory since it can be read only once. `prompt` is called where it is a keyboard. Nothing on
 * it, or a closed one, is refused.
 */
export async function stdinSource(
  input: InputPath,
  stream: StdinStream,
  prompt: () => void,
  limit: number = sizeLimits().stdin,
): Promise<InputSource> {
  if (stream.isTTY === true) prompt();
  const { pieces, size, sha256 } = await everything(stream, limit);
  if (size === 0) throw new CrmError('stdin-empty', '-');
  const at = async (position: number, length: number) => partOf(pieces, position, Math.min(length, size - position));
  return {
    name: '-',
    path: '-',
    size,
    hashed: true,
    sha256: async () => sha256,
    input,
    at,
    pieces: () => each(pieces),
  };
}

interface Everything {
  /** Each of `pieceBytes`, but the last. */
  readonly pieces: readonly Uint8Array[];
  readonly size: number;
  readonly sha256: string;
}

async function everything(stream: StdinStream, limit: number): Promise<Everything> {
  const hash = createHash('sha256');
  const pieces: Uint8Array[] = [];
  let open: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunksOf(stream)) {
    size += chunk.length;
    if (size > limit) throw new CrmError('stdin-too-large', '-', { limit: sizeText(limit) });
    hash.update(chunk);
    open.push(chunk);
    if (size - pieces.length * pieceBytes >= pieceBytes) open = closePieces(pieces, Buffer.concat(open));
  }
  if (open.length > 0) pieces.push(Buffer.concat(open));
  return { pieces, size, sha256: hash.digest('hex') };
}

/** Moves whole pieces over; answers the rest. */
function closePieces(pieces: Uint8Array[], bytes: Buffer): Buffer[] {
  let from = 0;
  for (; from + pieceBytes <= bytes.length; from += pieceBytes) pieces.push(bytes.subarray(from, from + pieceBytes));
  return from === bytes.length ? [] : [bytes.subarray(from)];
}

async function* chunksOf(stream: StdinStream): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream)
      yield typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk as Uint8Array);
  } catch (error) {
    throw readFailure('-', error);
  }
}

async function* each(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

function partOf(pieces: readonly Uint8Array[], position: number, length: number): Uint8Array {
  if (length <= 0) return new Uint8Array();
  const first = Math.floor(position / pieceBytes);
  const last = Math.floor((position + length - 1) / pieceBytes);
  const from = position - first * pieceBytes;
  const touched = pieces.slice(first, last + 1);
  const bytes = touched.length === 1 ? touched[0]! : Buffer.concat(touched);
  return bytes.subarray(from, from + length);
}
