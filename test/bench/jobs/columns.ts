import { checked, needed } from '../data/layout.js';
import type { Checksum } from './job.js';

/** The needed columns as a peer of the import keeps them: texts as codes, one list a column. */
export class Columns {
  private readonly texts = new Map(needed.map((column) => [column, new Map<string, number>()]));
  private readonly codes = new Map(needed.map((column) => [column, [] as number[]]));
  private rows = 0;
  private paid = 0;

  /** Takes one row, its cells by position; undefined and null are blank. */
  row(cells: readonly unknown[]): void {
    for (const column of needed) {
      const text = textOf(cells[column]);
      const known = this.texts.get(column)!;
      const code = known.get(text) ?? known.size;
      if (code === known.size) known.set(text, code);
      this.codes.get(column)!.push(code);
    }
    this.rows++;
    this.paid += Math.round(Number(textOf(cells[checked.paid])) * 100);
  }

  checksum(): Checksum {
    const buyers = this.texts.get(checked.buyer)!;
    return {
      rows: this.rows,
      orders: this.texts.get(checked.order)!.size,
      buyers: buyers.size - (buyers.has('') ? 1 : 0),
      paid: this.paid,
    };
  }
}

/** A cell as text; ids without their ="…". */
function textOf(cell: unknown): string {
  const text = cell === undefined || cell === null ? '' : String(cell);
  return text.startsWith('="') ? text.slice(2, -1) : text;
}
