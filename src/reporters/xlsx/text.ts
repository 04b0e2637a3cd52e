/** Excel's limit of characters in a cell (UTF-16 units). */
const CELL_LIMIT = 32_767;
const SHEET_NAME_LIMIT = 31;

const illegal =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const illegalOrReturn = new RegExp(`${illegal.source}|\\r`, 'g');
const suspect = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff_]/;

/**
 * A text as a cell can hold it: control characters and lone surrogates, which XML cannot hold, are taken out; what looks like the
 * format's own escape (`_x0041_`) is escaped, so that it stays what it was; cut at 32,767 characters, never inside one.
 */
export function cellText(text: string): string {
  if (text.length <= CELL_LIMIT && !suspect.test(text)) return text;
  return cut(text.replace(illegal, ''), CELL_LIMIT).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

/**
 * A text that reads back as it was: what XML cannot hold is written as the format's own escape (`_x001B_`) instead of
 * taken out, a lone CR too. Cut at 32,767 characters, escapes included.
 */
export function exactCellText(text: string): string {
  if (text.length <= CELL_LIMIT && !suspect.test(text) && !text.includes('\r')) return text;
  const escaped = text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(illegalOrReturn, (one) => `_x${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
  return cut(escaped, CELL_LIMIT);
}

/** A name Excel accepts for a sheet: none of []:*?/\, no apostrophe at the ends, 1–31 characters, not its own History. */
export function sheetName(text: string, fallback: string): string {
  const clean = text.replace(illegal, '').replace(/[[\]:*?/\\\t\r\n]/g, ' ');
  const name = cut(clean.replace(/^[' ]+/, ''), SHEET_NAME_LIMIT).replace(/[' ]+$/, '');
  return name === '' || name.toLowerCase() === 'history' ? fallback : name;
}

function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const unit = text.charCodeAt(limit - 1);
  return text.slice(0, unit >= 0xd800 && unit <= 0xdbff ? limit - 1 : limit);
}
