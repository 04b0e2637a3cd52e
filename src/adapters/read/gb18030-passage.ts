/** Which lines a passage stops in, at their first character beyond ASCII: none, each, those that may be UTF-8. */
export type LineStops = 'none' | 'each' | 'utf8';

/** Passes over what most of a text is made of and no rule is needed for: ASCII and characters of two bytes. */
export interface Passage {
  /** The line at hand has shown a character beyond ASCII, and it is counted or told. */
  known: boolean;
  /** Lines passed that are not UTF-8; only where the others are stopped in. */
  others: number;
  /** From here on it is about this block, from the beginning of a line. `lineEnd`: the byte that ends a line in it. */
  begin(block: Uint8Array, lineEnd: number): void;
  /**
   * Goes on from the beginning of a character to one that is neither, to the first one beyond ASCII of a line to stop in
   * that is not known, or to the end of the block.
   */
  pass(from: number, stops: LineStops): number;
}

/** Byte by byte; it counts no lines, but stops in each. */
export class PlainPassage implements Passage {
  known = false;
  readonly others = 0;
  #block: Uint8Array = new Uint8Array(0);
  #lineEnd = 10;

  begin(block: Uint8Array, lineEnd: number): void {
    this.known = false;
    this.#block = block;
    this.#lineEnd = lineEnd;
  }

  pass(from: number, stops: LineStops): number {
    const block = this.#block;
    const lineEnd = this.#lineEnd;
    const last = block.length - 1;
    const silent = stops === 'none';
    let known = silent || this.known;
    let at = from;
    while (at <= last) {
      let lead = block[at]!;
      while (lead < 0x80) {
        if (lead === lineEnd) known = silent;
        if (at === last) return this.#stop(block.length, known);
        lead = block[++at]!;
      }
      if (!known) return this.#stop(at, false);
      while (lead > 0x80 && lead < 0xff && at < last) {
        const trail = block[at + 1]!;
        if (trail < 0x40 || trail === 0x7f || trail === 0xff) break;
        at += 2;
        if (at > last) return this.#stop(at, known);
        lead = block[at]!;
      }
      if (lead >= 0x80) return this.#stop(at, known);
    }
    return this.#stop(at, known);
  }

  #stop(at: number, known: boolean): number {
    this.known = known;
    return at;
  }
}
