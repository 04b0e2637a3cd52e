/** Orders that something holds for: how many, and the first of them as rows of the table. */
export class FoundOrders {
  static readonly shown = 20;
  count = 0;
  readonly rows: number[] = [];

  add(row: number): void {
    this.count++;
    if (this.rows.length < FoundOrders.shown) this.rows.push(row);
  }
}
