import { REFUND_ALONE } from '../../model/known-columns.js';
import { NONE } from '../../model/orders.js';
import { minorBy } from '../values/money.js';
import { secondsOf } from '../values/stamp.js';
import { CodeTranslation } from './code-translation.js';
import type { FieldCells } from './field-cells.js';
import { everyColumn, makeBlank, type RowColumns } from './row-columns.js';
import type { RowDictionaries } from './row-store-builder.js';
import type { SheetCells } from './sheet-cells.js';
import type { SheetColumns } from './sheet-columns.js';

/** What a refund has of the row of the order it stands in. */
const kept = ['order', 'platform', 'currency', 'line', 'filled'] as const;
const own = ['lineNumber', 'lineCount', 'refundId', 'refundTime', 'refundAmount', 'kinds'] as const;

/** The refunds in rows of the program's own layout: each becomes a row of the store as a refund report would fill it. */
export class NormalRefunds {
  readonly #own: Readonly<Record<(typeof own)[number], FieldCells>>;
  readonly #numbers: CodeTranslation;
  readonly #kinds: CodeTranslation;

  constructor(cells: SheetCells, columns: SheetColumns, texts: RowDictionaries) {
    this.#own = Object.fromEntries(own.map((field) => [field, cells.of(field)])) as Record<
      (typeof own)[number],
      FieldCells
    >;
    const numbers = columns.dictionaries.get('refundId') ?? texts.lineId;
    this.#numbers = new CodeTranslation(numbers, (text) => texts.lineId.internText(text));
    const kinds = columns.dictionaries.get('kinds') ?? texts.status;
    this.#kinds = new CodeTranslation(kinds, (text) => Number(text === REFUND_ALONE));
  }

  /** Whether the sheet has refunds at all: files of before they were written have none. */
  get present(): boolean {
    return this.#own.refundAmount.present;
  }

  /** Whether a row is nothing but a refund: it stands behind the products of its order, or the order is in no file. */
  isAlone(row: number): boolean {
    if (this.#own.lineNumber.value(row) > Math.max(1, this.#own.lineCount.value(row))) return true;
    const kinds = this.#own.kinds.code(row);
    return kinds !== NONE && this.#kinds.of(kinds) === 1;
  }

  /** Whether a refund stands beside an order or a line. */
  isBeside(row: number): boolean {
    return this.#own.refundAmount.value(row) > 0;
  }

  /** Makes row `at` of the store the refund in a row, of the order that row `of` of the store names. */
  write(row: number, store: RowColumns, of: number, at: number, units: Float64Array): void {
    const values = kept.map((name) => store[name][of]!);
    for (const name of everyColumn) makeBlank(store, name, at, at + 1);
    kept.forEach((name, nth) => {
      store[name][at] = values[nth]!;
    });
    const number = this.#own.refundId.code(row);
    store.lineId[at] = number === NONE ? NONE : this.#numbers.of(number);
    store.refund[at] = minorBy(this.#own.refundAmount.value(row), units[row]!);
    store.completedAt[at] = secondsOf(this.#own.refundTime.value(row));
  }
}
