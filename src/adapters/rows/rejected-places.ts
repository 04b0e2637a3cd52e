import type { RejectedPlaces } from '../../model/rejected.js';
import { resizedTo } from '../../util/resized-to.js';

/** Gathers the places of rejected rows: nine bytes each, so that a million of them cost little. */
export class RejectedPlacesBuilder {
  #size = 0;
  #line = new Int32Array(16);
  #problem = new Uint8Array(16);
  #column = new Int32Array(16);
  readonly #problems: string[] = [];
  #widest = 0;

  /** Begins with places that are known. */
  static from({ size, line, problem, column, problems, widest }: RejectedPlaces): RejectedPlacesBuilder {
    const builder = new RejectedPlacesBuilder();
    for (let at = 0; at < size; at++) builder.add(line[at]!, problems[problem[at]!]!, column[at]!);
    builder.tooLong(widest);
    return builder;
  }

  add(line: number, problem: string, column: number): void {
    if (this.#size === this.#line.length) this.#grow();
    let code = this.#problems.indexOf(problem);
    if (code < 0) code = this.#problems.push(problem) - 1;
    this.#line[this.#size] = line;
    this.#problem[this.#size] = code;
    this.#column[this.#size] = column;
    this.#size++;
  }

  /** Tells that a row has so many cells, more than it should. */
  tooLong(cells: number): void {
    this.#widest = Math.max(this.#widest, cells);
  }

  places(): RejectedPlaces {
    return {
      size: this.#size,
      line: this.#line.slice(0, this.#size),
      problem: this.#problem.slice(0, this.#size),
      column: this.#column.slice(0, this.#size),
      problems: [...this.#problems],
      widest: this.#widest,
    };
  }

  #grow(): void {
    const size = this.#size * 2;
    this.#line = resizedTo(this.#line, size, Int32Array);
    this.#problem = resizedTo(this.#problem, size, Uint8Array);
    this.#column = resizedTo(this.#column, size, Int32Array);
  }
}
