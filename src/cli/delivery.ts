import { CrmError } from '../errors.js';
import type { Params, Words } from '../i18n/words.js';
import type { Report } from '../model/report.js';
import { type ReporterEntry, reporters } from '../reporters/index.generated.js';
import type { Style } from '../reporters/reporter.js';
import { nearest } from '../util/near.js';
import { openOutput } from '../world/atomic.js';
import type { AtomicOutput } from '../world/atomic-output.js';
import type { InputPath } from '../world/input-path.js';
import { tookOverNote } from '../world/lock.js';
import { standardOutput, writePieces } from '../world/stdout.js';

/** Where and how the answer of this run goes. */
export interface DeliveryOptions {
  readonly output?: string | undefined;
  readonly format?: string | undefined;
}

/** The answer's way out: a format and a target, the target opened before the long work starts. */
export class Delivery {
  private file: AtomicOutput | null = null;
  private readonly entry: ReporterEntry;
  readonly format: string;
  /** Null = standard output. */
  readonly target: string | null;

  constructor(
    { output, format }: DeliveryOptions,
    private readonly cwd: string,
    /** Told what must be said of the target. */
    private readonly note: (words: Words, params: Params) => void = () => undefined,
  ) {
    this.target = output === undefined || output === '-' ? null : output;
    this.format = format ?? formatOf(this.target);
    const entry = Object.hasOwn(reporters, this.format) ? reporters[this.format] : undefined;
    if (entry === undefined) throw unknownFormat('--format', this.format);
    this.entry = entry;
  }

  /** Opens the file to be written; what would refuse it in the end refuses it now. */
  async open(inputs: readonly InputPath[]): Promise<void> {
    if (this.target === null || this.file !== null) return;
    this.file = await openOutput(this.target, { cwd: this.cwd, inputs });
    const { tookOver } = this.file;
    if (tookOver !== null) this.note(tookOverNote, { file: this.target, pid: String(tookOver.pid) });
  }

  /** Writes a report, whole or not at all. */
  async report(report: Report, style: Style): Promise<void> {
    const reporter = await this.entry.load();
    await this.pieces(reporter.write(report, style));
  }

  /** Writes text or bytes, whole or not at all. */
  async pieces(pieces: Iterable<string> | AsyncIterable<string | Uint8Array>): Promise<void> {
    if (this.target === null) {
      await writePieces(standardOutput(), pieces);
      return;
    }
    await this.open([]);
    for await (const piece of pieces) await this.file?.write(piece);
    await this.file?.commit();
  }

  /** Leaves the old file as it was; harmless when the new one is in place. */
  async abort(): Promise<void> {
    await this.file?.abort();
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
