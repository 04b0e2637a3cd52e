/** Adds numbers up and hands them on in sums of at least so much; what is left in the end goes by `rest`. */
export class Portions {
  #sum = 0;

  constructor(
    private readonly least: number,
    private readonly handOn: (sum: number) => void,
  ) {}

  add(more: number): void {
    this.#sum += more;
    if (this.#sum >= this.least) this.rest();
  }

  rest(): void {
    if (this.#sum > 0) this.handOn(this.#sum);
    this.#sum = 0;
  }
}
