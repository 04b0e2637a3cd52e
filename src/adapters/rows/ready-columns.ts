import { precisions } from '../../model/orders.js';
import type { Field } from '../dialect.js';
import type { BlockLoops } from './block-loops.js';
import type { FieldCells } from './field-cells.js';
import { hasLost } from './plain-loops.js';
import type { CodeColumnName, NumberColumnName, RowColumns } from './row-columns.js';
import type { RowRun } from './row-fill.js';
import type { SheetCells } from './sheet-cells.js';
import { copiedTexts } from './sheet-columns.js';

export const timeFields: readonly (readonly [Field, NumberColumnName])[] = [
  ['created', 'createdAt'],
  ['time', 'paidAt'],
  ['shipped', 'shippedAt'],
  ['completed', 'completedAt'],
];
export const amountFields: readonly (readonly [Field, NumberColumnName])[] = [
  ['total', 'total'],
  ['goods', 'goods'],
  ['postage', 'postage'],
  ['discount', 'discount'],
  ['paid', 'paid'],
  ['refund', 'refund'],
  ['price', 'listPrice'],
];
const NO_PRECISION = precisions.indexOf('none');
/** Up to so many rows are done fastest one by one. */
export const FEW = 16;

/** What a column of the store gets from the rows of a block. */
export interface ReadyColumn {
  readonly to: CodeColumnName | NumberColumnName | 'quantity';
  readonly ready: Int32Array | Float64Array;
  /** Makes it ready for the first `rows` rows. */
  prepare(rows: number): void;
}

/** The columns that go into the store without regard to any other. */
export function readyColumns(cells: SheetCells, loops: BlockLoops): readonly ReadyColumn[] {
  const texts = cells.each(Object.entries(copiedTexts) as [Field, CodeColumnName][]);
  const [times, quantity] = [cells.each(timeFields), cells.of('quantity')];
  return [
    ...texts.map(({ cells, to }) => wholes(cells, to, loops)),
    ...times.map(({ cells, to }) => seconds(cells, to, loops)),
    ...(quantity.present ? [wholes(quantity, 'quantity', loops)] : []),
  ];
}

function wholes(cells: FieldCells, to: CodeColumnName | 'quantity', loops: BlockLoops): ReadyColumn {
  const ready = loops.ints();
  return { to, ready, prepare: (rows) => loops.wholes(cells, rows, ready) };
}

function seconds(cells: FieldCells, to: NumberColumnName, loops: BlockLoops): ReadyColumn {
  const ready = loops.doubles();
  return { to, ready, prepare: (rows) => loops.seconds(cells, rows, ready) };
}

/** Amounts in minor units. */
export class ReadyAmounts {
  readonly #ready: Float64Array;
  #rows = 0;
  /** Rows of the block whose amount lost something below the minor unit. */
  #lost = 0;

  constructor(
    private readonly cells: FieldCells,
    readonly to: NumberColumnName,
    private readonly loops: BlockLoops,
  ) {
    this.#ready = loops.doubles();
  }

  /** `units`: by row, the ten-thousandths of a minor unit. */
  prepare(rows: number, units: Float64Array): void {
    this.#rows = rows;
    this.#lost = this.loops.minors(this.cells, units, rows, this.#ready);
  }

  /** Fills a run; how many of its amounts lost something. */
  fill(run: RowRun, store: RowColumns, units: Float64Array): number {
    copyRun(run, this.#ready, store[this.to]);
    if (this.#lost === 0 || run.to - run.from === this.#rows) return this.#lost;
    let lost = 0;
    for (let row = run.from; row < run.to; row++) if (hasLost(this.cells, this.#ready, units, row)) lost++;
    return lost;
  }
}

/** How exactly the time is written: that of the payment, else of the creation. */
export class ReadyPrecisions {
  readonly ready: Uint8Array;

  constructor(
    private readonly created: FieldCells,
    private readonly paid: FieldCells,
    private readonly loops: BlockLoops,
  ) {
    this.ready = loops.bytes();
  }

  prepare(rows: number): void {
    this.ready.fill(NO_PRECISION, 0, rows);
    for (const cells of [this.created, this.paid]) if (cells.present) this.loops.precisions(cells, rows, this.ready);
  }
}

/** Copies the numbers of a run into a column of the store. */
export function copyRun({ from, to, target }: RowRun, ready: Numbers, into: Numbers): void {
  if (to - from > FEW) into.set(ready.subarray(from, to), target);
  else for (let row = from, at = target; row < to; row++, at++) into[at] = ready[row]!;
}

type Numbers = Uint8Array | Int32Array | Float64Array;
