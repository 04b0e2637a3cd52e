import type { Unpacked } from '../adapters/archive/archive.js';
import type { UnpackServices } from '../adapters/archive/open-entry.js';
import { magicOf } from '../adapters/read/magic.js';
import type { ByteSource, Workers } from '../adapters/sources.js';
import type { OpenedInputs } from '../commands/command.js';
import { CrmError } from '../errors.js';
import type { PassedOver } from '../model/imported.js';
import { openSource } from '../world/files.js';
import type { InputPath } from '../world/input-path.js';
import { sizeLimits } from '../world/limits.js';
import { type StdinStream, stdinSource } from '../world/stdin.js';
import { type HashAhead, hashAhead } from './hash-job.js';

/** What opening needs of the run. */
export interface OpenServices extends UnpackServices {
  readonly stdin: () => StdinStream;
  /** Told when standard input is a keyboard and will be waited for. */
  readonly onKeyboard: () => void;
  /** The SHA-256 of each file is wanted in the answer. */
  readonly hashed: boolean;
  /** `--max-size`, in bytes. */
  readonly maxSize: number | null;
  /** Bytes of each file among the inputs (`filesOf`); empty where there are not several. */
  readonly sizes: readonly number[];
  readonly workers: Workers;
}

/**
 * Opens the inputs, and the archives among them; a file out of a folder, pattern or archive that cannot be opened is
 * passed over, as long as another of it can.
 */
export async function openAll(inputs: readonly InputPath[], services: OpenServices): Promise<OpenedInputs> {
  const sources: ByteSource[] = [];
  const passedOver: PassedOver[] = [];
  const hashOf = hashAhead(inputs, services.sizes, services.workers);
  for (const input of inputs) {
    try {
      const found = await unpacked(await open(input, services, hashOf), services);
      sources.push(...found.sources);
      passedOver.push(...found.passedOver);
    } catch (error) {
      if (!(error instanceof CrmError) || error.exit !== 3 || isNamed(input)) throw error;
      passedOver.push({ name: input.name, group: input.argument, error });
    }
  }
  const opened = new Set(sources.map(({ group, path }) => group ?? path));
  const unused = passedOver.find(({ group }) => !opened.has(group));
  if (unused !== undefined) throw unused.error;
  return { sources, passedOver };
}

/** What may hold or hide other files is looked into, by code that is loaded then; text is its own content. */
async function unpacked(source: ByteSource, services: OpenServices): Promise<Unpacked> {
  const isText = source.size === 0 || magicOf(await source.at(0, 64 * 1024)) === 'text';
  if (isText) return { sources: [source], passedOver: [] };
  const { unpackedSources } = await import('../adapters/archive/archive.js');
  return unpackedSources(source, services);
}

async function open(input: InputPath, services: OpenServices, hashOf: HashAhead): Promise<ByteSource> {
  const limits = sizeLimits(services.maxSize);
  if (input.origin === 'stdin') return stdinSource(input, services.stdin(), services.onKeyboard, limits.stdin);
  const source = await openSource(input, { limits, hashed: services.hashed, known: await hashOf(input) });
  return isNamed(input) ? source : { ...source, optional: true, group: input.argument };
}

function isNamed({ origin }: InputPath): boolean {
  return origin === 'named' || origin === 'stdin';
}
