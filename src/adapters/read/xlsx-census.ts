import { MAX_COLUMNS, MAX_ROWS } from './sheet-limits.js';

/** What the cells of one sheet part are by its own XML, counted apart from the library that reads them. */
export interface Census {
  /** Cells the library must deliver. */
  readonly cells: number;
  /** Formulas without a stored result, by address: the library passes over them in silence. */
  readonly uncached: ReadonlySet<string>;
  /** The first cell whose text is not in the shared strings; null when there is none. */
  readonly lostString: string | null;
  /** The first cell beyond column XFD or row 1,048,576; null when there is none. */
  readonly outside: string | null;
}

const cellPattern = /<(?:\w+:)?c(?:\s([^>]*?))?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g;
const valuePattern = /<(?:\w+:)?v(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?v>/;

/** Counts the cells of a sheet part. `strings`: how many shared strings the book has. ECMA-376 18.3.1.4. */
export function censusOf(xml: string, strings: number): Census {
  const uncached = new Set<string>();
  let cells = 0;
  let lostString: string | null = null;
  let outside: string | null = null;
  for (const [, attributes = '', content = ''] of sheetData(xml).matchAll(cellPattern)) {
    const address = attribute(attributes, 'r');
    const type = attribute(attributes, 't');
    const value = valuePattern.exec(content)?.[1] ?? '';
    const formula = value === '' && /<(?:\w+:)?f[\s/>]/.test(content);
    if (formula && type !== 'str') uncached.add(address);
    if (isDelivered(type, value)) cells += 1;
    if (type === 's' && value !== '' && !(Number(value) < strings)) lostString ??= address;
    if (address !== '' && isOutside(address)) outside ??= address;
  }
  return { cells, uncached, lostString, outside };
}

function sheetData(xml: string): string {
  const start = xml.search(/<(?:\w+:)?sheetData[\s>]/);
  return start === -1 ? '' : xml.slice(start, xml.lastIndexOf('sheetData>'));
}

function attribute(attributes: string, name: string): string {
  return new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1] ?? '';
}

function isDelivered(type: string, value: string): boolean {
  return type === '' || type === 'n' || type === 's' ? value !== '' : true;
}

function isOutside(address: string): boolean {
  const place = placeOf(address);
  return place === null || place.column >= MAX_COLUMNS || place.row >= MAX_ROWS || place.row < 0;
}

/** Row and column, from 0, of an address like `B7`; null when it is none. */
export function placeOf(address: string): { readonly row: number; readonly column: number } | null {
  const match = /^([A-Z]+)(\d+)$/.exec(address);
  if (match === null) return null;
  let column = 0;
  for (const letter of match[1]!) column = 26 * column + letter.charCodeAt(0) - 64;
  return { row: Number(match[2]) - 1, column: column - 1 };
}
