type Undo = () => void;

/**
 * What must be undone if the process ends before its work is done: temporary files, locks, children, a hidden cursor.
 * The callbacks are synchronous, for at the end of a process nothing else runs any more.
 */
export class Cleanup {
  private readonly undos = new Set<Undo>();
  private readonly running = new Set<Promise<void>>();

  /** Registers an undo; the answer takes it back once the work is done. */
  add(undo: Undo): Undo {
    const own = () => undo();
    this.undos.add(own);
    return () => {
      this.undos.delete(own);
    };
  }

  /** Work that must not be interrupted half-way; signals wait for it. */
  async whole(work: () => Promise<void>): Promise<void> {
    const running = work();
    const settled = running.catch(() => undefined);
    this.running.add(settled);
    await running.finally(() => this.running.delete(settled));
  }

  /** Resolves when no work of that kind is under way. */
  async settled(): Promise<void> {
    await Promise.all(this.running);
  }

  /** Undoes everything, newest first. One that fails does not keep the others from running. */
  run(): void {
    for (const undo of [...this.undos].reverse()) {
      this.undos.delete(undo);
      try {
        undo();
      } catch {
        // The process is ending; the next run removes what is left.
      }
    }
  }
}

/** The undos of this process. */
export const cleanup = new Cleanup();
