import type { ByteSource } from '../../sources.js';
import type { ZipPart } from '../guard.js';
import { partBytes } from './part-text.js';

/**
 * The pieces of the sheet that was last unpacked to its end for its first rows alone: who reads it next need not unpack
 * it again. One sheet at most is kept, until its rows are read.
 */
export class KeptPieces {
  #part: ZipPart | null = null;
  #pieces: readonly Uint8Array[] = [];

  constructor(private readonly source: ByteSource) {}

  /** The pieces of a part. `keep`: keeps them, once all are given; else nothing is kept any more. */
  async *of(part: ZipPart, keep: boolean): AsyncGenerator<Uint8Array> {
    const pieces = this.#part === part ? this.#pieces : null;
    if (pieces === null || !keep) this.#keep(null, []);
    if (pieces !== null) yield* pieces;
    else if (keep) yield* this.#keeping(part);
    else yield* partBytes(this.source, part);
  }

  async *#keeping(part: ZipPart): AsyncGenerator<Uint8Array> {
    const pieces: Uint8Array[] = [];
    for await (const piece of partBytes(this.source, part)) {
      pieces.push(piece);
      yield piece;
    }
    this.#keep(part, pieces);
  }

  #keep(part: ZipPart | null, pieces: readonly Uint8Array[]): void {
    this.#part = part;
    this.#pieces = pieces;
  }
}
