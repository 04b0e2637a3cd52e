/** What `scanItems` is told and tells, as numbers of 32 bits. */
@unmanaged
export class ItemJob {
  /** In and out: index of the item that begins where the scan begins, and stopped. */
  index: i32;
  /** A byte for each of so many items: 0 nobody's, 1 + place of its column, or SEVERAL. */
  owners: usize;
  owned: i32;
  /** How many columns there are; behind them is a place for the items of several. */
  columns: i32;
  /** Items there is room for in each. */
  room: i32;
  /** Out, by column: how many items it has … */
  counts: usize;
  /** … and where they begin and end, and their indexes, `room` numbers for each column. */
  starts: usize;
  ends: usize;
  indexes: usize;
}
