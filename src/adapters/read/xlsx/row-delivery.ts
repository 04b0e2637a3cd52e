import type { CellSink } from '../sheet.js';
import { isPlain, itemAt, textAt, utf8Of } from './cell-text.js';
import { type RowCells, rowCell } from './row-cells.js';
import type { StringTable } from './string-table.js';

/** The texts of logical values: no, yes. */
export const truths = [utf8Of('FALSE'), utf8Of('TRUE')] as const;

/**
 * Hands the cells of a row to a sink, in order of their columns. The strings they point at are told where they are at
 * hand, in a table, else marked.
 */
export function deliver(cells: RowCells, bytes: Uint8Array, sink: CellSink, strings: UsedStrings | StringTable): void {
  const { column, kind, from, to, value } = cells;
  for (let index = 0; index < cells.count; index++) {
    const place = column[index]!;
    const start = from[index]!;
    const end = to[index]!;
    switch (kind[index]) {
      case rowCell.number:
        sink.number(place, value[index]!, false);
        break;
      case rowCell.date:
        sink.number(place, value[index]!, true);
        break;
      case rowCell.shared:
        strings.tell(place, value[index]!, sink);
        break;
      case rowCell.literal:
        sink.text(place, bytes, start, end);
        break;
      case rowCell.text:
        if (start === end) sink.blank(place);
        else if (isPlain(bytes, start, end)) sink.text(place, bytes, start, end);
        else deliverText(place, textAt(bytes, start, end), sink);
        break;
      case rowCell.rich:
        deliverText(place, itemAt(bytes, start, end), sink);
        break;
      case rowCell.truth: {
        const word = truths[value[index] === 1 ? 1 : 0];
        sink.text(place, word, 0, word.length);
        break;
      }
      case rowCell.error:
        sink.error(place, start === end ? '#NUM!' : textAt(bytes, start, end));
        break;
      case rowCell.uncached:
        sink.error(place, '#UNCACHED');
        break;
      default:
        sink.blank(place);
    }
  }
}

function deliverText(column: number, text: string, sink: CellSink): void {
  const bytes = utf8Of(text);
  if (bytes.length === 0) sink.blank(column);
  else sink.text(column, bytes, 0, bytes.length);
}

/** Which strings the cells of a sheet point at: a byte each, as far as the largest index. */
export class UsedStrings {
  bits = new Uint8Array(1024);
  last = -1;

  tell(column: number, index: number, sink: CellSink): void {
    this.#mark(index);
    sink.shared(column, index);
  }

  #mark(index: number): void {
    if (index > this.last) {
      this.last = index;
      if (index >= this.bits.length) this.#grow(index);
    }
    this.bits[index] = 1;
  }

  #grow(index: number): void {
    const grown = new Uint8Array(Math.max(index + 1, this.bits.length * 2));
    grown.set(this.bits);
    this.bits = grown;
  }
}
