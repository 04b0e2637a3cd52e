import type { CellBlock } from '../cell-block.js';
import type { Window } from '../csv/window.js';
import type { CellSink } from '../sheet.js';
import { kernelBlock } from './kernel-block.js';
import type { KernelRows } from './kernel-rows.js';
import type { UsedStrings } from './row-delivery.js';
import type { RowTaker } from './row-taker.js';
import type { SheetRows } from './sheet-rows.js';

/** Hands the rows a kernel scans to a sink that takes many at once. */
export class KernelDelivery {
  constructor(
    private readonly rows: KernelRows,
    private readonly sink: Required<CellSink>,
    private readonly used: UsedStrings,
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
    const { rows, sink } = this;
    const room = sink.room();
    if (room === 0) return at;
    const stopped = rows.scan(place + at, place + limit, room, sheet, taker);
    count.rows += rows.rows;
    count.blank += rows.blank;
    if (rows.rows > 0) this.#deliver(kernelBlock(rows));
    return stopped - place;
  }

  #deliver(block: CellBlock): void {
    for (let place = 0; place < this.rows.columns.length; place++) {
      const indexes = block.others?.shared(place) ?? null;
      if (indexes !== null) for (const index of indexes) if (index > 0) this.used.mark(index - 1);
    }
    this.sink.block(block);
  }
}
