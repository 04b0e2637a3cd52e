/** Bytes of unpacked files that are kept in memory at most, all together. */
export const HELD_BYTES = 256 * 1024 ** 2;

/** Text of more bytes than this is unpacked again for each pass instead: it is read from its start only. */
export const HELD_TEXT_BYTES = 64 * 1024 ** 2;

/** The unpacked files of a run's archives that were read last, so that they are not unpacked again for every look. */
export class HeldFiles {
  readonly #files = new Map<object, Buffer>();
  #size = 0;

  constructor(
    private readonly most: number = HELD_BYTES,
    private readonly mostText: number = HELD_TEXT_BYTES,
  ) {}

  /** Whether a file of this size can be kept at all. */
  fits(size: number, isText: boolean): boolean {
    return size <= (isText ? Math.min(this.mostText, this.most) : this.most);
  }

  /** The bytes of a file, which becomes the last one to be forgotten. */
  get(file: object): Buffer | undefined {
    const bytes = this.#files.get(file);
    if (bytes === undefined) return undefined;
    this.#files.delete(file);
    this.#files.set(file, bytes);
    return bytes;
  }

  /** Keeps a file; those read longest ago make room. */
  put(file: object, bytes: Buffer): void {
    if (bytes.length > this.most || this.#files.has(file)) return;
    this.#size += bytes.length;
    this.#files.set(file, bytes);
    for (const [oldest, { length }] of this.#files) {
      if (this.#size <= this.most) return;
      this.#files.delete(oldest);
      this.#size -= length;
    }
  }
}
