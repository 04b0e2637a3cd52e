import { ODD_CELL } from '../../kernel/cells.js';
import type { CellBlock } from '../read/cell-block.js';

/** A cell that holds something; the bytes are valid only during the call. */
type OnCell = (row: number, bytes: Uint8Array, from: number, to: number) => void;

/** Every cell of a column of a block that is not blank, one by one. */
export function eachCell({ cells, column }: CellBlock, place: number, onCell: OnCell): void {
  const { rows, starts, ends } = column(place);
  const { bytes, ints } = cells.kernel;
  for (let row = 0; row < rows; row++) {
    const from = ints[starts / 4 + row]!;
    const to = ints[ends / 4 + row]!;
    if (from < to) onCell(row, bytes, from, to);
  }
}

/** Those that the kernel left for a closer look. */
export function eachOddCell(block: CellBlock, place: number, onCell: OnCell): void {
  if (block.cells.odd === 0) return;
  const states = block.cells.states.slice();
  eachCell(block, place, (row, bytes, from, to) => {
    if (states[row] === ODD_CELL) onCell(row, bytes, from, to);
  });
}
