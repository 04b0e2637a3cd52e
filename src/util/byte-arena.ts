import { resizedTo } from './resized-to.js';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Texts as UTF-8, one after another in one growing piece of memory, numbered from 0. Up to 4 GiB. */
export class ByteArena {
  bytes: Uint8Array = new Uint8Array(1 << 12);
  /** Where each text begins; it ends where the next one begins. */
  offsets: Uint32Array = new Uint32Array(64);
  size = 0;

  /** Where the texts end: from here on bytes may be put down that become texts with `adopt`, once there is `room`. */
  get end(): number {
    return this.offsets[this.size]!;
  }

  /** Makes room for bytes up to `end`. */
  room(end: number): void {
    if (end > this.bytes.length) this.bytes = resizedTo(this.bytes, Math.max(end, this.bytes.length * 2), Uint8Array);
  }

  /** Adds a text and gives its number. */
  add(source: Uint8Array, from: number, to: number): number {
    const { end } = this;
    this.room(end + to - from);
    const { bytes } = this;
    for (let at = from, target = end; at < to; at++, target++) bytes[target] = source[at]!;
    return this.adopt(end, end + to - from);
  }

  /** Makes bytes that were put down behind the texts the next text, and gives its number. */
  adopt(from: number, to: number): number {
    const code = this.size++;
    const start = this.offsets[code]!;
    const end = start + to - from;
    const { bytes } = this;
    if (from !== start) for (let at = from, target = start; at < to; at++, target++) bytes[target] = bytes[at]!;
    if (code + 2 > this.offsets.length) this.offsets = resizedTo(this.offsets, code * 2 + 2, Uint32Array);
    this.offsets[code + 1] = end;
    return code;
  }

  /** Whether the bytes from `offset` on are these. */
  equals(offset: number, other: Uint8Array, from: number, to: number): boolean {
    const { bytes } = this;
    for (let at = from, own = offset; at < to; at++, own++) if (other[at] !== bytes[own]) return false;
    return true;
  }

  /** Whether a text is these bytes. Compared from the end, where texts that differ mostly do. */
  is(code: number, other: Uint8Array, from: number, to: number): boolean {
    const { bytes, offsets } = this;
    const start = offsets[code]!;
    const end = offsets[code + 1]!;
    if (end - start !== to - from) return false;
    for (let at = to - 1, own = end - 1; own >= start; at--, own--) if (other[at] !== bytes[own]) return false;
    return true;
  }

  /** Whether a text consists of digits alone. */
  isNumber(code: number): boolean {
    for (let at = this.offsets[code]!; at < this.offsets[code + 1]!; at++) {
      if (this.bytes[at]! < 0x30 || this.bytes[at]! > 0x39) return false;
    }
    return true;
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

  /** Lets go of the room for more texts. */
  trim(): void {
    this.bytes = resizedTo(this.bytes, this.offsets[this.size]!, Uint8Array);
    this.offsets = resizedTo(this.offsets, this.size + 2, Uint32Array);
  }
}
