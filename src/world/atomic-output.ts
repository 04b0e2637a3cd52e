import { CrmError } from '../errors.js';
import { closed, type FileCalls, type FileHandleCalls, removed, whereKnown, writeAll } from './file-calls.js';
import type { Lock } from './lock.js';
import type { Holder } from './lock-holder.js';
import type { OutputTarget } from './output-target.js';
import { type Replaced, replaceFile } from './replace.js';
import { onTarget } from './write-failure.js';

const bufferedBytes = 2 ** 18;

/**
 * A file being written beside its target and put in its place when it is complete: at every moment the target is the
 * whole old file or the whole new one. A new file is readable by its owner alone (it holds customers), a replaced one
 * keeps mode and, where allowed, owner. Links are followed. Of a hard link only the named one becomes the new file;
 * the other names keep the old content, for that is what replacing whole files means.
 */
export class AtomicOutput {
  private pending: Uint8Array[] = [];
  private pendingBytes = 0;
  private state: 'writing' | 'finished' | 'ended' = 'writing';

  constructor(
    private readonly target: OutputTarget,
    private readonly temp: string,
    private readonly handle: FileHandleCalls,
    private readonly lock: Lock,
    private readonly files: FileCalls,
    private readonly forget: () => void,
  ) {}

  /** As typed. */
  get shown(): string {
    return this.target.shown;
  }

  /** The dead run whose lock was taken over, null in the ordinary case. */
  get tookOver(): Holder | null {
    return this.lock.tookOver;
  }

  /** Text is written as UTF-8. */
  async write(piece: Uint8Array | string): Promise<void> {
    this.pending.push(typeof piece === 'string' ? Buffer.from(piece) : Uint8Array.from(piece));
    this.pendingBytes += this.pending.at(-1)?.length ?? 0;
    if (this.pendingBytes >= bufferedBytes) await this.orAbort(() => this.flush());
  }

  /** All bytes on the disk; the target is still the old file. */
  async finish(): Promise<void> {
    if (this.state !== 'writing') return;
    await this.orAbort(async () => {
      await this.flush();
      await whereKnown(() => this.handle.sync());
      this.state = 'finished';
      await closed(this.handle);
    });
  }

  /** Puts the new file in place of the old one. `keepOld`: so that it can be undone. */
  async replace(keepOld = false): Promise<Replaced> {
    const replaced = await this.orAbort(async () => {
      if (!(await this.lock.isHeld())) throw new CrmError('lock-lost', this.shown);
      return replaceFile(this.temp, this.target, keepOld, this.files);
    });
    this.state = 'ended';
    this.forget();
    return replaced;
  }

  /** Lets others write the target again. */
  async release(): Promise<void> {
    await this.lock.release();
  }

  /** Finishes, replaces and releases. */
  async commit(): Promise<void> {
    await this.finish();
    await this.replace();
    await this.release();
  }

  /** Leaves the old file as it is and nothing else behind. Harmless after `commit`. */
  async abort(): Promise<void> {
    const before = this.state;
    this.state = 'ended';
    if (before === 'writing') await closed(this.handle).catch(() => undefined);
    if (before !== 'ended') await removed(this.temp, this.files);
    this.forget();
    await this.release();
  }

  private async flush(): Promise<void> {
    const bytes = Buffer.concat(this.pending);
    this.pending = [];
    this.pendingBytes = 0;
    await writeAll(this.handle, bytes);
  }

  private async orAbort<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await onTarget(this.shown, work);
    } catch (error) {
      await this.abort();
      throw error;
    }
  }
}
