import type { ImportOptions, ImportServices } from '../adapters/options.js';
import type { ByteSource } from '../adapters/sources.js';
import { CrmError } from '../errors.js';
import type { Imported } from '../model/imported.js';
import type { CommandContext } from './command.js';
import type { AnalysisOptions } from './run-import.js';

/** An import that is done: what was read, how, and what came of it. */
export interface DoneImport {
  readonly sources: readonly ByteSource[];
  readonly options: ImportOptions;
  readonly services: ImportServices;
  readonly imported: Imported;
}

/** Ending of an `--rejects` file: csv or xlsx; null without the option. Everything else is refused before any work. */
export function rejectsEnding({ rejects }: AnalysisOptions): 'csv' | 'xlsx' | null {
  if (rejects === undefined) return null;
  const ending = /\.(\w+)$/.exec(rejects.toLowerCase())?.[1];
  if (ending === 'csv' || ending === 'xlsx') return ending;
  throw new CrmError('rejects-ending', rejects);
}

/** Writes the rejected rows where `--rejects` says; they come to stand there together with the answer. */
export async function writeRejects(
  { sources, options: asked, services, imported }: DoneImport,
  { options, world, lang }: Pick<CommandContext<AnalysisOptions>, 'options' | 'world' | 'lang'>,
): Promise<void> {
  const ending = rejectsEnding(options);
  if (ending === null) return;
  const [{ rejectedRows }, { rejectList }] = await Promise.all([
    import('../adapters/rejects/rejected-rows.js'),
    import('../reporters/rejects/reject-rows.js'),
  ]);
  const list = rejectList(await rejectedRows(sources, imported, asked, services), lang);
  if (ending === 'csv') {
    const { rejectsCsv } = await import('../reporters/rejects/rejects-csv.js');
    await world.writeRejects(rejectsCsv(list, { bom: options.bom ?? true, raw: options.raw ?? false }));
    return;
  }
  const { xlsxStream } = await import('../reporters/xlsx/stream.js');
  await world.writeRejects(xlsxStream({ name: 'rejects', ...list }));
}
