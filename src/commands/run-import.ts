import type { z } from 'zod/mini';
import { importOrders } from '../adapters/import.js';
import type { CountingRules, ImportOptions } from '../adapters/options.js';
import { CrmError } from '../errors.js';
import type { Imported } from '../model/imported.js';
import { type Day, isoDay } from '../util/calendar.js';
import type { CommandContext } from './command.js';
import { peopleRules } from './lists.js';
import type { analysisOptions, inputOptions } from './options.js';
import { rejectsEnding, writeRejects } from './rejects.js';

/** The checked options of the commands that analyse files. */
export type AnalysisOptions = z.infer<z.ZodMiniObject<typeof analysisOptions>>;

/** The window as asked for: either end may be open. */
export interface AskedWindow {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** From so many orders on, what the import leaves behind is let go of before the analysis begins. */
const MANY_ORDERS = 300_000;

/** Imports the files of a command and checks what only the files can tell. */
export async function runImport(
  context: CommandContext<AnalysisOptions>,
  files: readonly string[] = context.args,
): Promise<Imported> {
  const { options, world } = context;
  const window = askedWindow(options);
  rejectsEnding(options);
  const people = await peopleRules(options, world);
  const { sources, passedOver } = await world.openInputs(files, options.maxSize ?? null);
  const total = sources.reduce((sum, { size }) => sum + size, 0);
  const asked = importOptions(options, window.to, people);
  const onBytes = counting((read) => world.progress(read, total));
  const services = { runChild: world.runChild, workers: world.workers, onBytes };
  const read = await importOrders(sources, asked, services);
  const imported = { ...read, passedOver: [...passedOver, ...read.passedOver] };
  if (read.table.size > MANY_ORDERS) world.letGo();
  await writeRejects({ sources, options: asked, services, imported }, context);
  if (options.strict === true) refuseRejected(imported);
  world.passedOver(imported.passedOver);
  if (options.refunds === 'refund-day' && !imported.has.refundDays) throw new CrmError('no-refund-days', '--refunds');
  return imported;
}

/** Adds up the bytes of each piece and tells the sum. */
export function counting(tell: (read: number) => void): (bytes: number) => void {
  let read = 0;
  return (bytes) => {
    read += bytes;
    tell(read);
  };
}

/** `--month`, or `--from`/`--to`; null ends are open. */
export function askedWindow(options: AnalysisOptions): AskedWindow {
  if (options.month !== undefined) {
    const other = options.from !== undefined ? '--from' : options.to !== undefined ? '--to' : null;
    if (other !== null) throw new CrmError('options-exclude', '--month', { other });
    return options.month;
  }
  const { from = null, to = null } = options;
  if (from !== null && to !== null && from > to) {
    throw new CrmError('window-reversed', '--from', { from: isoDay(from), to: isoDay(to) });
  }
  return { from, to };
}

type InputOptions = z.infer<z.ZodMiniObject<typeof inputOptions>>;

/** How files are to be read and identified. */
export function readOptions(options: InputOptions): Omit<ImportOptions, 'rules' | 'showValues'> {
  return {
    delimiter: options.delimiter ?? 'auto',
    encoding: options.encoding ?? 'auto',
    sheet: options.sheet ?? null,
    header: options.header ?? true,
    platform: options.platform ?? null,
    map: options.map ?? [],
    orderIds: options.orderIds ?? 'keep',
    timezone: options.timezone ?? null,
  };
}

/** The options as the importer wants them. */
export function importOptions(
  options: AnalysisOptions,
  windowEnd: Day | null,
  people: Pick<CountingRules, 'identity' | 'exclusions'>,
): ImportOptions {
  return {
    ...readOptions(options),
    showValues: options.showValues ?? false,
    rules: {
      asOf: options.asOf ?? null,
      windowEnd,
      keepZero: options.keepZero ?? false,
      excludePostage: options.excludePostage ?? false,
      ...people,
    },
  };
}

function refuseRejected(imported: Imported): void {
  let rejected = 0;
  for (const { count } of imported.rows.rejected.values()) rejected += count;
  if (rejected > 0) throw new CrmError('rows-rejected', '--strict', { count: rejected });
  const [first] = imported.passedOver;
  if (first !== undefined) throw new CrmError('files-passed-over', first.name, { count: imported.passedOver.length });
}
