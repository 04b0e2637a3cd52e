/** What `scanTable` is told and tells, as numbers of 32 bits. */
@unmanaged
export class TableJob {
  /** In and out: index of the item that begins where the scan begins, and stopped. */
  index: i32;
  /** By item: where its text begins and where it ends, 32 bits each. */
  spans: usize;
  /** By item: 1 where its text has no content. */
  blanks: usize;
  /** So many items there is room for. */
  room: i32;
}
