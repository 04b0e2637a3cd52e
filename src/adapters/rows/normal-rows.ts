import { NONE, precisions, stages } from '../../model/orders.js';
import type { Field } from '../dialect.js';
import { minorBy } from '../values/money.js';
import { CodeTranslation } from './code-translation.js';
import type { FieldCells } from './field-cells.js';
import { NormalRefunds } from './normal-refunds.js';
import { type NormalRow, NormalSheets } from './normal-sheets.js';
import { everyColumn, type RowColumns } from './row-columns.js';
import type { RowRun } from './row-fill.js';
import { contentHash } from './row-hash.js';
import type { RowStoreBuilder } from './row-store-builder.js';
import { closeReasons } from './rows.js';
import type { SheetCells } from './sheet-cells.js';
import type { SheetColumns } from './sheet-columns.js';

const REFUNDED = closeReasons.indexOf('refunded');
const told = ['known', 'kinds', 'clock'] as const;
const own = [
  'lineNumber',
  'lineCount',
  'lineQuantity',
  'lineAmount',
  'lineRefund',
  'stage',
  'precision',
  ...told,
] as const;
type Own = Readonly<Record<(typeof own)[number], FieldCells>>;

/**
 * What the rows of the program's own layout say beyond those of other layouts. A row is an order, the line of an order,
 * or both: then the line is told by a second row of the store, behind those of its run; so is a refund that stands beside
 * an order or a line. The place of a row keeps the
 * sequence of the file among orders without a number and among the lines of an order.
 */
export class NormalRows {
  readonly #own: Own;
  readonly #order: FieldCells;
  readonly #sheets: NormalSheets;
  readonly #stages: CodeTranslation;
  readonly #precisions: CodeTranslation;
  readonly #refunds: NormalRefunds;
  /** How many rows of the store a row of the sheet may become. */
  readonly most: number;
  readonly #lastSheets: { [K in NormalRow]?: { readonly codes: readonly number[]; readonly sheet: number } } = {};
  #last = { time: Number.NaN, content: Number.NaN, place: 1 };

  constructor(
    cells: SheetCells,
    private readonly columns: SheetColumns,
    private readonly builder: RowStoreBuilder,
    /** Index of the sheet as it is in the file. */
    sheet: number,
  ) {
    this.#own = Object.fromEntries(own.map((field) => [field, cells.of(field)])) as Own;
    this.#order = cells.of('order');
    this.#sheets = new NormalSheets(builder, sheet, this.#order.present);
    const words = (field: Field, list: readonly string[], other: number) => {
      const dictionary = columns.dictionaries.get(field) ?? builder.texts.status;
      return new CodeTranslation(dictionary, (text) => (list.includes(text) ? list.indexOf(text) : other));
    };
    this.#stages = words('stage', stages, stages.indexOf('unknown'));
    this.#precisions = words('precision', precisions, 0);
    this.#refunds = new NormalRefunds(cells, columns, builder.texts);
    this.most = this.#refunds.present ? 3 : 2;
    builder.need(everyColumn);
  }

  /** Index into `stages`. */
  stage(row: number): number {
    const code = this.#own.stage.code(row);
    return code === NONE ? 0 : this.#stages.of(code);
  }

  /** A further line of an order without a number: nobody can tell which. */
  isLost(row: number): boolean {
    return this.#nth(row) > 1 && this.#order.code(row) === NONE;
  }

