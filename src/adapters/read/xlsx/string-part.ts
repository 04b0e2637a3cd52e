import type { ByteSource } from '../../sources.js';
import type { ZipPart } from '../guard.js';
import { isSmall } from '../inflate-at-once.js';
import { partBytes } from './part-text.js';

/** Bytes of the first piece of a part that is held: enough for the first rows. */
export const FIRST_PIECE = 1 << 16;

/** The part that holds the shared strings, in UTF-8: unpacked once and held where it is small, else unpacked anew for each pass. */
export class StringPart {
  readonly name: string;
  /** It has no more strings, whatever it says of itself. */
  readonly limit: number;
  readonly isSmall: boolean;
  #held: readonly Uint8Array[] | null = null;

  /** `most`: bytes of a part that is held. */
  constructor(
    private readonly source: ByteSource,
    private readonly part: ZipPart,
    most: number,
  ) {
    this.name = part.name;
    this.limit = Math.ceil(part.size / 4);
    this.isSmall = isSmall(part, most);
  }

  async *pieces(): AsyncGenerator<Uint8Array> {
    if (!this.isSmall) {
      yield* partBytes(this.source, this.part);
      return;
    }
    for (const [at, piece] of (await this.whole()).entries()) {
      if (at === 0) yield piece.subarray(0, FIRST_PIECE);
      yield at === 0 ? piece.subarray(FIRST_PIECE) : piece;
    }
  }

  /** All pieces at once, of a small part. */
  async whole(): Promise<readonly Uint8Array[]> {
    if (this.#held !== null) return this.#held;
    const pieces: Uint8Array[] = [];
    for await (const piece of partBytes(this.source, this.part)) pieces.push(piece);
    this.#held = pieces;
    return pieces;
  }
}
