import { type KernelCells, type NumberKind, type NumberPlaces, ODD_CELL } from '../../kernel/cells.js';
import type { MappedColumn } from '../dialect.js';
import type { CellBlock } from '../read/cell-block.js';
import type { CellBytes } from '../values/cell-bytes.js';
import { countFromBytes, countFromNumber, countFromText } from '../values/count.js';
import { moneyFromBytes, moneyFromNumber, moneyFromText } from '../values/money.js';
import { AMBIGUOUS } from '../values/outcome.js';
import { timeFromBytes } from '../values/time-bytes.js';
import { type TimeRules, timeFromNumber, timeFromText } from '../values/time-text.js';
import { eachCell, eachOddCell } from './block-cells.js';
import {
  AMBIGUOUS_CELL,
  BLANK_CELL,
  BLOCK,
  DATE_FLAG,
  ERROR_CELL,
  evidence,
  PENDING_CELL,
  SERIAL_FLAG,
  type StagedColumn,
  UNREADABLE_CELL,
  VALUE_CELL,
} from './staged-column.js';

/** How a kind of number is read from bytes (null: not the plain form), from any text, from a numeric cell. */
export interface NumberParser {
  readonly fromBytes: (bytes: Uint8Array, from: number, to: number) => number | null;
  readonly fromText: (text: string) => number;
  readonly fromNumber: (value: number) => number;
  /** Whether states say how the cell was written. */
  readonly isTime: boolean;
  /** What the kernel reads just as `fromBytes` does; null: nothing. */
  readonly kernel: NumberKind | null;
}

export const moneyParser: NumberParser = {
  fromBytes: moneyFromBytes,
  fromText: moneyFromText,
  fromNumber: moneyFromNumber,
  isTime: false,
  kernel: 'money',
};

export const countParser: NumberParser = {
  fromBytes: countFromBytes,
  fromText: countFromText,
  fromNumber: countFromNumber,
  isTime: false,
  kernel: 'count',
};

/** A parser of times under the sheet's rules. */
export function timeParser(rules: TimeRules): NumberParser {
  return {
    fromBytes: timeFromBytes,
    fromText: (text) => timeFromText(text, rules),
    fromNumber: (value) => timeFromNumber(value, rules),
    isTime: true,
    kernel: 'time',
  };
}

/** A column of amounts, times or units, parsed from the bytes of its cells. */
export class NumberColumn implements StagedColumn {
  states = new Uint8Array(BLOCK);
  values = new Float64Array(BLOCK);
  readonly shown: Map<number, string> | null;

  constructor(
    readonly mapped: MappedColumn,
    private readonly parser: NumberParser,
    private readonly cell: CellBytes,
    showValues: boolean,
  ) {
    this.shown = showValues ? new Map() : null;
  }

  text(row: number, bytes: Uint8Array, from: number, to: number): void {
    const span = this.cell.raw(bytes, from, to);
    if (span.from === span.to) return;
    const plain = this.parser.fromBytes(span.bytes, span.from, span.to);
    if (plain !== null && Number.isFinite(plain)) {
      this.values[row] = plain;
      this.states[row] = VALUE_CELL;
      return;
    }
    const text = this.cell.text(bytes, from, to);
    this.#put(row, plain ?? this.parser.fromText(text), text, 'text', this.#serialText(text));
  }

  block(first: number, block: CellBlock, place: number): void {
    const look = (row: number, bytes: Uint8Array, from: number, to: number) => {
      this.states[first + row] = BLANK_CELL;
      this.text(first + row, bytes, from, to);
    };
    if (this.parser.kernel === null) {
      eachCell(block, place, look);
      return;
    }
    block.cells.numbers(block.column(place), this.parser.kernel, !this.cell.gb18030);
    this.states.set(block.cells.states, first);
    this.values.set(block.cells.values, first);
    eachOddCell(block, place, look);
  }

  numbers(first: number, cells: KernelCells, places: NumberPlaces): boolean {
    if (this.parser.fromNumber !== moneyFromNumber) return false;
    cells.amounts(places);
    this.states.set(cells.states, first);
    this.values.set(cells.values, first);
    for (let row = 0; cells.odd > 0 && row < places.rows; row++) {
      if (this.states[first + row] !== ODD_CELL) continue;
      this.states[first + row] = BLANK_CELL;
      this.number(first + row, cells.kernel.doubles[places.numbers / 8 + row]!, false);
    }
    return true;
  }

  number(row: number, value: number, isDate: boolean): void {
    const flag = this.parser.isTime ? (isDate ? DATE_FLAG : SERIAL_FLAG) : 0;
    const parsed = this.parser.fromNumber(value);
    if (Number.isFinite(parsed)) {
      this.states[row] = VALUE_CELL | flag;
      this.values[row] = parsed;
    } else this.#put(row, parsed, String(value), 'number', flag);
  }

  pending(row: number, index: number): void {
    this.states[row] = PENDING_CELL;
    this.values[row] = index;
  }

  error(row: number, code: string): void {
    this.states[row] = ERROR_CELL;
    this.values[row] = evidence(code.length, 'error');
    this.shown?.set(row, code);
  }

  grow(rows: number): void {
    if (rows <= this.states.length) return;
    const states = new Uint8Array(Math.max(rows, this.states.length * 2));
    const values = new Float64Array(states.length);
    states.set(this.states);
    values.set(this.values);
    this.states = states;
    this.values = values;
  }

  clear(): void {
    this.states.fill(BLANK_CELL);
    this.shown?.clear();
  }

  #put(row: number, value: number, text: string, kind: 'text' | 'number', flag: number): void {
    if (Number.isNaN(value)) {
      this.states[row] = BLANK_CELL;
    } else if (Number.isFinite(value)) {
      this.states[row] = VALUE_CELL | flag;
      this.values[row] = value;
    } else {
      this.states[row] = value === AMBIGUOUS ? AMBIGUOUS_CELL : UNREADABLE_CELL;
      this.values[row] = evidence([...text].length, kind);
      this.shown?.set(row, text.slice(0, 200));
    }
  }

  /** A serial that stands as text is still a serial. */
  #serialText(text: string): number {
    return this.parser.isTime && /^\d{5}(\.\d+)?$/.test(text) ? SERIAL_FLAG : 0;
  }
}
