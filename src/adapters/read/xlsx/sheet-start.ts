import { afterTag } from './xml-elements.js';

/** Where the rows of a sheet part begin. */
export interface SheetStart {
  /** Position after the tag of the rows. */
  readonly at: number;
  /** Bytes of the prefix of the sheet's names, and its colon. */
  readonly prefix: string;
  /** The sheet has no rows. */
  readonly empty: boolean;
}

/** Finds the rows in the beginning of a sheet part; null where more of it is needed, `damaged` where it is no sheet. */
export function sheetStart(bytes: Uint8Array, start: number, end: number): SheetStart | 'damaged' | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start);
  const root = /<(?![?!])([^\s/<>]*)[\s/>]/.exec(text.toString('latin1', 0, Math.min(end - start, 65_536)));
  if (root === null) return null;
  const prefix = /^(?:([^:]*:)?worksheet)$/.exec(root[1] ?? '');
  if (prefix === null) return 'damaged';
  const name = `<${prefix[1] ?? ''}sheetData`;
  const at = text.indexOf(name, 0, 'latin1');
  const after = at < 0 ? -1 : afterTag(bytes, start + at, end);
  if (after < 0) return null;
  return { at: after, prefix: prefix[1] ?? '', empty: bytes[after - 2] === 47 };
}
