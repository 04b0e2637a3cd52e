import { NONE } from '../../model/orders.js';
import type { Mapping } from '../dialect.js';
import { whereOf } from '../identify/refusal.js';
import { BlockCurrency } from './block-currency.js';
import type { BlockLoops } from './block-loops.js';
import { CodeColumn } from './code-column.js';
import { essentialFields } from './essential-fields.js';
import type { FieldCells } from './field-cells.js';
import { FrameRows } from './frame-rows.js';
import { keptAmount } from './kept-amount.js';
import type { MergedNumbers } from './merged-numbers.js';
import { NormalRows } from './normal-rows.js';
import { OrderAbove } from './order-above.js';
import type { ReadContext } from './read-context.js';
import type { RowColumns } from './row-columns.js';
import { columnsNeeded, type RowFiller, rowFiller, UNKNOWN_STAGE } from './row-fill.js';
import { reportCell, reportRow } from './row-issues.js';
import { type RowMeanings, rowMeanings, UNKNOWN_CURRENCY } from './row-meanings.js';
import type { RowBlock } from './row-stager.js';
import type { RowStoreBuilder } from './row-store-builder.js';
import { type RowPlace, RowTally } from './row-tally.js';
import { SheetCells } from './sheet-cells.js';
import type { SheetColumns } from './sheet-columns.js';
import { CELL, DAMAGED_CELL, isBad, ROUNDED_FLAG, type StagedColumn } from './staged-column.js';

/**
 * Writes the staged rows of one sheet into the row store, or turns them down with a place and a reason. Rows that are as
 * they should be, nearly all, go in runs and column by column; the others one by one.
 */
export class RowWriter {
  readonly tally = new RowTally();
  readonly #cells: SheetCells;
  readonly #essential: readonly FieldCells[];
  readonly #others: readonly FieldCells[];
  readonly #day: FieldCells;
  readonly #above: OrderAbove;
  readonly #frame: FrameRows;
  readonly #meanings: RowMeanings;
  readonly #filler: RowFiller;
  readonly #marked: Uint8Array;
  readonly #currency: BlockCurrency;
  readonly #status: FieldCells;
  readonly #normal: NormalRows | null;

