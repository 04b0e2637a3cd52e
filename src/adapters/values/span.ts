/** A range of UTF-8 (or, before transcoding, GB18030) bytes that is narrowed in place: one is used for all cells. */
export class Span {
  bytes: Uint8Array = new Uint8Array(0);
  from = 0;
  to = 0;

  set(bytes: Uint8Array, from: number, to: number): this {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
    return this;
  }
}

const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const EQUALS = 0x3d;

/**
 * Narrows a cell to its content: blanks, TAB, line ends, BOM, NBSP, ideographic and zero-width blanks at both ends, the
 * wrapper `="…"` that keeps Excel from reading ids as numbers, and exactly one leading `'`, which does the same.
 * Safe on GB18030 too: none of its trail bytes is one of the ASCII characters looked at, and the multi-byte blanks of
 * UTF-8 are only looked for when `unicode` is set.
 */
export function clean(span: Span, unicode: boolean): void {
  trim(span, unicode);
  const { bytes } = span;
  if (span.from === span.to) return;
  if (bytes[span.from] === EQUALS && isWrapped(span)) {
    span.from += 2;
    span.to -= 1;
    trim(span, unicode);
  }
  if (span.from < span.to && bytes[span.from] === APOSTROPHE) {
    span.from += 1;
    trim(span, unicode);
  }
}

function isWrapped({ bytes, from, to }: Span): boolean {
  return to - from >= 3 && bytes[from + 1] === QUOTE && bytes[to - 1] === QUOTE;
}

function trim(span: Span, unicode: boolean): void {
  const { bytes } = span;
  let { from, to } = span;
  while (from < to) {
    const width = bytes[from]! <= 0x20 ? 1 : unicode ? blankAt(bytes, from, to) : 0;
    if (width === 0) break;
    from += width;
  }
  while (from < to) {
    const width = bytes[to - 1]! <= 0x20 ? 1 : unicode ? blankBefore(bytes, from, to) : 0;
    if (width === 0) break;
    to -= width;
  }
  span.from = from;
  span.to = to;
}

/** Bytes of the non-ASCII blank that starts here, 0 if none does. */
function blankAt(bytes: Uint8Array, from: number, to: number): number {
  const lead = bytes[from]!;
  if (lead < 0xc2) return 0;
  if (lead === 0xc2) return to - from >= 2 && bytes[from + 1] === 0xa0 ? 2 : 0;
  if (to - from < 3) return 0;
  return isBlank3(lead, bytes[from + 1]!, bytes[from + 2]!) ? 3 : 0;
}

function blankBefore(bytes: Uint8Array, from: number, to: number): number {
  const last = bytes[to - 1]!;
  if (last < 0x80) return 0;
  if (last === 0xa0 && to - from >= 2 && bytes[to - 2] === 0xc2) return 2;
  return to - from >= 3 && isBlank3(bytes[to - 3]!, bytes[to - 2]!, last) ? 3 : 0;
}

/** U+2000–200B, 2028, 2029, 202F, 2060, 3000, FEFF. */
function isBlank3(first: number, second: number, third: number): boolean {
  if (first === 0xe2) {
    return (
      (second === 0x80 && ((third >= 0x80 && third <= 0x8b) || third === 0xa8 || third === 0xa9 || third === 0xaf)) ||
      (second === 0x81 && third === 0xa0)
    );
  }
  if (first === 0xe3) return second === 0x80 && third === 0x80;
  return first === 0xef && second === 0xbb && third === 0xbf;
}

/**
 * Whether a cleaned text cell says "nothing": empty, `null`, `-`, `--`, `—`, `——`, `无`, `#N/A` (a lookup of Excel that
 * found nothing), `""`, or the `=` that a careless split leaves of `=""`.
 */
export function isBlankText({ bytes, from, to }: Span): boolean {
  const length = to - from;
  if (length === 0) return true;
  if (length > 6) return false;
  const first = bytes[from]!;
  if (length === 1) return first === 0x2d || first === EQUALS;
  if (length === 2) return first === bytes[from + 1] && (first === 0x2d || first === QUOTE);
  if (length === 4) return isNull(bytes, from) || isNotAvailable(bytes, from);
  if (length === 3)
    return isDash(bytes, from) || (first === 0xe6 && bytes[from + 1] === 0x97 && bytes[from + 2] === 0xa0);
  return length === 6 && isDash(bytes, from) && isDash(bytes, from + 3);
}

function isNull(bytes: Uint8Array, at: number): boolean {
  return (
    (bytes[at]! | 0x20) === 0x6e &&
    (bytes[at + 1]! | 0x20) === 0x75 &&
    (bytes[at + 2]! | 0x20) === 0x6c &&
    (bytes[at + 3]! | 0x20) === 0x6c
  );
}

function isNotAvailable(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0x23 && bytes[at + 1] === 0x4e && bytes[at + 2] === 0x2f && bytes[at + 3] === 0x41;
}

function isDash(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0xe2 && bytes[at + 1] === 0x80 && bytes[at + 2] === 0x94;
}
