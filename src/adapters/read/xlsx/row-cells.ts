/** What a wanted cell of a row turned out to be. */
export const rowCell = {
  blank: 0,
  number: 1,
  date: 2,
  shared: 3,
  text: 4,
  rich: 5,
  truth: 6,
  error: 7,
  uncached: 8,
  /** A text of which every byte stands for itself. */
  literal: 9,
} as const;

/** The wanted cells of one row: kept until the row is known to be one, then handed on. */
export class RowCells {
  count = 0;
  readonly column: Int32Array;
  readonly kind: Uint8Array;
  /** Where texts stand. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Numbers, serials, indexes of strings. */
  readonly value: Float64Array;

  constructor(columns: number) {
    this.column = new Int32Array(columns);
    this.kind = new Uint8Array(columns);
    this.from = new Int32Array(columns);
    this.to = new Int32Array(columns);
    this.value = new Float64Array(columns);
  }

  /** Adds a cell in its place: most come in order. */
  add(column: number, kind: number, from: number, to: number, value: number): void {
    let place = this.count++;
    for (; place > 0 && this.column[place - 1]! > column; place--) this.#move(place - 1, place);
    this.column[place] = column;
    this.kind[place] = kind;
    this.from[place] = from;
    this.to[place] = to;
    this.value[place] = value;
  }

  #move(from: number, to: number): void {
    this.column[to] = this.column[from]!;
    this.kind[to] = this.kind[from]!;
    this.from[to] = this.from[from]!;
    this.to[to] = this.to[from]!;
    this.value[to] = this.value[from]!;
  }
}
