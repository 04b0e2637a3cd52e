import { NONE } from '../../model/orders.js';
import type { Mapping } from '../dialect.js';
import { normalHeader } from '../identify/header.js';
import type { BlockLoops } from './block-loops.js';
import { CodeColumn } from './code-column.js';
import type { FieldCells } from './field-cells.js';
import { isBetweenDigits, isTotalsLabel } from './passed-over.js';
import type { SheetColumns } from './sheet-columns.js';
import { BLANK_CELL, CELL, UNREADABLE_CELL, VALUE_CELL } from './staged-column.js';

/** Tells the rows of a report's frame (totals, footers, headers in the middle) from orders. */
export class FrameRows {
  readonly #codes: readonly CodeColumn[];

  constructor(
    private readonly columns: Pick<SheetColumns, 'all' | 'label'>,
    private readonly mapping: Pick<Mapping, 'dialect' | 'headerLine'>,
  ) {
    this.#codes = columns.all.filter((column) => column instanceof CodeColumn);
  }

  /** Marks the totals among the first `rows` rows of a block; `time`: the cells that make the day. */
  markTotals(rows: number, time: FieldCells, marked: Uint8Array, loops: Pick<BlockLoops, 'nextWithoutValue'>): void {
    const look = (row: number) => {
      if (this.isTotal(row, time)) marked[row] = 1;
    };
    const next = (row: number) => loops.nextWithoutValue(time.states, row, rows);
    for (let row = next(0); row < rows; row = next(row + 1)) look(row);
    const label = this.columns.label?.states;
    for (
      let row = label?.indexOf(VALUE_CELL) ?? NONE;
      row >= 0 && row < rows;
      row = label!.indexOf(VALUE_CELL, row + 1)
    ) {
      look(row);
    }
  }

  /** A row without a time whose first text says total, footer or the like; `time`: the cells that make the day. */
  isTotal(row: number, time: FieldCells): boolean {
    if (this.columns.label !== null && this.columns.label.states[row] === VALUE_CELL) return true;
    if ((time.states[row]! & CELL) === VALUE_CELL) return false;
    const first = this.#codes.find(({ states }) => (states[row]! & CELL) === VALUE_CELL);
    if (first === undefined || isBetweenDigits(first.texts.bytesOf(first.values[row]!))) return false;
    return isTotalsLabel(first.texts.decode(first.values[row]!));
  }

  /** A row with a bad cell that is none: the header again, or the row under it that explains it in layouts known for it. */
  isHeader(row: number, line: number): boolean {
    if (this.#repeatsHeader(row)) return true;
    const { dialect, headerLine } = this.mapping;
    return dialect.explained === true && line === (headerLine ?? 0) + 1 && this.#explainsColumns(row);
  }

  /**
   * A second header row: the row under the header whose texts explain the columns. Nothing in it could be read as a
   * number or a time, and no text of it has a digit, as every order number has.
   */
  #explainsColumns(row: number): boolean {
    const filled = this.columns.all.filter(({ states }) => states[row] !== BLANK_CELL);
    const codes = filled.filter((column) => column instanceof CodeColumn);
    const numbers = filled.filter((column) => !(column instanceof CodeColumn) && column !== this.columns.label);
    const text = ({ texts, values }: CodeColumn) => texts.text(values[row]!);
    const words = codes.every((column) => (column.states[row]! & CELL) === VALUE_CELL && !/\d/.test(text(column)));
    return codes.length > 0 && words && numbers.every(({ states }) => (states[row]! & CELL) === UNREADABLE_CELL);
  }

  /** The header again, in the middle of files that were put together: every text is its own column's name. */
  #repeatsHeader(row: number): boolean {
    const filled = this.#codes.filter(({ states }) => (states[row]! & CELL) === VALUE_CELL);
    const isName = ({ texts, values, mapped }: CodeColumn) =>
      normalHeader(texts.text(values[row]!)) === normalHeader(mapped.header);
    return filled.length > 0 && filled.every(isName);
  }
}
