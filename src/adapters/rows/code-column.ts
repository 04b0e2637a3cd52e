import { textKind } from '../../kernel/cells.js';
import type { ColumnTexts } from '../../util/column-texts.js';
import type { MappedColumn } from '../dialect.js';
import type { CellBlock } from '../read/cell-block.js';
import type { CellBytes } from '../values/cell-bytes.js';
import { cleanId, FIRST_DAMAGED_ID, isScientific, isZeroId, looksRounded } from '../values/id.js';
import { cleanPhone } from '../values/phone.js';
import { isBlankText } from '../values/span.js';
import { eachOddCell } from './block-cells.js';
import {
  BLANK_CELL,
  BLOCK,
  DAMAGED_CELL,
  ERROR_CELL,
  evidence,
  PENDING_CELL,
  ROUNDED_FLAG,
  type StagedColumn,
  VALUE_CELL,
} from './staged-column.js';

/** What the texts of a column are: free text, ids (whose lost digits matter), or phone numbers. */
export type CodeKind = 'text' | 'id' | 'phone';

const encoder = new TextEncoder();

/** A column of texts as numbers that a dictionary or `LaterTexts` gives them. */
export class CodeColumn implements StagedColumn {
  states = new Uint8Array(BLOCK);
  values = new Int32Array(BLOCK);
  readonly shown: Map<number, string> | null;
  /** Columns whose texts tell orders or people apart: lost digits would make two of them one. */
  readonly #identifies: boolean;

  constructor(
    readonly mapped: MappedColumn,
    readonly texts: ColumnTexts,
    private readonly kind: CodeKind,
    private readonly cell: CellBytes,
    showValues: boolean,
  ) {
    this.shown = showValues ? new Map() : null;
    this.#identifies = kind !== 'text' || mapped.field === 'buyer' || mapped.field === 'account';
  }

  text(row: number, bytes: Uint8Array, from: number, to: number): void {
    const span = this.cell.utf8(bytes, from, to);
    if (this.kind === 'phone') cleanPhone(span);
    if (this.kind === 'id') cleanId(span);
    if (this.#identifies && isScientific(span)) {
      this.#damaged(row, this.cell.text(bytes, from, to), 'text');
      return;
    }
    if ((this.kind === 'id' && isZeroId(span)) || isBlankText(span)) {
      this.states[row] = BLANK_CELL;
      return;
    }
    this.states[row] = this.kind === 'id' && looksRounded(span) ? VALUE_CELL | ROUNDED_FLAG : VALUE_CELL;
    this.texts.internLater(span.bytes, span.from, span.to, this.values, row);
  }

  block(first: number, block: CellBlock, place: number): void {
    const kind =
      (this.cell.gb18030 ? textKind.gb18030 : 0) |
      (this.kind === 'text' ? 0 : textKind[this.kind]) |
      (this.#identifies ? textKind.identifies : 0);
    const asked = { column: block.column(place), kind, first, scratch: block.scratch };
    this.texts.internCells(block.cells, asked, this.values);
    this.states.set(block.cells.states, first);
    eachOddCell(block, place, (row, bytes, from, to) => {
      this.states[first + row] = BLANK_CELL;
      this.text(first + row, bytes, from, to);
    });
  }

  /** A number in a text column is the text people see in its cell; from 1e15 on its last digits are lost. */
  number(row: number, value: number, _isDate: boolean): void {
    if (Math.abs(value) >= FIRST_DAMAGED_ID) {
      this.#damaged(row, String(value), 'number');
      return;
    }
    const bytes = encoder.encode(String(value));
    this.text(row, bytes, 0, bytes.length);
  }

  pending(row: number, index: number): void {
    this.states[row] = PENDING_CELL;
    this.values[row] = index;
  }

  /** `#N/A` and its kind: no text was found, so the cell is blank, except where an order number should be. */
  error(row: number, code: string): void {
    if (this.mapped.field !== 'order') return;
    this.states[row] = ERROR_CELL;
    this.values[row] = evidence(code.length, 'error');
    this.shown?.set(row, code);
  }

  grow(rows: number): void {
    if (rows <= this.states.length) return;
    const states = new Uint8Array(Math.max(rows, this.states.length * 2));
    const values = new Int32Array(states.length);
    states.set(this.states);
    values.set(this.values);
    this.states = states;
    this.values = values;
  }

  settle(): void {
    this.texts.settle();
  }

  isSame(one: number, other: number): boolean {
    return this.texts.same(one, other);
  }

  clear(): void {
    this.states.fill(BLANK_CELL);
    this.shown?.clear();
  }

  #damaged(row: number, text: string, kind: 'text' | 'number'): void {
    this.states[row] = DAMAGED_CELL;
    this.values[row] = evidence(text.length, kind);
    this.shown?.set(row, text);
  }
}
