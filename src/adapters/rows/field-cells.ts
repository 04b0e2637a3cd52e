import { CrmError } from '../../errors.js';
import { NONE } from '../../model/orders.js';
import type { Dialect, Field } from '../dialect.js';
import { BLANK_CELL, CELL, isBad, type StagedColumn, VALUE_CELL } from './staged-column.js';

/** The columns of one field in a block: the most preferred one that is not blank in a row gives the value. */
export class FieldCells {
  readonly #columns: readonly StagedColumn[];
  readonly #only: StagedColumn | null;
  readonly #twins: boolean;

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
  }

  /** Whether the sheet has the field at all. */
  get present(): boolean {
    return this.#columns.length > 0;
  }

  /** The column that gives the value of a row, null where all are blank. `line` is for messages. */
  at(row: number, line: number): StagedColumn | null {
    if (this.#only !== null) return this.#only.states[row] === BLANK_CELL ? null : this.#only;
    if (this.adds) return this.#firstToSay(row);
    for (const column of this.#columns) {
      if (column.states[row] === BLANK_CELL) continue;
      if (this.#twins) this.#compareTwins(column, row, line);
      return column;
    }
    return null;
  }

  /** The number of a row, NaN where it is blank or bad. */
  value(row: number, line: number): number {
    const column = this.at(row, line);
    if (column === null || isBad(column.states[row]!)) return Number.NaN;
    return this.adds ? this.#sum(row) : column.values[row]!;
  }

  /** The code of a row, NONE where it is blank or bad. */
  code(row: number, line: number): number {
    const column = this.at(row, line);
    return column === null || isBad(column.states[row]!) ? NONE : column.values[row]!;
  }

  /** The code of the next preferred column that says something else than the value of a row, NONE if none does. */
  otherCode(row: number, line: number): number {
    const value = this.code(row, line);
    if (this.#only !== null || value === NONE) return NONE;
    for (const column of this.#columns) {
      if ((column.states[row]! & CELL) === VALUE_CELL && column.values[row] !== value) return column.values[row]!;
    }
    return NONE;
  }

  /** Of columns that add up: a bad cell, which spoils the sum, else the first that is not blank. */
  #firstToSay(row: number): StagedColumn | null {
    const filled = this.#columns.filter(({ states }) => states[row] !== BLANK_CELL);
    return filled.find(({ states }) => isBad(states[row]!)) ?? filled[0] ?? null;
  }

  #sum(row: number): number {
    let sum = 0;
    for (const { states, values } of this.#columns) if ((states[row]! & CELL) === VALUE_CELL) sum += values[row]!;
    return sum;
  }

  /** Two columns of the same name must not say different things: nobody can tell which of them is right. */
  #compareTwins(column: StagedColumn, row: number, line: number): void {
    if ((column.states[row]! & CELL) !== VALUE_CELL) return;
    for (const other of this.#columns) {
      if (other === column || other.mapped.rank !== column.mapped.rank) continue;
      if ((other.states[row]! & CELL) !== VALUE_CELL || other.values[row] === column.values[row]) continue;
      const place = ({ mapped }: StagedColumn) => `${mapped.header.trim()} (${mapped.position + 1})`;
      throw new CrmError('twin-columns', this.where, { first: place(column), second: place(other), line });
    }
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

  /** The cells of a field; of one the sheet does not have all are blank. */
  of(field: Field): FieldCells {
    return this.#byField.get(field) ?? new FieldCells(field, [], this.where);
  }

  /** The cells of those of the fields that the sheet has, each with what belongs to it. */
  each<T>(pairs: readonly (readonly [Field, T])[]): readonly { readonly cells: FieldCells; readonly to: T }[] {
    return pairs.map(([field, to]) => ({ cells: this.of(field), to })).filter(({ cells }) => cells.present);
  }
}
