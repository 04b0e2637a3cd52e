import type { ByteSource } from '../sources.js';
import { endOfLastLine } from './line-breaks.js';
import { LongLine, MAX_RECORD } from './lines.js';

/** Watches pieces go by and throws LongLine as soon as a line is longer than 1 MiB. Only looks for line ends from behind. */
export class LineLimit {
  #offset = 0;
  #start = 0;

  constructor(private readonly source: ByteSource) {}

  async take(piece: Uint8Array): Promise<void> {
    const end = endOfLastLine(piece);
    if (end > 0) this.#start = this.#offset + end;
    this.#offset += piece.length;
    if (this.#offset - this.#start <= MAX_RECORD + 4 || end > 0) return;
    throw new LongLine(await this.source.at(this.#start, MAX_RECORD + 5), { offset: this.#start });
  }
}
