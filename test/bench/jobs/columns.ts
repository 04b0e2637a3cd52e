import { amounts, checked, kept, needed, times } from '../data/layout.js';
import type { Checksum } from './job.js';

/** A column: the row's cell is taken, blank or not. */
type Taker = (cell: unknown) => void;

/**
 * The needed columns as a peer of the import keeps them: texts as codes, or as they are where the import does not look them
 * up either, amounts in fen and times in seconds.
 */
export class Columns {
  private readonly texts = new Map<number, Map<string, number>>();
  private readonly plain: string[][] = [];
  private readonly takers: readonly Taker[] = needed.map((column) => this.taker(column));
  private rows = 0;
  private paid = 0;

  /** Takes one row, its cells by position; undefined and null are blank. */
  row(cells: readonly unknown[]): void {
    for (let at = 0; at < needed.length; at++) this.takers[at]!(cells[needed[at]!]);
    this.rows++;
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

  private taker(column: number): Taker {
    const values: number[] = [];
    if (times.includes(column)) return (cell) => values.push(secondsOf(textOf(cell)));
    if (amounts.includes(column)) return this.amountTaker(values, column === checked.paid);
    if (kept.includes(column)) return this.textTaker();
    const known = new Map<string, number>();
    this.texts.set(column, known);
    return (cell) => {
      const text = textOf(cell);
      const code = known.get(text) ?? known.size;
      if (code === known.size) known.set(text, code);
      values.push(code);
    };
  }

  private textTaker(): Taker {
    const texts: string[] = [];
    this.plain.push(texts);
    return (cell) => texts.push(textOf(cell));
  }

  private amountTaker(values: number[], isPaid: boolean): Taker {
    return (cell) => {
      const fen = Math.round(Number(textOf(cell)) * 100);
      values.push(fen);
      if (isPaid) this.paid += fen;
    };
  }
}

/** NaN for a blank cell. */
function secondsOf(text: string): number {
  return text === '' ? Number.NaN : Date.parse(`${text.replace(' ', 'T')}Z`) / 1000;
}

/** A cell as text; ids without their ="…". */
function textOf(cell: unknown): string {
  const text = typeof cell === 'string' ? cell : cell === undefined || cell === null ? '' : String(cell);
  return text.startsWith('="') ? text.slice(2, -1) : text;
}
