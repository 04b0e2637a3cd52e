import { CrmError, errorKinds } from '../errors.js';
import { cliText } from '../i18n/cli.js';
import { type Lang, say } from '../i18n/words.js';
import type { PassedOver } from '../model/imported.js';
import type { Report } from '../model/report.js';
import { errorBlock } from '../reporters/messages.js';
import { sanitise } from '../util/sanitise.js';
import { commandLine } from '../util/shell.js';
import { standardError } from '../world/stderr.js';
import { terminalOf } from '../world/terminal.js';
import type { Typed } from './arguments.js';
import type { Delivery } from './delivery.js';

/** How things are told on standard error. */
export interface TellSettings {
  readonly quiet?: boolean;
  readonly color?: 'always' | 'never' | 'auto';
  /** File for the rejected rows. */
  readonly rejects?: string;
}

/** Why the exit status is 5: nobody in the files can be told from anybody else. */
export function tellNobody(lang: Lang, run: TellSettings, typed: Typed): void {
  const error = new CrmError('no-customers', `crm ${typed.command}`);
  standardError()(`${errorBlock(error, lang, terminalOf(process.stderr, process.env, run.color))}\n`);
}

/** Rejected rows are counted on standard error, unless the page that was just shown has said so. */
export function tellRejected(report: Report, run: TellSettings, lang: Lang, delivery: Delivery, typed: Typed): void {
  if (run.quiet === true || (isPageShown(delivery) && run.rejects === undefined)) return;
  const rejected = report.files.flatMap(({ sheets }) => sheets).reduce((sum, sheet) => sum + sheet.rejected, 0);
  if (rejected === 0) return;
  if (run.rejects !== undefined) {
    tellWritten(rejected, run.rejects, lang);
    return;
  }
  if (typed.command === 'check') return;
  const files = commandLine(['', ...typed.args]).trim();
  standardError()(`${say(cliText.rejected, lang, { count: rejected, files })}\n`);
}

/** Files out of folders and archives that could not be used are named, with the reason. */
export function tellPassedOver(files: readonly PassedOver[], lang: Lang, run: TellSettings): void {
  if (run.quiet === true) return;
  for (const { name, error } of files) {
    const reason = say(errorKinds[error.code].what, lang, error.params);
    standardError()(`${sanitise(say(cliText.notRead, lang, { file: name, reason }))}\n`);
  }
}

/** Whether whoever sees standard error sees the page as well, with its notes. */
export function isPageShown(delivery: Delivery): boolean {
  return delivery.format === 'table' && delivery.target === null && process.stdout.isTTY === true;
}

/** How many rows were written where. */
export function tellWritten(count: number, file: string, lang: Lang): void {
  standardError()(`${sanitise(say(cliText.rejectsWritten, lang, { count, file }))}\n`);
}
