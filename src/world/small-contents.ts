import { borrowed, checkNamed, checkUnchanged, pieceBytes, readWhole, type SteadyFile } from './steady-file.js';

/** Files that are held at most: the one that is read, and some that were looked at just now. */
const MOST = 4;

/**
 * The contents of some small files that were read just now. A file is gone through several times, and for a small one
 * asking the system for its bytes costs more than all that is done with them. That it is as it was is looked at each time.
 */
export class SmallContents {
  readonly #held = new Map<SteadyFile, Buffer>();

  holds(file: SteadyFile): boolean {
    return this.#held.has(file);
  }

  /** All bytes of a file of one piece; nobody may write into them. */
  async of(file: SteadyFile): Promise<Buffer> {
    const held = this.#held.get(file);
    this.#held.delete(file);
    const content = held ?? (await contentOf(file));
    if (held !== undefined) await checkNamed(file);
    this.#held.set(file, content);
    for (const oldest of this.#held.keys()) if (this.#held.size > MOST) this.#held.delete(oldest);
    return content;
  }
}

async function contentOf(file: SteadyFile): Promise<Buffer> {
  const descriptor = await borrowed(file);
  try {
    const content = await readWhole(file, descriptor, 0, pieceBytes);
    await checkUnchanged(file, descriptor);
    return content;
  } finally {
    await file.descriptors.giveBack(file.input.location, descriptor);
  }
}
