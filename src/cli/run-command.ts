import type { Command, Outcome } from '../commands/command.js';
import { commands } from '../commands/index.generated.js';
import { CrmError } from '../errors.js';
import { type Lang, say } from '../i18n/words.js';
import type { PassedOver } from '../model/imported.js';
import type { Style } from '../reporters/reporter.js';
import { sanitise } from '../util/sanitise.js';
import { chooser } from '../world/choose.js';
import { findConfig } from '../world/config-file.js';
import { sideBySide } from '../world/cores.js';
import { compileLater } from '../world/late-compiling.js';
import { startProgress } from '../world/progress.js';
import { clearUpInOneGo } from '../world/spare-memory.js';
import { standardError } from '../world/stderr.js';
import { terminalOf } from '../world/terminal.js';
import { WorkerPool } from '../world/worker-pool.js';
import { parseArguments, type Typed } from './arguments.js';
import type { Asked } from './asked.js';
import { commandWorld } from './command-world.js';
import { Delivery } from './delivery.js';
import { meant } from './failure.js';
import { settingsOf } from './settings.js';
import { isPageShown, tellNobody, tellPassedOver, tellRejected, tellWritten } from './tell.js';

/** The settings that the command line itself acts on, whatever the command. */
interface RunSettings {
  readonly lang?: Lang;
  readonly output?: string;
  readonly format?: string;
  readonly rejects?: string;
  readonly table?: string;
  readonly raw?: boolean;
  readonly bom?: boolean;
  readonly showValues?: boolean;
  readonly ascii?: boolean;
  readonly color?: 'always' | 'never' | 'auto';
  readonly quiet?: boolean;
  readonly passwordFile?: string;
  readonly jobs?: number;
}

const workerEntry = new URL('./reading-worker.js', import.meta.url);

/** Runs one command: options and config checked, answer delivered. The answer is the exit status. */
export async function runCommand(asked: Extract<Asked, { kind: 'command' }>): Promise<number> {
  clearUpInOneGo();
  compileLater();
  const typed = parseArguments(asked.command, asked.argv);
  const [command, config] = await Promise.all([loaded(typed.command), configOf(typed)]);
  const settings = settingsOf(command, typed.flags, config, asked.lang);
  const run = settings as RunSettings;
  const lang = run.lang ?? asked.lang;
  const delivery = new Delivery(run, process.cwd(), (words, params) => {
    if (run.quiet !== true) standardError()(`${sanitise(say(words, lang, params))}\n`);
  });
  const passedOver: PassedOver[] = [];
  try {
    const outcome = await answerOf(command, typed, settings, lang, delivery, (files) => passedOver.push(...files));
    const exit = await delivered(outcome, run, lang, delivery, typed);
    if (outcome.kind === 'text' || !isPageShown(delivery)) tellPassedOver(passedOver, lang, run);
    return exit;
  } catch (error) {
    if (error instanceof CrmError && error.exit === 4) await keepRejects(error, run, lang, delivery);
    await delivery.abort();
    throw error instanceof CrmError ? meant(error, asked) : error;
  }
}

/** `--strict` refused the answer: the rejected rows are what is needed now, so they are put in place and said. */
async function keepRejects(error: CrmError, run: RunSettings, lang: Lang, delivery: Delivery): Promise<void> {
  if (run.rejects === undefined) return;
  await delivery.keepRejects();
  const { count } = error.params;
  if (run.quiet !== true && error.code === 'rows-rejected') tellWritten(Number(count), run.rejects, lang);
}

async function loaded(id: string): Promise<Command> {
  const entry = (commands as Readonly<Record<string, { readonly load: () => Promise<unknown> } | undefined>>)[id];
  if (entry === undefined) throw new Error(`no command ${id}`);
  return (await entry.load()) as Command;
}

async function configOf(typed: Typed): ReturnType<typeof findConfig> {
  const named = typed.flags['config'];
  return findConfig({ named: typeof named === 'string' ? named : null, env: process.env, cwd: process.cwd() });
}

async function answerOf(
  command: Command,
  typed: Typed,
  settings: Readonly<Record<string, unknown>>,
  lang: Lang,
  delivery: Delivery,
  onPassedOver: (files: readonly PassedOver[]) => void,
): Promise<Outcome> {
  const { quiet = false, color, passwordFile = null, jobs = null } = settings as RunSettings;
  const tell = standardError();
  const { width } = terminalOf(process.stderr, process.env, color);
  const { env } = process;
  const stdin = () => process.stdin;
  const isTTY = process.stderr.isTTY === true;
  const progress = startProgress({ isTTY, env, quiet, width, say: tell });
  const workers = new WorkerPool({ entry: workerEntry, ...sideBySide(jobs) });
  const columns = terminalOf(delivery.target === null ? process.stdout : {}, process.env).width;
  const prompt = { stdin, say: tell, isTTY, env, interrupt: () => process.emit('SIGINT') };
  const world = commandWorld({
    cwd: process.cwd(),
    env,
    lang,
    stdin,
    prompt,
    choose: chooser(prompt, process.stderr),
    passwordFile,
    say: quiet ? () => undefined : tell,
    progress,
    workers,
    onInputs: (inputs) => delivery.open(inputs),
    hashes: delivery.hashes,
    onRejects: (pieces) => delivery.writeRejects(pieces),
    onPassedOver,
  });
  try {
    return await command.run({ args: typed.args, options: settings as never, lang, width: columns, world });
  } finally {
    progress.done();
    await workers.close();
  }
}

async function delivered(
  outcome: Outcome,
  run: RunSettings,
  lang: Lang,
  delivery: Delivery,
  typed: Typed,
): Promise<number> {
  if (outcome.kind === 'text') {
    await delivery.pieces([outcome.text]);
    return 0;
  }
  await delivery.report(outcome.report, styleOf(run, lang, delivery));
  tellRejected(outcome.report, run, lang, delivery, typed);
  if (outcome.exit === 5 && run.quiet !== true) tellNobody(lang, run, typed);
  return outcome.exit;
}

function styleOf(run: RunSettings, lang: Lang, delivery: Delivery): Style {
  const isFile = delivery.target !== null;
  const terminal = terminalOf(isFile ? {} : process.stdout, process.env, isFile ? 'never' : run.color);
  return {
    ...terminal,
    lang,
    ascii: run.ascii ?? false,
    raw: run.raw ?? false,
    bom: run.bom ?? isFile,
    table: run.table ?? null,
    showValues: run.showValues ?? false,
  };
}
