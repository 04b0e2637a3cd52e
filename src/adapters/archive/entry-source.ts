import { createHash } from 'node:crypto';
import { magicOf } from '../read/magic.js';
import type { ByteSource } from '../sources.js';
import { bytesOf, inPieces, PIECE } from './byte-pieces.js';
import type { HeldFiles } from './held-files.js';

/** A file inside an archive, and how its content is had. */
export interface EntryContent {
  readonly name: string;
  /** Path of the archive. */
  readonly path: string;
  readonly group: string;
  readonly size: number;
  /** The content from the start, checked against its checksum by the time it ends. */
  readonly unpacked: () => AsyncIterable<Uint8Array>;
  /** Bytes at a position, where they stand in the archive as they are; null where they must be unpacked. */
  readonly direct: ByteSource['at'] | null;
}

/** Where unpacked files are kept, and whether their hashes are wanted. */
interface EntryServices {
  readonly held: HeldFiles;
  readonly hashed?: boolean;
}

/**
 * A file of an archive as a source like any file. It is unpacked once here, which proves it whole and gives its hash where
 * that is wanted; one that fits stays in memory for the readers, another is unpacked again for each pass.
 */
export async function entrySource(entry: EntryContent, { held, hashed = false }: EntryServices): Promise<ByteSource> {
  const reader = new EntryReader(entry, held);
  if (hashed) await reader.sha256();
  else for await (const _ of reader.pieces());
  const { name, path, group, size } = entry;
  return {
    name,
    path,
    size,
    hashed,
    sha256: () => reader.sha256(),
    optional: true,
    group,
    inside: true,
    pieces: () => reader.pieces(),
    at: entry.direct ?? ((position, length) => reader.at(position, length)),
  };
}

class EntryReader {
  /** Known once its first piece has been seen. */
  #fits = false;
  #sha256: string | null = null;

  constructor(
    private readonly entry: EntryContent,
    private readonly held: HeldFiles,
  ) {}

  async sha256(): Promise<string> {
    if (this.#sha256 === null) {
      const hash = createHash('sha256');
      for await (const piece of this.pieces()) hash.update(piece);
      this.#sha256 = hash.digest('hex');
    }
    return this.#sha256;
  }

  /** What is kept, else unpacked, and kept if it can be. */
  async *pieces(): AsyncGenerator<Uint8Array> {
    const kept = this.held.get(this);
    if (kept !== undefined) {
      for (let at = 0; at < kept.length; at += 4 * PIECE) yield kept.subarray(at, at + 4 * PIECE);
      return;
    }
    let all: Buffer | null = null;
    let size = 0;
    for await (const piece of inPieces(this.entry.unpacked())) {
      if (size === 0) all = this.roomFor(piece);
      all?.set(piece, size);
      size += piece.length;
      yield piece;
    }
    if (all !== null) this.held.put(this, all);
  }

  /** The start is had without unpacking the rest; anything else of a file that fits makes it stay in memory. */
  async at(position: number, length: number): Promise<Uint8Array> {
    const end = Math.min(position + length, this.entry.size);
    if (this.held.get(this) === undefined && this.#fits && end > PIECE) for await (const _ of this.pieces());
    return this.held.get(this)?.subarray(position, end) ?? bytesOf(this.entry.unpacked(), position, end);
  }

  /** What it declares, if it may be kept: never more than the limit, and unpacking gives never more than it declares. */
  private roomFor(first: Uint8Array): Buffer | null {
    const isText = !['zip', 'ole'].includes(magicOf(first));
    this.#fits = this.entry.direct === null && this.held.fits(this.entry.size, isText);
    return this.#fits ? Buffer.allocUnsafeSlow(this.entry.size) : null;
  }
}
