import { createHash } from 'node:crypto';
import { piecesOf } from './file-pieces.js';
import { pieceBytes, type SteadyFile } from './steady-file.js';

/** A file and its SHA-256, which the first whole pass takes along where it is wanted. */
export class HashedFile {
  #sha256: string | null;

  /** `isWanted`: it will be asked for. `known`: its hash, where it is known. */
  constructor(
    private readonly file: SteadyFile,
    private readonly isWanted: boolean,
    known: string | null = null,
  ) {
    this.#sha256 = known;
  }

  /** The bytes from the start: see `piecesOf`. */
  pieces(lent = false): AsyncGenerator<Uint8Array> {
    return this.isWanted && this.#sha256 === null ? this.#hashed(lent) : piecesOf(this.file, lent);
  }

  /**
   * A file whose first piece holds only zero bytes is not read further for this (it may be a huge failed download, and
   * every reader refuses it from that piece): its hash is ''.
   */
  async sha256(): Promise<string> {
    let first = true;
    if (this.#sha256 === null) {
      for await (const piece of this.#hashed(true)) {
        if (first && piece.length === pieceBytes && onlyZeros(piece)) return '';
        first = false;
      }
    }
    return this.#sha256!;
  }

  async *#hashed(lent: boolean): AsyncGenerator<Uint8Array> {
    const hash = createHash('sha256');
    for await (const piece of piecesOf(this.file, lent)) {
      hash.update(piece);
      yield piece;
    }
    this.#sha256 = hash.digest('hex');
  }
}

function onlyZeros(piece: Uint8Array): boolean {
  return Buffer.alloc(piece.length).equals(piece);
}
