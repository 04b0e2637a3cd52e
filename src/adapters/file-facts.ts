import type { FileFacts, SheetFacts } from '../model/imported.js';
import { type Day, NO_DAY } from '../util/calendar.js';
import type { Mapping } from './dialect.js';
import { normalHeader } from './identify/header.js';
import { DUPLICATE, isRejected, USED } from './merge/row-fate.js';
import type { ReadFile, ReadSheet } from './read-file.js';
import type { RowStore } from './rows/rows.js';
import { dayOfOrder } from './settle/settle.js';
import type { OrdersMade } from './settle/to-orders.js';

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
export function sheetTotals(store: RowStore, { rows, fate, amount }: OrdersMade): readonly SheetTotals[] {
  const totals = store.sheets.map(
    (): SheetTotals => ({ used: 0, duplicate: 0, rejected: 0, amount: 0, firstDay: NO_DAY, lastDay: NO_DAY }),
  );
  const counting = store.sheets.map(({ of, echo }, index) => (echo === true ? null : totals[of ?? index]!));
  for (let row = 0; row < store.size; row++) {
    const sheet = counting[store.sheet[row]!]!;
    if (sheet === null) continue;
    if (isRejected(fate[row]!)) sheet.rejected++;
    else if (fate[row] === DUPLICATE) sheet.duplicate++;
    if (fate[row] !== USED) continue;
    sheet.used++;
    sheet.amount += amount[row]!;
    const day = dayOfOrder(rows, row);
    if (day === NO_DAY) continue;
    sheet.firstDay = sheet.firstDay === NO_DAY ? day : Math.min(sheet.firstDay, day);
    sheet.lastDay = Math.max(sheet.lastDay, day);
  }
  return totals;
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
