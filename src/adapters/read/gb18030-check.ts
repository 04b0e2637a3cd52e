import { type LineStops, type Passage, PlainPassage } from './gb18030-passage.js';
import { countThreeByteCharacters } from './utf8.js';

/** U+FFFD as a four-byte character. */
const REPLACEMENT = 39_417;

/** What the lines of a text that may be GB18030 are: those with characters beyond ASCII. */
export interface LineKinds {
  /** A line that is valid UTF-8 and has so many characters of three bytes, null: one that is not UTF-8; its offset. */
  line(offset: () => number, utf8Characters: number | null): void;
  /** From now on it is enough to say how many lines are not UTF-8. */
  readonly countOthers: boolean;
  others(count: number): void;
}

/** Checks blocks of whole lines as GB18030 without decoding them. */
export class Gb18030Check {
  /** U+FFFD seen. */
  replacements = 0;
  /** Offset of the first byte that begins no character; null as long as there is none. */
  bad: number | null = null;
  #offset = 0;

  /** `kinds` is told of every line with characters beyond ASCII; null: nobody wants to know. */
  constructor(
    private readonly kinds: LineKinds | null,
    private readonly passage: Passage = new PlainPassage(),
  ) {}

  take(block: Uint8Array): void {
    const lineEnd = block.includes(10) ? 10 : 13;
    this.passage.begin(block, lineEnd);
    for (let at = 0; at < block.length; ) {
      at = this.passage.pass(at, this.#stops());
      if (at < block.length) at = this.#rareCharacter(block, at, lineEnd);
    }
    this.kinds?.others(this.passage.others);
    this.passage.others = 0;
    this.#offset += block.length;
  }

  #stops(): LineStops {
    if (this.kinds === null) return 'none';
    return this.kinds.countOthers ? 'utf8' : 'each';
  }

  /** Where to go on at a character that no passage leads over: the first of its line, one that is not of two bytes, or none. */
  #rareCharacter(block: Uint8Array, at: number, lineEnd: number): number {
    const { kinds, passage } = this;
    if (kinds !== null && !passage.known) {
      this.#line(kinds, block, at, lineEnd);
      passage.known = true;
      return at;
    }
    const width = rareCharacter(block, at, block.length);
    if (width === 0) {
      this.bad ??= this.#offset + at;
      passage.known = false;
      return kinds === null ? block.length : this.#lineAfter(block, at, lineEnd);
    }
    if (width === 4 && pointer(block, at) === REPLACEMENT) this.replacements++;
    return at + width;
  }

  #line(kinds: LineKinds, block: Uint8Array, at: number, lineEnd: number): void {
    const isOther = utf8Width(block, at, block.length) === 0;
    const end = isOther ? at : this.#lineAfter(block, at, lineEnd);
    kinds.line(() => this.#offset + lineStart(block, at, lineEnd), isOther ? null : utf8Characters(block, at, end));
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
