import type { Field, Mapping } from '../dialect.js';
import { cellText } from '../identify/header-row.js';
import type { CellSink, Sheet } from '../read/sheet.js';
import { CellBytes } from '../values/cell-bytes.js';
import type { TimeRules } from '../values/time-text.js';

const slashed = /^(\d{1,2})\/(\d{1,2})\/\d{4}/;
const LOOK_AT = 30;
const timeFields: ReadonlySet<Field> = new Set(['created', 'time', 'shipped', 'completed']);

/**
 * What the platform is known for; else whether the times of a sheet such as `03/04/2024` put the month or the day first: a second number above 12 says month
 * first, a first one above 12 day first. The columns are read through once for it, and only if their first cells look
 * like that. `unknown` where nothing tells, or both do.
 */
export async function slashOrder(sheet: Sheet, mapping: Mapping): Promise<TimeRules['slashes']> {
  if (mapping.dialect.slashes !== undefined) return mapping.dialect.slashes;
  const positions = mapping.columns.filter(({ field }) => timeFields.has(field)).map(({ position }) => position);
  if (positions.length === 0 || !(await startsSlashed(sheet, positions))) return 'unknown';
  const cell = new CellBytes(sheet.encoding);
  let monthFirst = false;
  let dayFirst = false;
  const look = (bytes: Uint8Array, from: number, to: number) => {
    const match = slashed.exec(cell.text(bytes, from, to));
    if (match === null) return;
    if (Number(match[1]) > 12) dayFirst = true;
    if (Number(match[2]) > 12) monthFirst = true;
  };
  await sheet.read(positions, lookingSink(look));
  return monthFirst === dayFirst ? 'unknown' : monthFirst ? 'month-first' : 'day-first';
}

async function startsSlashed(sheet: Sheet, positions: readonly number[]): Promise<boolean> {
  const rows = await sheet.head(LOOK_AT);
  return rows.some(({ cells }) =>
    positions.some((position) => slashed.test(cellText(cells[position] ?? { kind: 'blank' }).trim())),
  );
}

function lookingSink(look: (bytes: Uint8Array, from: number, to: number) => void): CellSink {
  return {
    text: (_column, bytes, from, to) => look(bytes, from, to),
    number: () => {},
    shared: () => {},
    string: (_index, bytes, from, to) => look(bytes, from, to),
    blank: () => {},
    error: () => {},
    endRow: () => {},
    badRow: () => {},
  };
}
