import type { Window } from '../csv/window.js';
import type { CellSink } from '../sheet.js';
import { kernelBlock } from './kernel-block.js';
import type { KernelRows } from './kernel-rows.js';
import type { RowTaker } from './row-taker.js';
import type { SheetRows } from './sheet-rows.js';

/** Fewer rows at once are not worth it. */
const FEW = 4;
/** Most rows taken one by one before it is tried again to take many at a time. */
const MOST_PATIENCE = 128;

/** Hands the rows a kernel scans to a sink that takes many at once. */
export class KernelDelivery {
  /** Rows to be taken one by one before it is tried again to take many. */
  #single = 0;
  #patience = 1;

  constructor(
    private readonly rows: KernelRows,
    private readonly sink: Required<CellSink>,
  ) {}

  /** Takes rows from `at` on as far as the kernel understands them and the sink has room; where it stopped. */
  take(
    { place }: Window,
    at: number,
    limit: number,
    sheet: SheetRows,
    taker: RowTaker,
    count: { rows: number; blank: number },
  ): number {
    const { rows } = this;
    const room = this.#single > 0 ? 0 : this.sink.room();
    if (this.#single > 0) this.#single--;
    if (room === 0) return at;
    const stopped = rows.scan(place + at, place + limit, room, sheet, taker);
    if (rows.unusual) {
      this.#patience = rows.rows < FEW ? Math.min(this.#patience * 2, MOST_PATIENCE) : 1;
      this.#single = this.#patience;
    }
    count.rows += rows.rows;
    count.blank += rows.blank;
    if (rows.rows > 0) this.sink.block(kernelBlock(rows));
    return stopped - place;
  }
}
