import { CrmError } from '../../errors.js';
import { NONE } from '../../model/orders.js';
import type { Field } from '../dialect.js';
import type { BlockLoops, Cells } from './block-loops.js';
import { JoinedTexts, joinedFields } from './joined-texts.js';
import { BLANK_CELL, BLOCK, CELL, isBad, type StagedColumn, VALUE_CELL } from './staged-column.js';

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
  /** Room for what is chosen, and for what it is chosen from. */
  readonly #chosen: Cells | null;
  readonly #choice: Cells | null;
  /** How many columns may have a text, by row, where they are joined. */
  readonly #texts: Uint8Array | null;

  constructor(
    readonly field: Field,
    columns: readonly StagedColumn[],
    private readonly where: string,
    private readonly loops: BlockLoops,
    /** The columns add up. */
    private readonly adds: boolean = false,
  ) {
    this.#columns = [...columns].sort(
      (one, other) => one.mapped.rank - other.mapped.rank || one.mapped.position - other.mapped.position,
    );
    this.#only = columns.length === 1 ? (columns[0] ?? null) : null;
    this.#twins = columns.some(({ mapped }) => mapped.twin);
    this.#joined = columns.length > 1 && joinedFields.has(field) ? new JoinedTexts() : null;
    const room = (): Cells => ({
      states: loops.bytes(),
      values: columns[0]?.values instanceof Int32Array ? loops.ints() : loops.doubles(),
    });
    this.#chosen = columns.length > 0 ? room() : null;
    this.#choice = columns.length > 1 ? room() : null;
    this.#texts = this.#joined !== null ? loops.bytes() : null;
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
    if (this.#chosen === null) return;
    const { states, values } = this.#look(rows, this.#chosen, marked);
    this.states = states;
    this.values = values;
    this.loops.markBad(states, rows, marked);
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

  #look(rows: number, chosen: Cells, marked: Uint8Array): Cells {
    if (this.#only !== null) return this.loops.near(chosen, this.#only, rows);
    if (this.adds || this.#twins) this.#chooseOneByOne(rows, chosen, marked);
    else this.#chooseAll(rows, chosen);
    if (this.#joined !== null) this.#join(rows, chosen, this.#joined);
    return chosen;
  }

  #chooseAll(rows: number, chosen: Cells): void {
    chosen.states.fill(BLANK_CELL, 0, rows);
    this.#texts?.fill(0, 0, rows);
    for (const column of this.#columns.toReversed()) {
      const cells = this.loops.near(this.#choice ?? column, column, rows);
      this.loops.overlay(cells, rows, chosen);
      if (this.#texts !== null) this.loops.addValues(cells.states, rows, this.#texts);
    }
  }

  #chooseOneByOne(rows: number, { states, values }: Cells, marked: Uint8Array): void {
    this.#texts?.fill(this.#columns.length, 0, rows);
    for (let row = 0; row < rows; row++) {
      const column = this.#giving(row);
      states[row] = column === null ? BLANK_CELL : column.states[row]!;
      if (column === null) continue;
      values[row] = this.adds && !isBad(column.states[row]!) ? this.#sum(row) : column.values[row]!;
      if (this.#twins && this.#unlikeTwin(column, row) !== null) marked[row] = 1;
    }
  }

  /** Puts the texts of a row together where several columns may have one. */
  #join(rows: number, { states, values }: Cells, joined: JoinedTexts): void {
    const texts = this.#texts!.subarray(0, rows);
    if (this.#columns.length === 2 && !texts.includes(2)) return;
    for (let row = 0; row < rows; row++) {
      if (texts[row]! < 2 || (states[row]! & CELL) !== VALUE_CELL) continue;
      values[row] = joined.of(this.#columns, row, values[row]!);
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
      if ((other.states[row]! & CELL) === VALUE_CELL && !areSame(column, other, row)) return other;
    }
    return null;
  }
}

/** Whether two columns of a field have the same value in a row. */
function areSame(column: StagedColumn, { values }: StagedColumn, row: number): boolean {
  const [one, other] = [column.values[row]!, values[row]!];
  return one === other || column.isSame?.(one, other) === true;
}
