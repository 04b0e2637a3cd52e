import { NONE } from '../../model/orders.js';
import type { Dialect } from '../dialect.js';
import type { FieldCells, SheetCells } from './field-cells.js';
import { BLANK_CELL } from './staged-column.js';

const REJECTED = -2;

/**
 * The order that a row goes on with. Layouts with merged cells name an order on its first row only: a row without a
 * number and a time belongs to the order above. Others repeat the number and leave amounts, status and payment time
 * blank. Where the first row of an order was rejected, the rows that go on with it have no order and are rejected too:
 * they must not become part of the order before, or an order that looks unpaid.
 */
export class OrderAbove {
  #order = NONE;
  #rejected = NONE;
  readonly #number: FieldCells;
  readonly #days: readonly FieldCells[];
  readonly #facts: readonly FieldCells[];
  readonly #mergedCells: boolean;
  readonly #perProduct: boolean;

  constructor({ continues, grain }: Dialect, cells: SheetCells) {
    this.#number = cells.of('order');
    this.#days = [cells.of('created'), cells.of('time')];
    this.#facts = [cells.of('time'), cells.of('total'), cells.of('paid'), cells.of('status')];
    this.#mergedCells = continues === true && this.#number.present;
    this.#perProduct = grain === 'product';
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
    return this.#number.states[row] === BLANK_CELL && isBlank(this.#days, row);
  }

  #isBare(row: number): boolean {
    return isBlank(this.#facts, row);
  }
}

function isBlank(fields: readonly FieldCells[], row: number): boolean {
  return fields.every((cells) => cells.states[row] === BLANK_CELL);
}
