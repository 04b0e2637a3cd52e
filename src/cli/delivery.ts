import { resolve } from 'node:path';
import { CrmError } from '../errors.js';
import type { Params, Words } from '../i18n/words.js';
import type { Report } from '../model/report.js';
import { type ReporterEntry, reporters } from '../reporters/index.generated.js';
import type { Style } from '../reporters/reporter.js';
import { nearest } from '../util/near.js';
import { openOutput } from '../world/atomic.js';
import type { AtomicOutput } from '../world/atomic-output.js';
import { abortAll, commitAll } from '../world/commit-all.js';
import type { InputPath } from '../world/input-path.js';
import { tookOverNote } from '../world/lock.js';
import { standardOutput, writePieces } from '../world/stdout.js';

/** Where and how the answer of this run goes. */
export interface DeliveryOptions {
  readonly output?: string | undefined;
  readonly format?: string | undefined;
  /** The file of the rejected rows. */
  readonly rejects?: string | undefined;
}

/** The answer's way out: a format and a target, the target opened before the long work starts. */
export class Delivery {
  private file: AtomicOutput | null = null;
  private rejects: AtomicOutput | null = null;
  private readonly rejectsTarget: string | null;
  private readonly entry: ReporterEntry;
  readonly format: string;
  /** Null = standard output. */
  readonly target: string | null;

  constructor(
    { output, format, rejects }: DeliveryOptions,
    private readonly cwd: string,
    /** Told what must be said of the target. */
    private readonly note: (words: Words, params: Params) => void = () => undefined,
  ) {
    this.target = output === undefined || output === '-' ? null : output;
    this.rejectsTarget = rejects ?? null;
    this.format = format ?? formatOf(this.target);
    const entry = Object.hasOwn(reporters, this.format) ? reporters[this.format] : undefined;
    if (entry === undefined) throw unknownFormat('--format', this.format);
    this.entry = entry;
  }

  /** Opens the files to be written; what would refuse them in the end refuses them now. */
  async open(inputs: readonly InputPath[]): Promise<void> {
    const { target } = this;
    const rejectsTarget = this.rejectsTarget;
    if (target !== null && rejectsTarget !== null && resolve(this.cwd, target) === resolve(this.cwd, rejectsTarget)) {
      throw new CrmError('rejects-is-output', rejectsTarget);
    }
    if (target !== null) this.file ??= await this.openFile(target, inputs);
    if (rejectsTarget !== null) this.rejects ??= await this.openFile(rejectsTarget, inputs);
  }

  /** Whether the format tells the SHA-256 of the input files. */
  get hashes(): boolean {
    return this.entry.hashes;
  }

  /** Writes a report, whole or not at all. */
  async report(report: Report, style: Style): Promise<void> {
    const reporter = await this.entry.load();
    await this.pieces(reporter.write(report, style));
  }

  /** Writes the rejected rows beside their file; they are put in place with the answer, or by `keepRejects`. */
  async writeRejects(pieces: AsyncIterable<string | Uint8Array>): Promise<void> {
    await this.open([]);
    for await (const piece of pieces) await this.rejects?.write(piece);
    await this.rejects?.finish();
  }

  /** Puts the rejected rows in place without an answer: `--strict` refused one because of them. */
  async keepRejects(): Promise<void> {
    await this.rejects?.commit();
  }

  /** Writes text or bytes, whole or not at all, the rejected rows with them. */
  async pieces(pieces: Iterable<string> | AsyncIterable<string | Uint8Array>): Promise<void> {
    if (this.target === null) {
      await this.keepRejects();
      await writePieces(standardOutput(), pieces);
      return;
    }
    await this.open([]);
    for await (const piece of pieces) await this.file?.write(piece);
    await commitAll([this.rejects, this.file].filter((output) => output !== null));
  }

  /** Leaves the old files as they were; harmless when the new ones are in place. */
  async abort(): Promise<void> {
    await abortAll([this.rejects, this.file].filter((output) => output !== null));
  }

  private async openFile(target: string, inputs: readonly InputPath[]): Promise<AtomicOutput> {
    const file = await openOutput(target, { cwd: this.cwd, inputs });
    if (file.tookOver !== null) this.note(tookOverNote, { file: target, pid: String(file.tookOver.pid) });
    return file;
  }
}

/** The format a file's ending asks for; `table` on a terminal or pipe. */
function formatOf(target: string | null): string {
  if (target === null) return 'table';
  const ending = /\.(\w+)$/.exec(target.toLowerCase())?.[1] ?? '';
  const found = Object.entries(reporters).find(([, { extensions }]) => extensions.includes(ending));
  if (found === undefined) throw unknownFormat(target, ending);
  return found[0];
}

function unknownFormat(where: string, format: string): CrmError {
  const formats = Object.keys(reporters);
  const commands = nearest(format, formats).map((name) => `--format ${name}`);
  return new CrmError('unknown-format', where, { formats: formats.join(' ') }, { commands });
}
