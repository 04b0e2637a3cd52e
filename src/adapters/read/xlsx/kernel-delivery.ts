import type { Window } from '../csv/window.js';
import type { CellSink } from '../sheet.js';
import { kernelBlock } from './kernel-block.js';
import type { KernelRows } from './kernel-rows.js';
import type { RowTaker } from './row-taker.js';
import type { SheetRows } from './sheet-rows.js';

/** Hands the rows a kernel scans to a sink that takes many at once. */
export class KernelDelivery {
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
    const room = this.sink.room();
    if (room === 0) return at;
    const stopped = rows.scan(place + at, place + limit, room, sheet, taker);
    count.rows += rows.rows;
    count.blank += rows.blank;
    if (rows.rows > 0) this.sink.block(kernelBlock(rows));
    return stopped - place;
  }
}
