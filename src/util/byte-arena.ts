import { copyBytes, sameBytes, viewOf } from './byte-words.js';
import { resizedTo } from './resized-to.js';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
/** Most bytes of all texts: their places are 32-bit numbers. */
const MOST = 2 ** 32 - 1;

/** Texts as UTF-8, one after another in one growing piece of memory, numbered from 0. Up to 4 GiB. */
export class ByteArena {
  bytes: Uint8Array = new Uint8Array(1 << 12);
  /** The same memory. */
  view: DataView = viewOf(this.bytes);
  /** Where each text begins; it ends where the next one begins. */
  offsets: Uint32Array = new Uint32Array(64);
  size = 0;

  /** Texts are put into this memory, whatever it holds; none must be here yet. */
  reuse(bytes: Uint8Array, offsets: Uint32Array): void {
    if (bytes.length >= this.bytes.length) this.#use(bytes);
    if (offsets.length >= this.offsets.length) this.offsets = offsets;
    this.offsets[0] = 0;
  }

  /** Makes room for so many more texts with so many bytes; if there is none, for `growth` times what there is. */
  room(texts: number, bytes: number, growth = 2): void {
    const end = this.offsets[this.size]! + bytes;
    if (end > this.bytes.length) this.#resize(Math.max(end, Math.min(Math.ceil(this.bytes.length * growth), MOST)));
    const needed = this.size + texts + 1;
    if (needed <= this.offsets.length) return;
    this.offsets = resizedTo(this.offsets, Math.max(needed, Math.ceil(this.offsets.length * growth)), Uint32Array);
  }

  /** Adds a text, for which there must be room, and gives its number. */
  add(source: DataView, from: number, to: number): number {
    const { offsets } = this;
    const code = this.size++;
    const start = offsets[code]!;
    copyBytes(source, from, this.view, start, to - from);
    offsets[code + 1] = start + to - from;
    return code;
  }

  /** Whether a text is these bytes. */
  is(code: number, other: DataView, from: number, to: number): boolean {
    const { offsets } = this;
    const start = offsets[code]!;
    const length = offsets[code + 1]! - start;
    return length === to - from && sameBytes(this.view, start, other, from, length);
  }

  /** Where the first `words` words of a text end (separated by single blanks). */
  endOfWords(code: number, words: number): number {
    const end = this.offsets[code + 1]!;
    let at = this.offsets[code]!;
    for (let left = words; at < end; at++) if (this.bytes[at] === 0x20 && --left === 0) break;
    return at;
  }

  decode(code: number): string {
    return decoder.decode(this.bytes.subarray(this.offsets[code]!, this.offsets[code + 1]!));
  }

  /** Where there cannot be so much, that is told as the runtime tells it, so that it counts as memory used up. */
  #resize(length: number): void {
    if (length > MOST) throw new RangeError('Invalid typed array length: more than 4 GiB of texts');
    this.#use(resizedTo(this.bytes, length, Uint8Array));
  }

  #use(bytes: Uint8Array): void {
    this.bytes = bytes;
    this.view = viewOf(bytes);
  }
}
