import { normalHeader } from '../identify/header.js';
import { CodeColumn } from './code-column.js';
import { isTotalsLabel } from './passed-over.js';
import type { SheetColumns } from './sheet-columns.js';
import { CELL, isBad, type StagedColumn, VALUE_CELL } from './staged-column.js';

/** Tells the rows of a report's frame (totals, footers, headers in the middle) from orders. */
export class FrameRows {
  readonly #codes: readonly CodeColumn[];

  constructor(private readonly columns: Pick<SheetColumns, 'all' | 'label'>) {
    this.#codes = columns.all.filter((column) => column instanceof CodeColumn);
  }

  /** A row without a time whose first text says total, footer or the like; `time` is its cell that makes the day. */
  isTotal(row: number, time: StagedColumn | null): boolean {
    if (this.columns.label !== null && this.columns.label.states[row] === VALUE_CELL) return true;
    if (time !== null && !isBad(time.states[row]!)) return false;
    const first = this.#codes.find(({ states }) => (states[row]! & CELL) === VALUE_CELL);
    return first !== undefined && isTotalsLabel(first.dictionary.text(first.values[row]!));
  }

  /** The header again, in the middle of files that were put together: every text is its own column's name. */
  repeatsHeader(row: number): boolean {
    const texts = this.#codes.filter(({ states }) => (states[row]! & CELL) === VALUE_CELL);
    const isName = ({ dictionary, values, mapped }: CodeColumn) =>
      normalHeader(dictionary.text(values[row]!)) === normalHeader(mapped.header);
    return texts.length > 0 && texts.every(isName);
  }
}
