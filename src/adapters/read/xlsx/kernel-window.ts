import type { Kernel } from '../../../kernel/kernel.js';

/** Zero bytes behind the data, and bytes that may be looked at behind it. */
const BEHIND = 64;
/** Room for a few pieces as they are unpacked, and what is left of a row. */
const FIRST_ROOM = 1 << 19;

/** As `Window`, in the memory of a kernel: the bytes at hand, from `start` on. */
export class KernelWindow {
  start: number;
  end: number;
  #room = FIRST_ROOM;

  constructor(private readonly kernel: Kernel) {
    this.start = kernel.take(FIRST_ROOM);
    this.end = this.start;
  }

  /** All memory of the kernel. */
  get bytes(): Uint8Array {
    return this.kernel.bytes;
  }

  /** Forgets everything before `from` and adds a piece. */
  add(piece: Uint8Array, from: number): void {
    const kept = this.end - from;
    const needed = kept + piece.length + BEHIND;
    let { start } = this;
    if (needed > this.#room) {
      this.#room = needed * 2;
      start = this.kernel.take(this.#room);
    }
    const { bytes } = this.kernel;
    bytes.copyWithin(start, from, this.end);
    bytes.set(piece, start + kept);
    this.start = start;
    this.end = start + kept + piece.length;
    bytes.fill(0, this.end, this.end + BEHIND);
  }
}
