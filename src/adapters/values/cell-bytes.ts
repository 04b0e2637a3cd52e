import { transcodeGb18030 } from '../../util/gb18030.js';
import { clean, Span } from './span.js';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/**
 * The content of one cell at a time, cleaned. GB18030 cells are transcoded by table into one scratch buffer, so neither
 * encoding makes a string; only cells with rare four-byte characters go through one.
 */
export class CellBytes {
  readonly span = new Span();
  #scratch = new Uint8Array(256);
  readonly gb18030: boolean;
  readonly #decoder: typeof decoder;

  constructor(encoding: 'utf-8' | 'gb18030') {
    this.gb18030 = encoding === 'gb18030';
    this.#decoder = encoding === 'gb18030' ? new TextDecoder('gb18030') : decoder;
  }

  /** The cell cleaned but not transcoded: enough for plain numbers and times, which are ASCII in both encodings. */
  raw(bytes: Uint8Array, from: number, to: number): Span {
    this.span.set(bytes, from, to);
    clean(this.span, !this.gb18030);
    return this.span;
  }

  /** The cell in UTF-8 and cleaned. */
  utf8(bytes: Uint8Array, from: number, to: number): Span {
    const span = this.raw(bytes, from, to);
    if (!this.gb18030 || isAscii(span)) return span;
    const room = (span.to - span.from) * 2 + 3;
    if (room > this.#scratch.length) this.#scratch = new Uint8Array(room * 2);
    const length = transcodeGb18030(span.bytes, span.from, span.to, this.#scratch);
    if (length >= 0) span.set(this.#scratch, 0, length);
    else {
      const encoded = encoder.encode(this.#decoder.decode(span.bytes.subarray(span.from, span.to)));
      span.set(encoded, 0, encoded.length);
    }
    clean(span, true);
    return span;
  }

  /** The cell as a string: for the slow parsers and for messages. */
  text(bytes: Uint8Array, from: number, to: number): string {
    const span = this.utf8(bytes, from, to);
    return decoder.decode(span.bytes.subarray(span.from, span.to));
  }
}

function isAscii({ bytes, from, to }: Span): boolean {
  for (let at = from; at < to; at++) if (bytes[at]! >= 0x80) return false;
  return true;
}
