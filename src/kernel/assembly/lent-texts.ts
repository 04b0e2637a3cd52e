/** The texts of a dictionary while the kernel has them, as numbers of 32 bits; known to `Lending` of ../lending.ts. */
@unmanaged
export class LentTexts {
  size: i32;
  /** The texts one after another, and where each begins; the last number: where the next one will. */
  bytes: usize;
  offsets: usize;
  /** By code. */
  hashes: usize;
  /** As in util/code-slots.ts. */
  table: usize;
  mask: i32;
}