  constructor(
    private readonly mapping: Mapping,
    columns: SheetColumns,
    private readonly builder: RowStoreBuilder,
    private readonly context: ReadContext,
    private readonly sheet: number,
    currency: string,
    merged: MergedNumbers | null,
    private readonly loops: BlockLoops,
  ) {
    this.#cells = new SheetCells(columns.byField, whereOf(context), mapping.dialect.fields, loops);
    this.#marked = loops.bytes();
    const needed = essentialFields(mapping.dialect);
    this.#essential = this.#cells.list.filter(({ field }) => needed.includes(field));
    this.#others = this.#cells.list.filter(({ field }) => !needed.includes(field));
    this.#day = this.#cells.of(columns.byField.has('time') ? 'time' : 'created');
    this.#above = new OrderAbove(mapping.dialect, this.#cells, merged);
    this.#frame = new FrameRows(columns, mapping);
    this.#meanings = rowMeanings(mapping.dialect, currency, columns, builder.texts);
    this.#status = this.#cells.of('status');
    this.#currency = new BlockCurrency(this.#cells.of('currency'), this.#meanings, loops);
    this.#filler = rowFiller(this.#cells, this.#meanings, this.tally, mapping.dialect, loops);
    builder.need(columnsNeeded(this.#cells, mapping.dialect));
    this.#normal = mapping.dialect.normalised === true ? new NormalRows(this.#cells, columns, builder, sheet) : null;
  }

  /** Refund statuses of which nobody knows whether money went back. */
  get unknownRefunds(): ReadonlySet<string> {
    return this.#meanings.unknownRefunds;
  }

  /** `expected`: how many rows there may be from the block on. */
  write(block: RowBlock, expected: number): void {
    this.#above.begin(block.lines);
    const given = this.#normal === null ? this.#filler.columns : [];
    const store = this.builder.reserve(block.rows * (this.#normal?.most ?? 1), expected, given);
    this.#mark(block);
    this.#filler.prepare(block.rows, this.#currency);
    const marked = this.#marked.subarray(0, block.rows);
    let from = 0;
    for (let row = marked.indexOf(1); row >= 0; row = marked.indexOf(1, row + 1)) {
      this.#accept(from, row, block.lines, store);
      this.#single(block, row, store);
      from = row + 1;
    }
    this.#accept(from, block.rows, block.lines, store);
  }

  /** Marks the rows that must be looked at one by one; the others are as rows should be and are taken in runs. */
  #mark(block: RowBlock): void {
    const [{ rows, problems }, marked] = [block, this.#marked];
    marked.fill(this.#above.isNeeded ? 1 : 0, 0, rows);
    for (const row of problems.keys()) marked[row] = 1;
    this.#cells.choose(rows, marked);
    this.#frame.markTotals(rows, this.#day, marked, this.loops);
    const stages = this.#filler.stages(rows);
    const next = (row: number) => stages.indexOf(UNKNOWN_STAGE, row);
    if (this.#normal === null) for (let row = next(0); row >= 0; row = next(row + 1)) marked[row] = 1;
    else for (let row = 0; row < rows; row++) if (this.#isOdd(row)) marked[row] = 1;
    this.#currency.choose(rows, marked);
  }

  #isOdd(row: number): boolean {
    if (this.#normal !== null) return this.#normal.stage(row) === UNKNOWN_STAGE || this.#normal.isLost(row);
    const code = this.#status.code(row);
    return code !== NONE && this.#meanings.stage.of(code) === UNKNOWN_STAGE;
  }

  #single(block: RowBlock, row: number, store: RowColumns): void {
    const line = block.lines[row]!;
    const problem = block.problems.get(row);
    if (this.#frame.isTotal(row, this.#day) || this.#normal?.isLost(row) === true) this.tally.passedOver++;
    else if (problem !== undefined) this.#rejectRow(problem, row, line, block.cells[row]!);
    else this.#take(row, block.lines, store);
  }

  #take(row: number, lines: Int32Array, store: RowColumns): void {
    const line = lines[row]!;
    for (const cells of this.#cells.list) cells.refuseTwins(row, line);
    const bad = this.#firstBad(row);
    if (bad !== null) {
      if (this.#frame.isHeader(row, line)) this.tally.passedOver++;
      else this.#reject(bad, row, line);
    } else if (this.#above.isMissing(row)) this.#rejectRow('order-number-missing', row, line, 0, 'blank');
    else if (this.#above.isLost(row)) this.#rejectRow('order-above-rejected', row, line, 0, 'no amount');
    else {
      this.#reportKept(row, line);
      this.#accept(row, row + 1, lines, store);
    }
  }

  /** Takes rows `from` to `to` (left out) of the block. */
  #accept(from: number, to: number, lines: Int32Array, store: RowColumns): void {
    if (from === to) return;
    const target = this.builder.size;
    const run = { from, to, target };
    store.sheet.fill(this.sheet, target, target + to - from);
    store.line.set(lines.subarray(from, to), target);
    this.#filler.fill(run, store, this.#currency);
    if (this.#above.isNeeded) store.order[target] = this.#above.of(from);
    this.tally.roundedIds += this.loops.count(this.#cells.of('order').states, from, to, ROUNDED_FLAG, ROUNDED_FLAG);
    this.tally.countTimes(this.#day.states, from, to, this.loops);
    this.tally.accepted += to - from;
    const echoes = this.#normal?.complete(run, store, this.#currency.units) ?? 0;
    this.builder.commit(to - from + echoes);
  }

  /** Reports bad cells of fields that are not essential, which count as blank, and a status nobody knows. */
  #reportKept(row: number, line: number): void {
    for (const cells of this.#others) {
      const column = cells.at(row);
      if (column !== null && isBad(column.states[row]!)) reportCell(this.context, column, row, line, 'kept');
    }
    const status = this.#status.code(row);
    if (status !== NONE && this.#isOdd(row)) this.#unknownStatus(status, row, line);
  }

  #unknownStatus(status: number, row: number, line: number): void {
    const text = this.builder.texts.status.text(status);
    this.tally.unknownStatus(text);
    const column = this.#status.at(row);
    if (column !== null) reportCell(this.context, column, row, line, 'kept', text);
  }

  /** The bad cell of an essential field that stands first in the row. */
  #firstBad(row: number): StagedColumn | null {
    let first = this.#currency.codes[row] === UNKNOWN_CURRENCY ? this.#currency.cells.at(row) : null;
    for (const cells of this.#essential) {
      const column = cells.at(row);
      if (column === null || !isBad(column.states[row]!)) continue;
      if (first === null || column.mapped.position < first.mapped.position) first = column;
    }
    return first;
  }

  #rejectRow(problem: string, row: number, line: number, cells: number, got = `${cells} cells`): void {
    this.#countRejected(problem, row, { line, column: NONE, cells });
    reportRow(this.context, problem, line, got);
  }

  #reject(column: StagedColumn, row: number, line: number): void {
    if (column.mapped.field === 'order' && (column.states[row]! & CELL) === DAMAGED_CELL) this.tally.damagedIds++;
    const text =
      column instanceof CodeColumn && !isBad(column.states[row]!) ? column.texts.text(column.values[row]!) : null;
    const problem = reportCell(this.context, column, row, line, 'rejected', text);
    this.#countRejected(problem, row, { line, column: column.mapped.position });
  }

  /** Counts a rejected row with what the shop kept of it. */
  #countRejected(problem: string, row: number, place: RowPlace): void {
    const amount = keptAmount(this.#cells, this.mapping.dialect, row, this.#currency.units[row]!);
    this.#above.reject(row);
    this.tally.reject(problem, { currency: this.#currency.counted(row), amount }, place);
    this.tally.countTimes(this.#day.states, row, row + 1, this.loops);
  }
}
