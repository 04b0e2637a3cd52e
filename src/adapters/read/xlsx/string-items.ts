import { textEnd, textStart } from './quick-text.js';

const LESS = 60;
const GREATER = 62;
const SLASH = 47;
const COLON = 58;
const LETTER_S = 115;
const LETTER_I = 105;
const LETTER_T = 116;
const BEGIN = Buffer.from('<si><t');
const END = Buffer.from('</t></si>');

/** Finds the items (`<si>…</si>`) of a shared-strings part in its bytes, whatever prefix their names carry. */
export class ItemScanner {
  bytes: Uint8Array = new Uint8Array(0);
  /** The characters of a plain item, or the inner XML of one made of runs. */
  from = 0;
  to = 0;
  rich = false;
  /** A plain item of which every character stands for itself, for sure. */
  literal = false;
  /** Where what was looked at without finding the beginning of an item ends. */
  seen = 0;
  /** An item has begun and not ended in the bytes given last. */
  open = false;

  /** The position after the next item at or after `start`, −1 where no whole one is left. */
  next(bytes: Uint8Array, start: number, end: number): number {
    this.open = false;
    const quick = this.#quick(bytes, start, end);
    if (quick > 0) return quick;
    let at = start;
    for (;;) {
      while (at < end && bytes[at] !== LESS) at++;
      this.seen = at;
      const name = localName(bytes, at, end);
      if (name < 0 || name + 2 >= end) return -1;
      if (bytes[name] === LETTER_S && bytes[name + 1] === LETTER_I && endsName(bytes[name + 2]!)) break;
      at++;
    }
    this.open = true;
    const inner = afterTag(bytes, at, end);
    if (inner < 0) return -1;
    this.bytes = bytes;
    this.rich = false;
    this.literal = false;
    if (bytes[inner - 2] === SLASH) {
      this.from = inner;
      this.to = inner;
      this.open = false;
      return inner;
    }
    return this.#content(bytes, inner, end);
  }

  /** The position after `<si><t>…</t></si>`, as nearly all programs write it; 0 where something else stands here. */
  #quick(bytes: Uint8Array, at: number, end: number): number {
    if (!isAt(bytes, at, BEGIN)) return 0;
    const from = textStart(bytes, at + BEGIN.length);
    const found = from === 0 ? 0 : textEnd(bytes, from, end);
    const to = Math.abs(found);
    if (found === 0 || !isAt(bytes, to, END) || to + END.length > end) return 0;
    this.bytes = bytes;
    this.from = from;
    this.to = to;
    this.rich = false;
    this.literal = found > 0;
    this.seen = at;
    return to + END.length;
  }

  #content(bytes: Uint8Array, inner: number, end: number): number {
    let tags = 0;
    let plain = false;
    let textFrom = inner;
    let textTo = inner;
    for (let at = inner; ; at++) {
      while (at < end && bytes[at] !== LESS) at++;
      const closes = bytes[at + 1] === SLASH;
      const name = localName(bytes, closes ? at + 1 : at, end);
      if (name < 0 || name + 2 >= end) return -1;
      if (closes && bytes[name] === LETTER_S && bytes[name + 1] === LETTER_I) {
        const after = afterTag(bytes, at, end);
        if (after < 0) return -1;
        this.open = false;
        this.rich = tags > 0 && !(plain && tags === 2);
        this.from = this.rich ? inner : textFrom;
        this.to = this.rich ? at : textTo;
        return after;
      }
      tags++;
      if (tags > 2) continue;
      const isText = bytes[name] === LETTER_T && endsName(bytes[name + 1]!);
      if (tags === 1 && isText && !closes) {
        textFrom = afterTag(bytes, at, end);
        if (textFrom < 0) return -1;
        plain = bytes[textFrom - 2] !== SLASH;
        at = textFrom - 1;
      } else if (tags === 2) {
        plain &&= isText && closes;
        textTo = at;
      }
    }
  }
}

/** Where the name in the tag at `at` begins, its prefix left out; −1 where it is cut off. */
function localName(bytes: Uint8Array, at: number, end: number): number {
  for (let next = at + 1; next < end; next++) {
    const byte = bytes[next]!;
    if (byte === COLON) return next + 1;
    if (endsName(byte)) return at + 1;
  }
  return -1;
}

function endsName(byte: number): boolean {
  return byte === GREATER || byte === SLASH || byte <= 0x20;
}

/** The position after the tag at `at`, −1 where it is cut off. */
function afterTag(bytes: Uint8Array, at: number, end: number): number {
  let quote = 0;
  for (let next = at; next < end; next++) {
    const byte = bytes[next]!;
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === 34 || byte === 39) quote = byte;
    else if (byte === GREATER) return next + 1;
  }
  return -1;
}

function isAt(bytes: Uint8Array, at: number, word: Uint8Array): boolean {
  for (let index = 0; index < word.length; index++) if (bytes[at + index] !== word[index]) return false;
  return true;
}
