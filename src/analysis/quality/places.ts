/** A line of a sheet of a file. */
export interface Place {
  readonly file: string;
  readonly sheet: string;
  readonly line: number | null;
}

const SHOWN = 5;

/**
 * The first places in file order, e.g. `a.csv 12, 15, 99 …`; the file (and sheet) is named once for its lines, and
 * `…` says that there are more than are shown.
 */
export function placesText(places: readonly Place[], total: number): string {
  const sorted = [...places].sort(inFileOrder).slice(0, SHOWN);
  const parts: string[] = [];
  let before = '';
  for (const { file, sheet, line } of sorted) {
    const where = sheet === '' ? file : `${file} ${sheet}`;
    const text = line === null ? '' : String(line);
    if (where === before) parts[parts.length - 1] += `, ${text}`;
    else parts.push(`${where} ${text}`.trim());
    before = where;
  }
  return parts.join('; ') + (total > sorted.length ? ' …' : '');
}

function inFileOrder(one: Place, other: Place): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1;
  if (one.sheet !== other.sheet) return one.sheet < other.sheet ? -1 : 1;
  return (one.line ?? 0) - (other.line ?? 0);
}
