import { countThreeByteCharacters } from './utf8.js';

/** U+FFFD as a four-byte character. */
const REPLACEMENT = 39_417;

/** What the lines of a text that may be GB18030 are: those with characters beyond ASCII. */
export interface LineKinds {
  /** A line that is valid UTF-8 and has so many characters of three bytes, null: one that is not UTF-8; its offset. */
  line(offset: () => number, utf8Characters: number | null): void;
}

/** Checks blocks of whole lines as GB18030, byte by byte and without decoding them. */
export class Gb18030Check {
  /** U+FFFD seen. */
  replacements = 0;
  /** Offset of the first byte that begins no character; null as long as there is none. */
  bad: number | null = null;
  #offset = 0;

  /** `kinds` is told of every line with characters beyond ASCII; null: nobody wants to know. */
  constructor(private readonly kinds: LineKinds | null) {}

  take(block: Uint8Array): void {
    const lineEnd = block.includes(10) ? 10 : 13;
    for (let at = 0; at < block.length; ) {
      at = this.#characters(block, at, lineEnd);
      if (at === block.length || this.bad === null) continue;
      if (this.kinds === null) break;
      at = this.#lineAfter(block, at, lineEnd);
    }
    this.#offset += block.length;
  }

  /** Goes on to the end, or to the first byte that begins no character. */
  #characters(block: Uint8Array, from: number, lineEnd: number): number {
    const last = block.length - 1;
    const silent = this.kinds === null;
    let known = silent;
    let at = from;
    while (at <= last) {
      let lead = block[at]!;
      while (lead < 0x80) {
        if (lead === lineEnd) known = silent;
        if (at === last) return block.length;
        lead = block[++at]!;
      }
      if (!known) this.#line(block, at, lineEnd);
      known = true;
      while (lead > 0x80 && lead < 0xff && at < last) {
        const trail = block[at + 1]!;
        if (trail < 0x40 || trail === 0x7f || trail === 0xff) break;
        at += 2;
        if (at > last) return at;
        lead = block[at]!;
      }
      if (lead < 0x80) continue;
      const width = rareCharacter(block, at, block.length);
      if (width === 0) {
        this.bad ??= this.#offset + at;
        return at;
      }
      if (width === 4 && pointer(block, at) === REPLACEMENT) this.replacements++;
      at += width;
    }
    return at;
  }

  #line(block: Uint8Array, at: number, lineEnd: number): void {
    const isOther = utf8Width(block, at, block.length) === 0;
    const end = isOther ? at : this.#lineAfter(block, at, lineEnd);
    this.kinds?.line(
      () => this.#offset + lineStart(block, at, lineEnd),
      isOther ? null : utf8Characters(block, at, end),
    );
  }

  #lineAfter(block: Uint8Array, at: number, lineEnd: number): number {
    const found = block.indexOf(lineEnd, at);
    return found === -1 ? block.length : found + 1;
  }
}

function lineStart(block: Uint8Array, at: number, lineEnd: number): number {
  return at === 0 ? 0 : block.lastIndexOf(lineEnd, at - 1) + 1;
}

/** Width of the euro sign of old code pages (0x80) or of a four-byte character; 0 where neither stands. */
function rareCharacter(bytes: Uint8Array, at: number, to: number): number {
  const lead = bytes[at]!;
  if (lead === 0x80) return 1;
  if (lead === 0xff || at + 4 > to) return 0;
  const [second, third, fourth] = [bytes[at + 1]!, bytes[at + 2]!, bytes[at + 3]!];
  if (second < 0x30 || second > 0x39 || third < 0x81 || third > 0xfe || fourth < 0x30 || fourth > 0x39) return 0;
  const index = pointer(bytes, at);
  return index <= 39_419 || (index >= 189_000 && index <= 1_237_575) ? 4 : 0;
}

/** Number of a four-byte character in the order of the standard (GB 18030-2005; the ranges of the Encoding Standard). */
function pointer(bytes: Uint8Array, at: number): number {
  return (
    (((bytes[at]! - 0x81) * 10 + bytes[at + 1]! - 0x30) * 126 + bytes[at + 2]! - 0x81) * 10 + bytes[at + 3]! - 0x30
  );
}

/** Characters of three bytes in a line that is UTF-8, null where it is not: mostly the first character tells. */
function utf8Characters(bytes: Uint8Array, from: number, to: number): number | null {
  for (let at = from; at < to; ) {
    const width = utf8Width(bytes, at, to);
    if (width === 0) return null;
    at += width;
  }
  return countThreeByteCharacters(bytes.subarray(from, to));
}

function utf8Width(bytes: Uint8Array, at: number, to: number): number {
  const lead = bytes[at]!;
  if (lead < 0x80) return 1;
  const width = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  if (width === 0 || at + width > to) return 0;
  const second = bytes[at + 1]!;
  const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < least || second > most) return 0;
  for (let next = at + 2; next < at + width; next++) if ((bytes[next]! & 0xc0) !== 0x80) return 0;
  return width;
}
