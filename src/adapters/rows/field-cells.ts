import { CrmError } from '../../errors.js';
import { NONE } from '../../model/orders.js';
import type { Dialect, Field } from '../dialect.js';
import { JoinedTexts, joinedFields } from './joined-texts.js';
import type { RowRun } from './row-fill.js';
import { BLANK_CELL, BLOCK, CELL, isBad, type StagedColumn, VALUE_CELL } from './staged-column.js';
import { countValues, markBad } from './state-words.js';

/**
 * The cells of one field in a block of rows: of its columns, the most preferred one that is not blank in a row gives the
 * value (of memos all do, see `joinedFields`). `choose` looks at a block once; after it `states` and `values` are the field's own.
 */
export class FieldCells {
  states: Uint8Array = new Uint8Array(BLOCK);
  values: Int32Array | Float64Array = new Int32Array(0);
  readonly #columns: readonly StagedColumn[];
  readonly #only: StagedColumn | null;
  readonly #twins: boolean;
  readonly #joined: JoinedTexts | null;
  /** What is chosen out of several columns. */
  readonly #chosen: { readonly states: Uint8Array; readonly values: Int32Array | Float64Array } | null;

  constructor(
    readonly field: Field,
    columns: readonly StagedColumn[],
    private readonly where: string,
    /** The columns add up. */
    private readonly adds: boolean = false,
  ) {
    this.#columns = [...columns].sort(
      (one, other) => one.mapped.rank - other.mapped.rank || one.mapped.position - other.mapped.position,
    );
    this.#only = columns.length === 1 ? (columns[0] ?? null) : null;
    this.#twins = columns.some(({ mapped }) => mapped.twin);
    this.#joined = columns.length > 1 && joinedFields.has(field) ? new JoinedTexts() : null;
    const isCode = columns[0]?.values instanceof Int32Array;
    this.#chosen =
      columns.length < 2
        ? null
        : { states: new Uint8Array(BLOCK), values: isCode ? new Int32Array(BLOCK) : new Float64Array(BLOCK) };
  }

  /** Whether the sheet has the field at all. */
  get present(): boolean {
    return this.#columns.length > 0;
  }

  /** Whether several columns of the sheet say the field. */
  get several(): boolean {
    return this.#columns.length > 1;
  }

  /** Looks at the first `rows` rows of a block; rows whose cells must be looked at one by one are marked. */
  choose(rows: number, marked: Uint8Array): void {
    const from = this.#chosen ?? this.#only;
    if (from === null) return;
    if (this.#chosen !== null) this.#chooseAll(rows, this.#chosen.states, this.#chosen.values, marked);
    this.states = from.states;
    this.values = from.values;
    markBad(this.states, rows, marked);
  }

  /** The column that gives the value of a row, null where all are blank. */
  at(row: number): StagedColumn | null {
    if (this.#only !== null) return this.#only.states[row] === BLANK_CELL ? null : this.#only;
    return this.#giving(row);
  }

  /** Two columns of the same name must not say different things: nobody can tell which of them is right. */
  refuseTwins(row: number, line: number): void {
    const column = this.#twins && !this.adds ? this.#giving(row) : null;
    const other = column === null ? null : this.#unlikeTwin(column, row);
    if (column === null || other === null) return;
    const place = ({ mapped }: StagedColumn) => `${mapped.header.trim()} (${mapped.position + 1})`;
    throw new CrmError('twin-columns', this.where, { first: place(column), second: place(other), line });
  }

  /** The number of a row, NaN where it is blank or bad. */
  value(row: number): number {
    return (this.states[row]! & CELL) === VALUE_CELL ? this.values[row]! : Number.NaN;
  }

  /** The code of a row, NONE where it is blank or bad. */
  code(row: number): number {
    return (this.states[row]! & CELL) === VALUE_CELL ? this.values[row]! : NONE;
  }

  /** The code of the next preferred column that says something else than the value of a row, NONE if none does. */
  otherCode(row: number): number {
    const value = this.code(row);
    if (this.#only !== null || value === NONE) return NONE;
    for (const { states, values } of this.#columns) {
      if ((states[row]! & CELL) === VALUE_CELL && values[row] !== value) return values[row]!;
    }
    return NONE;
  }

  /** Adds 1 to the number of filled fields of each row of a run that holds something usable. */
  countFilled({ from, to, target }: RowRun, filled: Uint8Array): void {
    countValues(this.states, from, to, filled, target);
  }

  /** How many cells of rows `from` to `to` (left out) have a flag. */
  count(from: number, to: number, flag: number): number {
    let count = 0;
    for (let row = from; row < to; row++) if ((this.states[row]! & flag) !== 0) count++;
    return count;
  }

  #chooseAll(rows: number, states: Uint8Array, values: Int32Array | Float64Array, marked: Uint8Array): void {
    const first = this.#columns[0]!;
    const decides = !this.adds && !this.#twins;
    for (let row = 0; row < rows; row++) {
      const column = decides && first.states[row] !== BLANK_CELL ? first : this.#giving(row);
      states[row] = column === null ? BLANK_CELL : column.states[row]!;
      if (column === null) continue;
      values[row] = this.adds && !isBad(column.states[row]!) ? this.#sum(row) : column.values[row]!;
      if (this.#joined !== null && (states[row]! & CELL) === VALUE_CELL)
        values[row] = this.#joined.of(this.#columns, row, values[row]!);
      if (this.#twins && this.#unlikeTwin(column, row) !== null) marked[row] = 1;
    }
  }

  /** The first that is not blank; of columns that add up a bad one first, which spoils the sum. */
  #giving(row: number): StagedColumn | null {
    let first: StagedColumn | null = null;
    for (const column of this.#columns) {
      const state = column.states[row]!;
      if (state === BLANK_CELL) continue;
      if (!this.adds || isBad(state)) return column;
      first ??= column;
    }
    return first;
  }

  #sum(row: number): number {
    let sum = 0;
    for (const { states, values } of this.#columns) if ((states[row]! & CELL) === VALUE_CELL) sum += values[row]!;
    return sum;
  }

  #unlikeTwin(column: StagedColumn, row: number): StagedColumn | null {
    if ((column.states[row]! & CELL) !== VALUE_CELL) return null;
    for (const other of this.#columns) {
      if (other === column || other.mapped.rank !== column.mapped.rank) continue;
      if ((other.states[row]! & CELL) === VALUE_CELL && other.values[row] !== column.values[row]) return other;
    }
    return null;
  }
}

/** The cells of all fields of a sheet. */
export class SheetCells {
  readonly list: readonly FieldCells[];
  readonly #byField: ReadonlyMap<Field, FieldCells>;

  constructor(
    byField: ReadonlyMap<Field, readonly StagedColumn[]>,
    private readonly where: string,
    specs: Dialect['fields'],
  ) {
    this.list = [...byField].map(
      ([field, columns]) => new FieldCells(field, columns, where, specs[field]?.adds === true && columns.length > 1),
    );
    this.#byField = new Map(this.list.map((cells) => [cells.field, cells]));
  }

  /** Looks at a block; see `FieldCells.choose`. */
  choose(rows: number, marked: Uint8Array): void {
    for (const cells of this.list) cells.choose(rows, marked);
  }

  /** The cells of a field; of one the sheet does not have all are blank. */
  of(field: Field): FieldCells {
    return this.#byField.get(field) ?? new FieldCells(field, [], this.where);
  }

  /** The cells of those of the fields that the sheet has, each with what belongs to it. */
  each<T>(pairs: readonly (readonly [Field, T])[]): readonly { readonly cells: FieldCells; readonly to: T }[] {
    return pairs.map(([field, to]) => ({ cells: this.of(field), to })).filter(({ cells }) => cells.present);
  }
}
