import type { ByteSource } from '../../sources.js';
import type { ZipPart } from '../guard.js';
import { isSmall } from '../inflate-at-once.js';
import { partBytes } from './part-text.js';

/** The part that holds the shared strings, in UTF-8: unpacked once and held where it is small, else unpacked anew for each pass. */
export class StringPart {
  readonly name: string;
  /** It has no more strings, whatever it says of itself. */
  readonly limit: number;
  /** They are so few that all may stand side by side. */
  readonly areFew: boolean;
  #held: readonly Uint8Array[] | null = null;

  /** `few`: bytes of strings that are few. */
  constructor(
    private readonly source: ByteSource,
    private readonly part: ZipPart,
    few: number,
  ) {
    this.name = part.name;
    this.limit = Math.ceil(part.size / 4);
    this.areFew = part.size <= few && isSmall(part);
  }

  async *pieces(): AsyncGenerator<Uint8Array> {
    if (isSmall(this.part)) yield* await this.whole();
    else yield* partBytes(this.source, this.part);
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
