import type { ByteSource } from '../adapters/sources.js';
import type { CommandWorld, OpenedInputs } from '../commands/command.js';
import { CrmError } from '../errors.js';
import { cliText } from '../i18n/cli.js';
import { type Lang, say as worded } from '../i18n/words.js';
import type { PassedOver } from '../model/imported.js';
import { sanitise } from '../util/sanitise.js';
import { openOutput } from '../world/atomic.js';
import { runChild } from '../world/child.js';
import { openSource } from '../world/files.js';
import type { InputPath } from '../world/input-path.js';
import { expandInputs } from '../world/inputs.js';
import { keyFrom } from '../world/key-file.js';
import { sizeLimits } from '../world/limits.js';
import type { Progress } from '../world/progress.js';
import type { Say } from '../world/stderr.js';
import { stdinPrompt, stdinSource } from '../world/stdin.js';

/** What the commands' world is made of in one run. */
export interface WorldParts {
  readonly cwd: string;
  readonly lang: Lang;
  readonly stdin: Parameters<typeof stdinSource>[1];
  readonly say: Say;
  readonly progress: Progress;
  /** Told which inputs there are before any is read, so that the output can be opened first. */
  readonly onInputs: (inputs: readonly InputPath[]) => Promise<void>;
}

/** The world as the commands may use it. */
export function commandWorld(parts: WorldParts): CommandWorld {
  return {
    runChild,
    openInputs: async (args, maxSize) => {
      const inputs = await expandInputs(args, parts.cwd);
      await parts.onInputs(inputs);
      for (const input of inputs) sayOtherNames(input, parts);
      return openAll(inputs, maxSize, parts);
    },
    keyFrom: async (path) => {
      const { key, isNew } = await keyFrom(path, parts.cwd);
      if (isNew) parts.say(`${worded(cliText.keyMade, parts.lang, { file: sanitise(path) })}\n`);
      return key;
    },
    progress: (done, total) => parts.progress.show(progressText(done, total, parts.lang)),
    save: async (target, pieces) => {
      const output = await openOutput(target, { cwd: parts.cwd });
      try {
        for await (const piece of pieces) await output.write(piece);
        await output.commit();
      } finally {
        await output.abort();
      }
    },
  };
}

/** A file that was given under several names is read once: that is said. */
function sayOtherNames({ path, alsoAs }: InputPath, { say, lang }: WorldParts): void {
  if (alsoAs.length === 0) return;
  say(`${worded(cliText.sameFile, lang, { file: sanitise(path), others: sanitise(alsoAs.join(' ')) })}\n`);
}

/** Opens the inputs; one out of a folder or pattern that cannot be is named, as long as another can. */
async function openAll(inputs: readonly InputPath[], maxSize: number | null, parts: WorldParts): Promise<OpenedInputs> {
  const sources: ByteSource[] = [];
  const passedOver: PassedOver[] = [];
  for (const input of inputs) {
    try {
      sources.push(await open(input, maxSize, parts));
    } catch (error) {
      if (!(error instanceof CrmError) || error.exit !== 3 || input.origin === 'named') throw error;
      passedOver.push({ name: input.name, error });
    }
  }
  const [first] = passedOver;
  if (sources.length === 0 && first !== undefined) throw first.error;
  return { sources, passedOver };
}

async function open(input: InputPath, maxSize: number | null, { stdin, say, lang }: WorldParts): Promise<ByteSource> {
  const limits = sizeLimits(maxSize);
  if (input.origin === 'stdin') return stdinSource(input, stdin, () => say(stdinPrompt[lang]), limits.stdin);
  const source = await openSource(input, limits);
  return { ...source, optional: input.origin !== 'named' };
}

function progressText(done: number, total: number | null, lang: Lang): string {
  const percent = total === null || total === 0 ? '' : ` ${Math.min(100, Math.floor((100 * done) / total))}%`;
  return worded(cliText.reading, lang, { megabytes: Math.floor(done / 2 ** 20) }) + percent;
}
