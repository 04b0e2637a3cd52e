import { type CellStyle, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { type Day, midnightUtc } from '../../util/calendar.js';
import { wrap } from '../../util/wrap.js';
import type { PlainSheet, SheetCell } from './sheet.js';
import { sheetName } from './text.js';

const HEADER: CellStyle = {
  font: { bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '0F766E' } },
  alignment: { vertical: 'center', horizontal: 'left' },
};
/** The header of a column of numbers stands where they stand. */
const NUMBERS: CellStyle = { ...HEADER, alignment: { vertical: 'center', horizontal: 'right' } };

/** Few to many, as on the page; muted, so that the numbers stay readable. */
const SHADES = ['F2F7F6', '7CC4B8'];

/** Texts at least this wide are broken into lines. */
const LONG = 60;
/** Points of a line of text. */
const LINE = 15;
/** More of a text is not measured for the height of its row. */
const MEASURED = 3_000;

/**
 * Sheets as a workbook: header frozen, bold and filtered; widths as measured; printed landscape, one page wide, header
 * repeated. The same sheets give the same bytes: the time of the file is midnight of `day`.
 */
export async function workbook(sheets: readonly PlainSheet[], day: Day): Promise<Uint8Array> {
  const time = midnightUtc(day);
  const names = uniqueNames(sheets.map(({ name }) => name));
  return writeXlsx({
    sheets: sheets.map((sheet, at) => writeSheet(sheet, names[at] ?? `Sheet${at + 1}`)),
    properties: { creator: 'huitouke', created: time, modified: time },
  });
}

function writeSheet({ header, rows, widths, shaded }: PlainSheet, name: string): WriteSheet {
  const last = `${columnName(header.length - 1)}${rows.length + 1}`;
  return {
    name,
    columns: widths.map((width) => ({ width })),
    rows: [[...header], ...rows.map((row) => row.map(({ value }) => value))],
    cells: styles(header, rows, widths),
    rowDefs: heights(rows, widths),
    freezePane: shaded === null ? { rows: 1 } : { rows: 1, columns: shaded[0] },
    autoFilter: { range: `A1:${last}` },
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '$1:$1' },
    ...(shaded === null || rows.length === 0 ? {} : { conditionalRules: [shades(shaded)] }),
  };
}

function styles(
  header: readonly string[],
  rows: readonly (readonly SheetCell[])[],
  widths: readonly number[],
): NonNullable<WriteSheet['cells']> {
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  for (const at of header.keys()) {
    const isNumbers =
      rows.some((row) => row[at]?.value !== null) && rows.every((row) => typeof row[at]?.value !== 'string');
    cells.set(`0,${at}`, { style: isNumbers ? NUMBERS : HEADER });
  }
  for (const [row, line] of rows.entries()) {
    for (const [at, { value, format }] of line.entries()) {
      if (format !== null && value !== null) cells.set(`${row + 1},${at}`, { style: { numFmt: format } });
      else if (typeof value === 'string' && (widths[at] ?? 0) >= LONG)
        cells.set(`${row + 1},${at}`, { style: { alignment: { wrapText: true, vertical: 'top' } } });
    }
  }
  return cells;
}

/** Rows with texts that take several lines are as high as they need; other rows are left to the program. */
function heights(
  rows: readonly (readonly SheetCell[])[],
  widths: readonly number[],
): NonNullable<WriteSheet['rowDefs']> {
  const found: NonNullable<WriteSheet['rowDefs']> = new Map();
  for (const [row, line] of rows.entries()) {
    const lines = line.map(({ value }, at) => {
      const width = widths[at] ?? 0;
      return typeof value === 'string' && width >= LONG ? wrap(value.slice(0, MEASURED), width).length : 1;
    });
    const most = Math.max(1, ...lines);
    if (most > 1) found.set(row + 1, { height: LINE * most });
  }
  return found;
}

function shades([from, to, rows]: NonNullable<PlainSheet['shaded']>): NonNullable<
  WriteSheet['conditionalRules']
>[number] {
  return {
    type: 'colorScale',
    priority: 1,
    range: `${columnName(from)}2:${columnName(to)}${rows + 1}`,
    colorScale: { cfvo: [{ type: 'min' }, { type: 'max' }], colors: [...SHADES] },
  };
}

/** Names Excel accepts, each once whatever its case. */
function uniqueNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return wanted.map((text, at) => {
    const fallback = `Sheet${at + 1}`;
    let name = sheetName(text, fallback);
    for (let copy = 2; taken.has(name.toLowerCase()); copy++)
      name = `${sheetName([...text].slice(0, 24).join(''), fallback)} ${copy}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

/** A, B … Z, AA …; from 0. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}
