const QUOTE = 34;

/**
 * Whether a quoted cell of this record runs over a delimiter or a line break and its closing quote is followed by
 * something other than a delimiter or the end: then the quote was never closed, and the opening quote of another cell
 * was taken for its end.
 */
export function quoteRunsOver(bytes: Uint8Array, from: number, to: number, delimiter: string): boolean {
  const separator = delimiter.charCodeAt(0);
  let at = from;
  while (at < to) {
    if (bytes[at] !== QUOTE) {
      at = afterUnquoted(bytes, at, to, separator);
      continue;
    }
    const close = closingQuote(bytes, at + 1, to);
    const next = bytes[close + 1];
    const clean = close + 1 >= to || next === separator || next === 10 || next === 13;
    if (!clean && holdsEnd(bytes, at, close, separator)) return true;
    at = afterUnquoted(bytes, close + 1, to, separator);
  }
  return false;
}

function afterUnquoted(bytes: Uint8Array, from: number, to: number, separator: number): number {
  let at = from;
  while (at < to && bytes[at] !== separator) at += 1;
  return at + 1;
}

function closingQuote(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to) {
    if (bytes[at] !== QUOTE) at += 1;
    else if (bytes[at + 1] === QUOTE) at += 2;
    else return at;
  }
  return to;
}

function holdsEnd(bytes: Uint8Array, from: number, to: number, separator: number): boolean {
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at];
    if (byte === 10 || byte === 13 || byte === separator) return true;
  }
  return false;
}
