import { NONE } from '../../model/orders.js';
import type { Dialect } from '../dialect.js';
import type { FieldCells } from './field-cells.js';
import type { MergedNumbers } from './merged-numbers.js';
import type { SheetCells } from './sheet-cells.js';
import { BLANK_CELL } from './staged-column.js';

const REJECTED = -2;

/**
 * The order that a row goes on with. Layouts with merged cells name an order on its first row only: a row without a
 * number and a time belongs to the order above; in a workbook that tells which cells are merged, a row whose number is
 * merged with the one above, and no other: a blank number outside of them is missing. Others repeat the number and leave amounts, status and payment time
 * blank. Where the first row of an order was rejected, the rows that go on with it have no order and are rejected too:
 * they must not become part of the order before, or an order that looks unpaid.
 */
export class OrderAbove {
  #order = NONE;
  #lines: Int32Array = new Int32Array(0);
  #rejected = NONE;
  readonly #number: FieldCells;
  readonly #days: readonly FieldCells[];
  readonly #facts: readonly FieldCells[];
  readonly #mergedCells: boolean;
  readonly #perProduct: boolean;

  constructor(
    { continues, grain }: Dialect,
    cells: SheetCells,
    private readonly merged: MergedNumbers | null,
  ) {
    this.#number = cells.of('order');
    this.#days = [cells.of('created'), cells.of('time')];
    this.#facts = [cells.of('time'), cells.of('total'), cells.of('paid'), cells.of('status')];
    this.#mergedCells = (continues === true || merged?.some === true) && this.#number.present;
    this.#perProduct = grain === 'product';
  }

  /** The lines of the block whose rows are asked for next. */
  begin(lines: Int32Array): void {
    this.#lines = lines;
  }

  /** Whether a row has no order number and must have one: only numbers merged with the one above may be blank. */
  isMissing(row: number): boolean {
    return this.merged !== null && this.#mergedCells && this.#isBlankNumber(row) && !this.#isUnnumbered(row);
  }

  /** Whether rows depend on the row above, so that each must be asked for in turn. */
  get isNeeded(): boolean {
    return this.#mergedCells || this.#perProduct;
  }

  /** The order number of an accepted row: its own, that of the order above, or NONE. */
  of(row: number): number {
    const own = this.#number.code(row);
    this.#rejected = NONE;
    if (!this.#mergedCells) return own;
    if (!this.#isUnnumbered(row)) this.#order = own;
    return this.#order;
  }

  /** Whether the row goes on with an order whose first row was rejected. */
  isLost(row: number): boolean {
    if (this.#order === REJECTED && this.#isUnnumbered(row)) return true;
    return this.#rejected !== NONE && this.#number.code(row) === this.#rejected && this.#isBare(row);
  }

  /** A row was rejected: what goes on with it is lost. */
  reject(row: number): void {
    if (this.#mergedCells && !this.#isUnnumbered(row)) this.#order = REJECTED;
    if (this.#perProduct && !this.#isBare(row)) this.#rejected = this.#number.code(row);
  }

  #isUnnumbered(row: number): boolean {
    if (!this.#isBlankNumber(row)) return false;
    return this.merged === null ? isBlank(this.#days, row) : this.merged.has(this.#lines[row]!);
  }

  #isBlankNumber(row: number): boolean {
    return this.#number.states[row] === BLANK_CELL;
  }

  #isBare(row: number): boolean {
    return isBlank(this.#facts, row);
  }
}

function isBlank(fields: readonly FieldCells[], row: number): boolean {
  return fields.every((cells) => cells.states[row] === BLANK_CELL);
}
