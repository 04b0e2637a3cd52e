/**
 * What a parser says of a cell besides a value, kept in the number itself so that a million cells make no objects:
 * NaN is a blank cell, Infinity a text that is not what the column holds, −Infinity a date that can be read two ways.
 * A value is always finite. Nothing becomes 0 because it could not be read.
 */
export const BLANK = Number.NaN;
export const UNREADABLE = Number.POSITIVE_INFINITY;
export const AMBIGUOUS = Number.NEGATIVE_INFINITY;

/** Texts that stand for an empty cell where an amount, a time or a count belongs; after NFKC, lower case, trimmed. */
export const blankNumberTexts: ReadonlySet<string> = new Set([
  '',
  '""',
  '=',
  'null',
  "'null",
  'none',
  'nan',
  'nat',
  '-',
  '--',
  '—',
  '——',
  '无',
  '无退款申请',
  '没有申请退款',
]);

/** A text as the slow parsers want it: NFKC (full-width to half-width, NBSP to blank), no zero-width, a plain minus. */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u200b\u2060\ufeff]/g, '')
    .replace(/\u2212/g, '-')
    .trim();
}
