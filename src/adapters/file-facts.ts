import type { FileFacts, SheetFacts } from '../model/imported.js';
import { type Day, NO_DAY } from '../util/calendar.js';
import { runsOf } from '../util/runs-of.js';
import type { Mapping } from './dialect.js';
import { normalHeader } from './identify/header.js';
import type { Columns } from './merge/columns.js';
import { DUPLICATE, USED } from './merge/row-fate.js';
import type { ReadFile, ReadSheet } from './read-file.js';
import type { RowStore } from './rows/rows.js';
import type { OrdersMade } from './settle/to-orders.js';
import { dayOfOrder } from './settle/worth.js';

/** What became of the rows of one sheet of the store. */
interface SheetTotals {
  used: number;
  duplicate: number;
  rejected: number;
  amount: number;
  firstDay: Day;
  lastDay: Day;
}

/** Sums up the rows of each sheet of the store. */
export function sheetTotals(
  store: RowStore,
  { rows, merged, settled, fate, amount }: OrdersMade,
): readonly SheetTotals[] {
  const totals = store.sheets.map(
    (): SheetTotals => ({ used: 0, duplicate: 0, rejected: 0, amount: 0, firstDay: NO_DAY, lastDay: NO_DAY }),
  );
  const counting = store.sheets.map(({ of, echo }, index) => (echo === true ? null : totals[of ?? index]!));
  // Where each row is an order, their days are known.
  const days = merged.columns === rows ? settled.day : daysOf(rows, store.size);
  for (const [sheet, from, to] of runsOf(store.sheet)) {
    if (counting[sheet] !== null) addRows(counting[sheet]!, { days, fate, amount }, from, to);
  }
  return totals;
}

function daysOf(rows: Columns, size: number): Int32Array {
  const days = new Int32Array(size);
  for (let row = 0; row < size; row++) days[row] = dayOfOrder(rows, row);
  return days;
}

interface Judged {
  readonly days: Int32Array;
  readonly fate: Uint8Array;
  readonly amount: Float64Array;
}

/** Adds the rows `from` to `to` (left out) of one sheet. */
function addRows(totals: SheetTotals, { days, fate, amount }: Judged, from: number, to: number): void {
  let { used, amount: sum, firstDay, lastDay } = totals;
  for (let row = from; row < to; row++) {
    if (fate[row] !== USED) {
      if (fate[row] === DUPLICATE) totals.duplicate++;
      else totals.rejected++;
      continue;
    }
    used++;
    sum += amount[row]!;
    const day = days[row]!;
    if (day > lastDay) lastDay = day;
    if (day !== NO_DAY && (day < firstDay || firstDay === NO_DAY)) firstDay = day;
  }
  Object.assign(totals, { used, amount: sum, firstDay, lastDay });
}

/** The facts of a file that was read. */
export function fileFacts({ source, sha256, opened, sheets }: ReadFile, totals: readonly SheetTotals[]): FileFacts {
  return {
    name: source.name,
    sha256,
    bytes: source.fileSize ?? source.size,
    kind: opened.kind,
    encoding: opened.encoding,
    delimiter: opened.delimiter,
    sheets: sheets.map((sheet) => sheetFacts(sheet, totals)),
  };
}

/** The facts of a file that holds, byte for byte, what another holds: all its rows are duplicates. */
export function repeatedFacts(first: FileFacts, name: string): FileFacts {
  const sheets = first.sheets.map((sheet) => ({ ...sheet, used: 0, duplicate: sheet.rows, rejected: 0, amount: 0 }));
  return { ...first, name, sheets };
}

function sheetFacts(sheet: ReadSheet, totals: readonly SheetTotals[]): SheetFacts {
  if (sheet.skipped !== null) return passedOver(sheet.name, sheet.skipped);
  const { mapping, reading } = sheet;
  const { used, duplicate, rejected, amount, firstDay, lastDay } = totals[reading.sheet]!;
  return {
    name: sheet.name,
    platform: mapping.dialect.id,
    skipped: null,
    headerLine: mapping.headerLine,
    toldBy: toldBy(mapping),
    columns: mapping.columns.map(({ field, header, position }) => ({ field, header, position: position + 1 })),
    unusedHeaders: mapping.unusedHeaders,
    rows: reading.rows,
    used,
    duplicate,
    rejected: rejected + reading.rows - reading.accepted,
    amount,
    firstDay: firstDay === NO_DAY ? null : firstDay,
    lastDay: lastDay === NO_DAY ? null : lastDay,
    timeKinds: reading.timeKinds,
  };
}

/** What of the header tells the platform: of each group of marks the first name that is there. */
function toldBy({ dialect, columns, unusedHeaders }: Mapping): readonly string[] {
  const names = [...columns.map(({ header }) => header), ...unusedHeaders];
  const known = new Map(names.map((name) => [normalHeader(name), name.trim()]));
  return dialect.marks.flatMap((group) => {
    const found = group.find((mark) => known.has(normalHeader(mark)));
    return found === undefined ? [] : [known.get(normalHeader(found)) ?? found];
  });
}

function passedOver(name: string, skipped: string): SheetFacts {
  return {
    ...{ name, platform: '', skipped, headerLine: null, toldBy: [], columns: [], unusedHeaders: [] },
    ...{ rows: 0, used: 0, duplicate: 0, rejected: 0, amount: 0, firstDay: null, lastDay: null },
    timeKinds: { date: 0, serial: 0, text: 0, blank: 0 },
  };
}
