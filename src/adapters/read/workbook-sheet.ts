import type { FrameIndex, FrameSheet } from './frame-index.js';
import { CELL_BYTES, cellKind, frame } from './frames.js';
import type { Cell, CellSink, HeadRow, Sheet, SheetCount } from './sheet.js';

/** One sheet of a workbook out of the frames its child sent. Texts are strings of the book's table. */
export function workbookSheet(bytes: Buffer, index: FrameIndex, sheet: FrameSheet): Sheet {
  return {
    name: sheet.name,
    encoding: 'utf-8',
    shortRowsAreBlank: true,
    head: async (rows) => firstRows(bytes, index, sheet, rows),
    read: async (columns, sink) => readAll(bytes, index, sheet, columns, sink),
  };
}

/** Positions of the ROW frames of a sheet. */
function* rowsOf(bytes: Buffer, sheet: FrameSheet): Generator<number> {
  let at = sheet.from;
  while (at < sheet.to) {
    if (bytes[at] === frame.row) {
      yield at;
      at += 17 + bytes.readUInt32LE(at + 5) * CELL_BYTES;
    } else at += 5 + bytes.readUInt32LE(at + 1);
  }
}

function firstRows(bytes: Buffer, index: FrameIndex, sheet: FrameSheet, wanted: number): readonly HeadRow[] {
  const rows: HeadRow[] = [];
  for (const row of rowsOf(bytes, sheet)) {
    if (rows.length >= wanted) break;
    const cells = Array.from({ length: bytes.readUInt32LE(row + 9) }, (): Cell => ({ kind: 'blank' }));
    const count = bytes.readUInt32LE(row + 5);
    for (let cell = 0; cell < count; cell += 1) {
      const at = row + 17 + cell * CELL_BYTES;
      cells[bytes.readUInt16LE(at)] = headCell(bytes, index, at);
    }
    rows.push({ line: bytes.readUInt32LE(row + 1), cells });
  }
  return rows;
}

function headCell(bytes: Buffer, index: FrameIndex, at: number): Cell {
  const kind = bytes[at + 2];
  const value = bytes.readDoubleLE(at + 3);
  if (kind === cellKind.text) return { kind: 'text', text: stringAt(bytes, index, value) };
  if (kind === cellKind.error) return { kind: 'error', code: stringAt(bytes, index, value) };
  return { kind: 'number', value, isDate: kind === cellKind.date };
}

function stringAt(bytes: Buffer, index: FrameIndex, string: number): string {
  return bytes.toString('utf8', index.strings[2 * string], index.strings[2 * string + 1]);
}

function readAll(
  bytes: Buffer,
  index: FrameIndex,
  sheet: FrameSheet,
  columns: readonly number[],
  sink: CellSink,
): SheetCount {
  const wanted = new Set(columns);
  const used = new Uint8Array(index.strings.length / 2);
  let rows = 0;
  for (const row of rowsOf(bytes, sheet)) {
    const end = row + 17 + bytes.readUInt32LE(row + 5) * CELL_BYTES;
    for (let at = row + 17; at < end; at += CELL_BYTES) {
      if (wanted.has(bytes.readUInt16LE(at))) deliver(bytes, index, at, sink, used);
    }
    sink.endRow(bytes.readUInt32LE(row + 1), bytes.readUInt32LE(row + 9), bytes.readUInt32LE(row + 13));
    rows += 1;
  }
  for (const [string, isUsed] of used.entries()) {
    if (isUsed === 1) sink.string(string, bytes, index.strings[2 * string]!, index.strings[2 * string + 1]!);
  }
  return { rows, bad: 0, blank: sheet.blank };
}

function deliver(bytes: Buffer, index: FrameIndex, at: number, sink: CellSink, used: Uint8Array): void {
  const column = bytes.readUInt16LE(at);
  const kind = bytes[at + 2];
  const value = bytes.readDoubleLE(at + 3);
  if (kind === cellKind.text) {
    used[value] = 1;
    sink.shared(column, value);
  } else if (kind === cellKind.error) sink.error(column, stringAt(bytes, index, value));
  else sink.number(column, value, kind === cellKind.date);
}
