import { readFileSync } from 'node:fs';
import { type Asked, askedOf } from './cli/asked.js';
import { commandHelp, greeting, overviewHelp } from './cli/help.js';
import { catalogue } from './commands/catalogue.generated.js';
import { CrmError } from './errors.js';
import { runMain } from './world/main-guard.js';
import { listenToSignals } from './world/signals.js';
import { standardError } from './world/stderr.js';
import { standardOutput, writePieces } from './world/stdout.js';
import { terminalOf } from './world/terminal.js';

/** The program: arguments → command → report → bytes → exit status. */
export function main(): void {
  const argv = process.argv.slice(2);
  const asked = askedOf(argv, process.env);
  listenToSignals();
  void runMain(() => told(asked), {
    lang: () => asked.lang,
    describe: (error) => `${error.message}\n`,
    say: standardError(),
  });
}

/** Runs, and words a refusal. What only some runs need is loaded by those: help must answer at once. */
async function told(asked: Asked): Promise<number> {
  try {
    return await run(asked);
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    const { failureText } = await import('./cli/failure.js');
    standardError()(failureText(error, asked, terminalOf(process.stderr, process.env, asked.color)));
    return error.exit;
  }
}

async function run(asked: Asked): Promise<number> {
  const { width } = terminalOf(process.stdout, process.env);
  if (asked.kind === 'version') return print(`${version()}\n`);
  if (asked.kind === 'help') {
    const { command, lang } = asked;
    return print(command === null ? overviewHelp(catalogue, lang, width) : commandHelp(command, lang, width));
  }
  if (asked.kind === 'refused') throw asked.error;
  if (asked.kind === 'nothing') {
    const { commandNearby } = await import('./cli/nearby.js');
    return print(greeting(asked.lang, width, await commandNearby(process.cwd())));
  }
  const { runCommand } = await import('./cli/run-command.js');
  return runCommand(asked);
}

async function print(text: string): Promise<number> {
  await writePieces(standardOutput(), [text]);
  return 0;
}

function version(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
