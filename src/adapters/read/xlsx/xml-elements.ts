/** The position given for something that cannot stand there. */
export const MALFORMED = -1;

const LESS = 60;
const GREATER = 62;
const SLASH = 47;

/** The position after the tag at `at`; `>` inside quotes belongs to the tag. */
export function afterTag(bytes: Uint8Array, at: number, end: number): number {
  let quote = 0;
  for (let next = at; next < end; next++) {
    const byte = bytes[next]!;
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === GREATER) return next + 1;
    else if (byte === 34 || byte === 39) quote = byte;
  }
  return MALFORMED;
}

/** The position after an element whose content does not matter (a formula, an extension, a comment). */
export function afterElement(bytes: Uint8Array, at: number, end: number): number {
  if (bytes[at + 1] === 33) return afterComment(bytes, at, end);
  let depth = 0;
  for (let next = at; next < end; ) {
    if (bytes[next] !== LESS) {
      next++;
      continue;
    }
    if (bytes[next + 1] === 33) {
      next = afterComment(bytes, next, end);
      if (next < 0) return MALFORMED;
      continue;
    }
    const closes = bytes[next + 1] === SLASH;
    next = afterTag(bytes, next, end);
    if (next < 0) return MALFORMED;
    if (closes) depth--;
    else if (bytes[next - 2] !== SLASH) depth++;
    if (depth === 0) return next;
  }
  return MALFORMED;
}

/** The position after `<!--…-->` or `<![CDATA[…]]>`. */
function afterComment(bytes: Uint8Array, at: number, end: number): number {
  const mark = bytes[at + 2] === 45 ? 45 : bytes[at + 2] === 91 ? 93 : 0;
  if (mark === 0) return MALFORMED;
  for (let next = at + 4; next + 2 < end; next++) {
    if (bytes[next] === mark && bytes[next + 1] === mark && bytes[next + 2] === GREATER) return next + 3;
  }
  return MALFORMED;
}