  /** Completes a run of filled rows; answers how many rows it put behind them. `units`: of the currencies. */
  complete(run: RowRun, store: RowColumns, units: Float64Array): number {
    const end = run.target + run.to - run.from;
    let echoes = 0;
    for (let row = run.from, at = run.target; row < run.to; row++, at++) {
      const nth = this.#nth(row);
      if (this.#refunds.isAlone(row)) {
        this.#refunds.write(row, store, at, at, units);
        store.sheet[at] = this.#sheet('refund', row);
        continue;
      }
      if (this.#refunds.isBeside(row)) {
        this.#refunds.write(row, store, at, end + echoes, units);
        store.sheet[end + echoes++] = this.#sheet('refund-echo', row);
      }
      if (nth > 1) this.#line(row, store, at, units, 'line');
      else if (this.#isApart(row, store, at)) {
        for (const column of Object.values(store)) column[end + echoes] = column[at]!;
        this.#line(row, store, end + echoes++, units, 'echo');
        for (const name of ['product', 'lineId', 'sku'] as const) store[name][at] = NONE;
        store.listPrice[at] = Number.NaN;
      }
      if (nth === 1) this.#finishOrder(row, store, at);
    }
    return echoes;
  }

  #nth(row: number): number {
    return this.#own.lineNumber.value(row) || 1;
  }

  /** Whether an order's own row cannot tell its line: there are several, or it names no product or has other units. */
  #isApart(row: number, store: RowColumns, at: number): boolean {
    if (store.order[at] === NONE) return false;
    if (this.#own.lineCount.value(row) > 1) return true;
    const isLine = !Number.isNaN(this.#own.lineAmount.value(row));
    return isLine && (store.product[at] === NONE || this.#units(row) !== store.quantity[at]);
  }

  #finishOrder(row: number, store: RowColumns, at: number): void {
    this.#words(row, store, at, 'order');
    // Refunded without an amount: the refund was blank, and only the reason told of it.
    if (store.closeReason[at] === REFUNDED && store.refund[at] === 0) store.refund[at] = Number.NaN;
    if (store.order[at] === NONE) store.place[at] = this.#place(store, at);
  }

  /** Amounts and units are the line's. */
  #line(row: number, store: RowColumns, at: number, units: Float64Array, kind: 'line' | 'echo'): void {
    this.#words(row, store, at, kind);
    store.paid[at] = minorBy(this.#own.lineAmount.value(row), units[row]!);
    store.refund[at] = minorBy(this.#own.lineRefund.value(row), units[row]!);
    store.quantity[at] = this.#units(row);
    store.postage[at] = Number.NaN;
    store.discount[at] = Number.NaN;
    store.place[at] = this.#nth(row);
  }

  #units(row: number): number {
    const quantity = this.#own.lineQuantity.value(row);
    return Number.isNaN(quantity) ? NONE : quantity;
  }

  /** Among the orders of the same time that follow each other; equal ones share a place. */
  #place(store: RowColumns, at: number): number {
    const paid = store.paidAt[at]!;
    const time = Number.isNaN(paid) ? store.createdAt[at]! : paid;
    const content = contentHash(store, this.builder.texts, at);
    const { time: before, content: other, place } = this.#last;
    const next = time !== before ? 1 : place + (content === other ? 0 : 1);
    this.#last = { time, content, place: next };
    return next;
  }

  #words(row: number, store: RowColumns, at: number, kind: NormalRow): void {
    store.stage[at] = this.stage(row);
    const precision = this.#own.precision.code(row);
    if (precision !== NONE) store.timePrecision[at] = this.#precisions.of(precision);
    store.sheet[at] = this.#sheet(kind, row);
  }

  /** Rows are told alike for long stretches: their sheet is looked up by words only where the codes differ. */
  #sheet(kind: NormalRow, row: number): number {
    const last = this.#lastSheets[kind];
    if (last !== undefined && told.every((field, nth) => this.#own[field].code(row) === last.codes[nth]))
      return last.sheet;
    const codes = told.map((field) => this.#own[field].code(row));
    const [known = '', kinds = '', clock = ''] = told.map((field, nth) => {
      const code = codes[nth] ?? NONE;
      return code === NONE ? '' : (this.columns.dictionaries.get(field)?.text(code) ?? '');
    });
    const sheet = this.#sheets.of(kind, known, kinds, clock);
    this.#lastSheets[kind] = { codes, sheet };
    return sheet;
  }
}
