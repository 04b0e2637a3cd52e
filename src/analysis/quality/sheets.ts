import type { FileFacts, Imported, SheetFacts } from '../../model/imported.js';
import type { Cell, Table } from '../../model/report.js';

/** Every file and sheet of an import with the fact of one of its sheets. */
function* sheetsOf(imported: Imported): Iterable<readonly [FileFacts, SheetFacts]> {
  for (const file of imported.files) for (const sheet of file.sheets) yield [file, sheet];
}

/** Table `sheets`: what each sheet of each file was taken for, its rows and what became of them. Money: Σ net as stated. */
export function sheetsTable(imported: Imported): Table {
  const rows: Cell[][] = [];
  for (const [file, sheet] of sheetsOf(imported)) {
    rows.push([
      file.name,
      sheet.name,
      sheet.skipped === null ? sheet.platform : null,
      sheet.toldBy.length === 0 ? null : sheet.toldBy.join(' + '),
      file.kind,
      file.encoding === '' ? null : file.encoding,
      file.delimiter === '' ? null : delimiterName(file.delimiter),
      sheet.headerLine,
      sheet.rows,
      sheet.used,
      sheet.duplicate,
      sheet.rejected,
      sheet.skipped === null ? sheet.amount : null,
      sheet.firstDay,
      sheet.lastDay,
      sheet.skipped,
    ]);
  }
  return {
    id: 'sheets',
    definition: '',
    window: null,
    columns: [
      { key: 'file', unit: 'name' },
      { key: 'sheet', unit: 'name' },
      { key: 'platform', unit: 'text' },
      { key: 'toldBy', unit: 'name' },
      { key: 'kind', unit: 'text' },
      { key: 'encoding', unit: 'text' },
      { key: 'delimiter', unit: 'text' },
      { key: 'headerLine', unit: 'count' },
      { key: 'rows', unit: 'count' },
      { key: 'used', unit: 'count' },
      { key: 'duplicate', unit: 'count' },
      { key: 'rejected', unit: 'count' },
      { key: 'amount', unit: 'money' },
      { key: 'firstDay', unit: 'date' },
      { key: 'lastDay', unit: 'date' },
      { key: 'skipped', unit: 'text' },
    ],
    rows,
    view: 'plain',
    notes: [],
  };
}

/** Table `columns`: which column was taken for what; `field` is empty for a column nobody used. */
export function columnsTable(imported: Imported): Table {
  const rows: Cell[][] = [];
  for (const [file, sheet] of sheetsOf(imported)) {
    for (const { field, header, position } of sheet.columns)
      rows.push([file.name, sheet.name, position, header, field]);
    if (sheet.skipped !== null) continue;
    for (const header of sheet.unusedHeaders) rows.push([file.name, sheet.name, null, header, null]);
  }
  return {
    id: 'columns',
    definition: '',
    window: null,
    columns: [
      { key: 'file', unit: 'name' },
      { key: 'sheet', unit: 'name' },
      { key: 'position', unit: 'count' },
      { key: 'header', unit: 'name' },
      { key: 'field', unit: 'text' },
    ],
    rows,
    view: 'plain',
    notes: [],
  };
}

/** Table `time-kinds`: how the cells of the times were written, in number of cells. */
export function timeKindsTable(imported: Imported): Table {
  const rows: Cell[][] = [];
  for (const [file, sheet] of sheetsOf(imported)) {
    if (sheet.skipped !== null) continue;
    const { date, serial, text, blank } = sheet.timeKinds;
    rows.push([file.name, sheet.name, date, serial, text, blank]);
  }
  return {
    id: 'time-kinds',
    definition: '',
    window: null,
    columns: [
      { key: 'file', unit: 'name' },
      { key: 'sheet', unit: 'name' },
      { key: 'dateCells', unit: 'count' },
      { key: 'serialNumbers', unit: 'count' },
      { key: 'texts', unit: 'count' },
      { key: 'blanks', unit: 'count' },
    ],
    rows,
    view: 'plain',
    notes: [],
  };
}

function delimiterName(delimiter: string): string {
  return delimiter === '\t' ? 'tab' : delimiter;
}
