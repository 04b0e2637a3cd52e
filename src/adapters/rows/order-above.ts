import { NONE } from '../../model/orders.js';
import type { Dialect } from '../dialect.js';
import type { FieldCells, SheetCells } from './field-cells.js';

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

  /** The order number of an accepted row: its own, that of the order above, or NONE. */
  of(row: number, line: number): number {
    const own = this.#number.code(row, line);
    this.#rejected = NONE;
    if (!this.#mergedCells) return own;
    if (!this.#isUnnumbered(row, line)) this.#order = own;
    return this.#order;
  }

  /** Whether the row goes on with an order whose first row was rejected. */
  isLost(row: number, line: number): boolean {
    if (this.#order === REJECTED && this.#isUnnumbered(row, line)) return true;
    return this.#rejected !== NONE && this.#number.code(row, line) === this.#rejected && this.#isBare(row, line);
  }

  /** A row was rejected: what goes on with it is lost. */
  reject(row: number, line: number): void {
    if (this.#mergedCells && !this.#isUnnumbered(row, line)) this.#order = REJECTED;
    if (this.#perProduct && !this.#isBare(row, line)) this.#rejected = this.#number.code(row, line);
  }

  #isUnnumbered(row: number, line: number): boolean {
    return this.#number.at(row, line) === null && isBlank(this.#days, row, line);
  }

  #isBare(row: number, line: number): boolean {
    return isBlank(this.#facts, row, line);
  }
}

function isBlank(fields: readonly FieldCells[], row: number, line: number): boolean {
  return fields.every((cells) => cells.at(row, line) === null);
}
