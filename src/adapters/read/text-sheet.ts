import type { ByteSource } from '../sources.js';
import { filledCells } from './content.js';
import { firstRows } from './first-rows.js';
import type { TextRow } from './records.js';
import type { Cell, CellSink, Sheet, SheetCount } from './sheet.js';
import { type TextLayout, textRows } from './text-rows.js';

/**
 * A text file as a sheet, through csv-parse: every record an array, whatever its width. Cells reach the sink as UTF-8.
 * A last line without a line break that is narrower than the row before it was cut off. Memory: one piece and one
 * record.
 */
export function textSheet(source: ByteSource, layout: TextLayout, onBytes: (bytes: number) => void): Sheet {
  return {
    name: '',
    encoding: 'utf-8',
    shortRowsAreBlank: false,
    head: (rows) => firstRows(textRows(source.name, source.pieces(), layout), rows, headCells),
    read: (columns, sink) => readAll(source, layout, onBytes, columns, sink),
  };
}

/** Null of a blank row; a bad one has no cells. */
function headCells(row: TextRow): readonly Cell[] | null {
  if (!('cells' in row)) return [];
  return filledCells(row.cells) === 0 ? null : row.cells.map(headCell);
}

function headCell(text: string): Cell {
  return text === '' ? { kind: 'blank' } : { kind: 'text', text };
}

async function readAll(
  source: ByteSource,
  layout: TextLayout,
  onBytes: (bytes: number) => void,
  columns: readonly number[],
  sink: CellSink,
): Promise<SheetCount> {
  const count = { rows: 0, bad: 0, blank: 0 };
  const writer = new CellWriter();
  for await (const batch of textRows(source.name, counted(source.pieces(), onBytes), layout)) {
    for (const row of batch) {
      const filled = 'cells' in row ? filledCells(row.cells) : -1;
      if (filled === 0) count.blank += 1;
      else if ('cells' in row) {
        writer.deliver(row.cells, columns, sink);
        sink.endRow(row.line, row.cells.length, filled);
        count.rows += 1;
      } else {
        sink.badRow(row.line, row.problem);
        count.bad += 1;
      }
    }
  }
  return count;
}

/** Hands cells over as UTF-8, in one piece of memory used again and again. */
class CellWriter {
  private bytes = Buffer.alloc(4096);

  deliver(cells: readonly string[], columns: readonly number[], sink: CellSink): void {
    for (const column of columns) {
      const text = cells[column];
      if (text === undefined) return;
      if (text === '') {
        sink.blank(column);
        continue;
      }
      const length = this.write(text);
      sink.text(column, this.bytes, 0, length);
    }
  }

  private write(text: string): number {
    if (text.length * 3 > this.bytes.length) this.bytes = Buffer.alloc(text.length * 3);
    return this.bytes.write(text, 0, 'utf8');
  }
}

async function* counted(
  pieces: AsyncIterable<Uint8Array>,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    onBytes(piece.length);
    yield piece;
  }
}
