/** What the sorting is told and tells, as numbers of 32 bits. */
@unmanaged
export class SortJob {
  /** How many there are. */
  size: i32;
  /** In: the numbers to sort by. Out: the same as keys in order, see sort.ts. */
  keys: usize;
  /** In: what stands for a number that is none; 0: nothing does. */
  otherwise: usize;
  /** Out: whose the keys are. */
  owners: usize;
  /** Room for as many keys and owners, and for the counts of the digits. */
  spareKeys: usize;
  spareOwners: usize;
  counts: usize;
  /** Out: bits of each key in order that are no part of it, the lowest. */
  behind: i32;
}
