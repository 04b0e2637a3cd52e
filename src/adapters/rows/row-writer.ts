import { NONE } from '../../model/orders.js';
import type { Field, Mapping } from '../dialect.js';
import { whereOf } from '../identify/refusal.js';
import { minorOf } from '../values/money.js';
import { CodeColumn } from './code-column.js';
import { type FieldCells, SheetCells } from './field-cells.js';
import { FrameRows } from './frame-rows.js';
import { OrderAbove } from './order-above.js';
import type { ReadContext } from './read-context.js';
import type { RowColumns } from './row-columns.js';
import { type FillRow, hasUnknownStatus, rowFiller } from './row-fill.js';
import { reportCell, reportRow } from './row-issues.js';
import { type RowMeanings, rowMeanings, UNKNOWN_CURRENCY } from './row-meanings.js';
import type { RowBlock } from './row-stager.js';
import type { RowStoreBuilder } from './row-store-builder.js';
import { RowTally } from './row-tally.js';
import type { SheetColumns } from './sheet-columns.js';
import { CELL, DAMAGED_CELL, isBad, ROUNDED_FLAG, type StagedColumn } from './staged-column.js';

/** Fields without which a row cannot be understood: a bad cell in one of them rejects it, in any other it is blank. */
const essential: readonly Field[] = ['order', 'created', 'time', 'total', 'paid', 'refund'];
const parts: readonly Field[] = ['goods', 'postage', 'discount'];

/** Writes the staged rows of one sheet into the row store, or turns them down with a place and a reason. */
export class RowWriter {
  readonly tally: RowTally;
  readonly #cells: SheetCells;
  readonly #essential: readonly FieldCells[];
  readonly #others: readonly FieldCells[];
  readonly #day: FieldCells;
  readonly #order: FieldCells;
  readonly #currencies: FieldCells;
  readonly #above: OrderAbove;
  readonly #frame: FrameRows;
  readonly #meanings: RowMeanings;
  readonly #fill: FillRow;

  constructor(
    private readonly mapping: Mapping,
    columns: SheetColumns,
    private readonly builder: RowStoreBuilder,
    private readonly context: ReadContext,
    private readonly sheet: number,
    currency: string,
  ) {
    this.#cells = new SheetCells(columns.byField, whereOf(context), mapping.dialect.fields);
    const needed = mapping.dialect.paidFrom === 'parts' ? [...essential, ...parts] : essential;
    this.#essential = this.#cells.list.filter(({ field }) => needed.includes(field));
    this.#others = this.#cells.list.filter(({ field }) => !needed.includes(field));
    this.#day = this.#cells.of(columns.byField.has('time') ? 'time' : 'created');
    this.#order = this.#cells.of('order');
    this.#currencies = this.#cells.of('currency');
    this.#above = new OrderAbove(mapping.dialect, this.#cells);
    this.#frame = new FrameRows(columns);
    this.#meanings = rowMeanings(mapping.dialect, currency, columns, builder.texts);
    this.tally = new RowTally();
    this.#fill = rowFiller(this.#cells, this.#meanings, this.tally, mapping.dialect);
  }

  write(block: RowBlock): void {
    const store = this.builder.reserve(block.rows);
    for (let row = 0; row < block.rows; row++) {
      const line = block.lines[row]!;
      const problem = block.problems.get(row);
      if (this.#frame.isTotal(row, this.#day.at(row, line))) this.tally.passedOver++;
      else if (problem !== undefined) {
        this.#rejectRow(problem, row, line, `${block.cells[row]!} cells`);
      } else this.#take(row, line, store);
    }
  }

  #take(row: number, line: number, store: RowColumns): void {
    const currency = this.#currency(row, line);
    const bad = this.#firstBad(row, line, currency);
    if (bad !== null) {
      if (this.#frame.repeatsHeader(row)) this.tally.passedOver++;
      else this.#reject(bad, row, line);
    } else if (this.#above.isLost(row, line)) this.#rejectRow('order-above-rejected', row, line, 'no amount');
    else this.#accept(row, line, store, currency);
  }

  #accept(row: number, line: number, store: RowColumns, currency: number): void {
    const target = this.builder.size;
    store.sheet[target] = this.sheet;
    store.line[target] = line;
    this.#fill(row, line, store, target, currency);
    store.order[target] = this.#above.of(row, line);
    store.filled[target] = this.#filled(row, line);
    if (hasUnknownStatus(store, target)) this.#unknownStatus(store.status[target]!, row, line);
    const order = this.#order.at(row, line);
    if (order !== null && (order.states[row]! & ROUNDED_FLAG) !== 0) this.tally.roundedIds++;
    this.builder.commit();
    this.tally.accepted++;
    this.tally.countTime(this.#day.at(row, line), row);
  }

  /** How many fields hold something. Bad cells of fields that are not essential are reported and count as blank. */
  #filled(row: number, line: number): number {
    let filled = 0;
    for (const cells of this.#essential) if (cells.at(row, line) !== null) filled++;
    for (const cells of this.#others) {
      const column = cells.at(row, line);
      if (column === null) continue;
      if (isBad(column.states[row]!)) reportCell(this.context, column, row, line, 'kept');
      else filled++;
    }
    return filled;
  }

  #unknownStatus(status: number, row: number, line: number): void {
    const text = this.builder.texts.status.text(status);
    this.tally.unknownStatus(text);
    const column = this.#cells.of('status').at(row, line);
    if (column !== null) reportCell(this.context, column, row, line, 'kept', text);
  }

  /** The bad cell of an essential field that stands first in the row. */
  #firstBad(row: number, line: number, currency: number): StagedColumn | null {
    let first = currency === UNKNOWN_CURRENCY ? this.#currencies.at(row, line) : null;
    for (const cells of this.#essential) {
      const column = cells.at(row, line);
      if (column === null || !isBad(column.states[row]!)) continue;
      if (first === null || column.mapped.position < first.mapped.position) first = column;
    }
    return first;
  }

  #rejectRow(problem: string, row: number, line: number, got: string): void {
    this.#countRejected(problem, row, line);
    reportRow(this.context, problem, line, got);
  }

  #reject(column: StagedColumn, row: number, line: number): void {
    if (column.mapped.field === 'order' && (column.states[row]! & CELL) === DAMAGED_CELL) this.tally.damagedIds++;
    const text =
      column instanceof CodeColumn && !isBad(column.states[row]!) ? column.dictionary.text(column.values[row]!) : null;
    this.#countRejected(reportCell(this.context, column, row, line, 'rejected', text), row, line);
  }

  /** Counts a rejected row with what the sheet says the shop kept of it; 0 where that cannot be read. */
  #countRejected(problem: string, row: number, line: number): void {
    const known = this.#currency(row, line);
    const currency = known === UNKNOWN_CURRENCY ? this.#meanings.defaultCurrency : known;
    const decimals = this.#meanings.decimals(currency);
    const minor = (field: Field) => minorOf(this.#cells.of(field).value(row, line), decimals);
    const paid = this.#cells.of('paid').present ? minor('paid') : minor('total');
    const refund = this.mapping.dialect.refund === 'paid-is-net' ? Number.NaN : minor('refund');
    const net = Number.isNaN(paid) ? 0 : paid - (Number.isNaN(refund) ? 0 : refund);
    this.#above.reject(row, line);
    this.tally.reject(problem, currency, net);
    this.tally.countTime(this.#day.at(row, line), row);
  }

  #currency(row: number, line: number): number {
    const code = this.#currencies.code(row, line);
    return code === NONE ? this.#meanings.defaultCurrency : this.#meanings.currency.of(code);
  }
}
