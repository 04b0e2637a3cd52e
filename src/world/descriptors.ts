import { close, constants, open } from 'node:fs';
import { promisify } from 'node:util';
import { systemCode } from './read-failure.js';

const openFile = promisify(open);
const closeFile = promisify(close);

/** Never waits for the other end of a pipe; what turns out not to be a file is refused after a look at it. */
const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * A few descriptors of files that were read just now, kept open for the next read. However many inputs there are, no
 * more than `most` idle ones exist (a process may be allowed as few as 32).
 */
export class Descriptors {
  private readonly idle = new Map<string, number>();

  constructor(private readonly most = 4) {}

  /** A descriptor of the file, for the borrower alone. */
  async borrow(location: string | Buffer): Promise<number> {
    const key = keyOf(location);
    const kept = this.idle.get(key);
    if (kept !== undefined) {
      this.idle.delete(key);
      return kept;
    }
    try {
      return await openFile(location, flags);
    } catch (error) {
      if (systemCode(error) !== 'EMFILE' && systemCode(error) !== 'ENFILE') throw error;
      await this.closeAll();
      return openFile(location, flags);
    }
  }

  /** Gives it back; the one that was idle longest is closed when there are too many. */
  async giveBack(location: string | Buffer, descriptor: number): Promise<void> {
    const key = keyOf(location);
    if (this.idle.has(key)) return closeFile(descriptor);
    this.idle.set(key, descriptor);
    if (this.idle.size > this.most) await this.closeOldest();
  }

  /** Closes every idle descriptor: nothing of the file is held any longer (Windows would refuse to replace it). */
  async closeAll(): Promise<void> {
    while (this.idle.size > 0) await this.closeOldest();
  }

  /** Closes the idle descriptor of one file, whose next reading must open it anew. */
  async forget(location: string | Buffer): Promise<void> {
    const kept = this.idle.get(keyOf(location));
    this.idle.delete(keyOf(location));
    if (kept !== undefined) await closeFile(kept);
  }

  private async closeOldest(): Promise<void> {
    const oldest = this.idle.entries().next();
    if (oldest.done === true) return;
    const [key, descriptor] = oldest.value;
    this.idle.delete(key);
    await closeFile(descriptor);
  }
}

function keyOf(location: string | Buffer): string {
  return typeof location === 'string' ? location : `bytes:${location.toString('latin1')}`;
}
