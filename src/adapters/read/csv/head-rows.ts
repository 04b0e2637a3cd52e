import type { Cell, HeadRow, ReaderProblem } from '../sheet.js';
import { type CellPlaces, type RowTarget, Unquoted } from './row-target.js';

/** The first rows, decoded. */
export class HeadRows implements RowTarget {
  readonly rows: HeadRow[] = [];
  readonly #unquoted = new Unquoted();
  readonly #decoder: InstanceType<typeof TextDecoder>;

  constructor(
    private readonly wanted: number,
    encoding: 'utf-8' | 'gb18030',
  ) {
    this.#decoder = new TextDecoder(encoding, { ignoreBOM: true });
  }

  readonly room = 0;

  get done(): boolean {
    return this.rows.length >= this.wanted;
  }

  row(bytes: Uint8Array, places: CellPlaces, cells: number, _filled: number, line: number): void {
    const decoded: Cell[] = [];
    for (let cell = 0; cell < cells; cell++) decoded.push(this.#cell(bytes, places, cell));
    this.rows.push({ line, cells: decoded });
  }

  block(): void {}

  bad(line: number, _problem: ReaderProblem): void {
    this.rows.push({ line, cells: [] });
  }

  blank(): void {}

  loose(_line: number): void {}

  #cell(bytes: Uint8Array, { from, to, doubled }: CellPlaces, cell: number): Cell {
    const [start, end] = [from[cell]!, to[cell]!];
    if (start === end) return { kind: 'blank' };
    if (doubled[cell] === 0) return { kind: 'text', text: this.#decoder.decode(bytes.subarray(start, end)) };
    const length = this.#unquoted.fill(bytes, start, end);
    return { kind: 'text', text: this.#decoder.decode(this.#unquoted.bytes.subarray(0, length)) };
  }
}
