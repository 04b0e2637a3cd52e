import { CrmError } from '../errors.js';
import type { FileFacts, Imported, PassedOver } from '../model/imported.js';
import type { Issue } from '../model/issue.js';
import { clockOf } from './clock.js';
import { fileFacts, repeatedFacts, sheetTotals } from './file-facts.js';
import { identityFacts } from './identity/identity-facts.js';
import { isSideReport } from './merge/side-rows.js';
import { placesOf } from './notes/issue-places.js';
import { joinedIssues, orderIssues } from './notes/order-issues.js';
import { orderNotes } from './notes/order-notes.js';
import type { ImportOptions, ImportServices } from './options.js';
import { type ReadFile, readFile } from './read-file.js';
import { rowCounts } from './row-counts.js';
import { IssueCollector } from './rows/issue-collector.js';
import { RowStoreBuilder } from './rows/row-store-builder.js';
import type { RowStore } from './rows/rows.js';
import { toOrders } from './settle/to-orders.js';
import type { ByteSource } from './sources.js';

/** A source, and the file it was read as; `repeats` is the position of an earlier source with the same bytes. */
export interface ImportedSource {
  readonly source: ByteSource;
  readonly read: ReadFile | null;
  readonly repeats: number | null;
}

/**
 * Files to orders: reads every sheet that is an order table, puts the rows together to orders and settles what each is
 * worth and whether it counts. Sources are taken in order of name, then hash, so that the order they are given in
 * changes nothing; of byte-identical files the first is read. A file that cannot be used is a thrown CrmError, unless it
 * came out of a folder, pattern or archive of which another can be used: then it is passed over and named.
 */
export async function importOrders(
  sources: readonly ByteSource[],
  options: ImportOptions,
  services: ImportServices,
): Promise<Imported> {
  const builder = new RowStoreBuilder();
  const collector = new IssueCollector();
  const { files, passedOver } = await readAll(sources, builder, collector, options, services);
  const store = builder.build();
  refuseOnlySideReports(store, files);
  const positions = files.flatMap(({ read }, file) =>
    (read?.sheets ?? []).flatMap((sheet, index) => (sheet.skipped === null ? [{ file, sheet: index }] : [])),
  );
  const made = toOrders(store, positions, options.rules);
  const totals = sheetTotals(store, made);
  const facts: FileFacts[] = [];
  for (const { source, read, repeats } of files) {
    facts.push(read === null ? repeatedFacts(facts[repeats!]!, source.name) : fileFacts(read, totals));
  }
  const placeOf = placesOf(
    store,
    files.map(({ read }) => read),
    options.showValues,
  );
  return {
    table: made.table,
    files: facts,
    passedOver,
    rows: rowCounts(store, made, files),
    issues: joinedIssues(collector.log(), orderIssues(store, made, placeOf), issuePosition(facts)),
    notes: [...files.flatMap(({ read }) => read?.notes ?? []), ...orderNotes(store, made, files)],
    asOf: made.asOf,
    asOfReason: made.asOfReason,
    clock: clockOf(store, options.timezone),
    has: made.has,
    identity: identityFacts(made.customers),
    exclusions: made.exclusions,
  };
}

/** Refunds and parcels tell of orders; without any order report there is nothing to tell of. */
function refuseOnlySideReports({ sheets }: RowStore, files: readonly ImportedSource[]): void {
  if (sheets.length === 0 || !sheets.every(({ dialect }) => isSideReport(dialect))) return;
  throw new CrmError('only-side-reports', files[sheets[0]!.file]!.source.name);
}

interface ReadAll {
  readonly files: readonly ImportedSource[];
  readonly passedOver: readonly PassedOver[];
}

async function readAll(
  sources: readonly ByteSource[],
  builder: RowStoreBuilder,
  collector: IssueCollector,
  options: ImportOptions,
  services: ImportServices,
): Promise<ReadAll> {
  const sorted = [...sources].sort((one, other) => compare(one.name, other.name) || compare(one.sha256, other.sha256));
  const files: ImportedSource[] = [];
  const passedOver: PassedOver[] = [];
  const known = new Map<string, number>();
  for (const source of sorted) {
    const repeats = known.get(source.sha256) ?? null;
    if (repeats !== null) {
      files.push({ source, read: null, repeats });
      continue;
    }
    const read = await readOrPassOver(source, files.length, builder, collector, options, services);
    if (read instanceof CrmError) {
      passedOver.push({ name: source.name, group: source.group ?? '', error: read });
      continue;
    }
    known.set(source.sha256, files.length);
    files.push({ source, read, repeats: null });
  }
  refuseEmptyGroups(files, passedOver);
  return { files, passedOver };
}

/** A folder, pattern or archive of which no file can be used is refused with the reason of its first. */
function refuseEmptyGroups(files: readonly ImportedSource[], passedOver: readonly PassedOver[]): void {
  const used = new Set(files.map(({ source }) => source.group ?? ''));
  const unused = passedOver.find(({ group }) => files.length === 0 || !used.has(group));
  if (unused !== undefined) throw unused.error;
}

/** Reads a file; one that need not be usable and is not leaves nothing behind and answers why. */
async function readOrPassOver(
  source: ByteSource,
  fileIndex: number,
  builder: RowStoreBuilder,
  collector: IssueCollector,
  options: ImportOptions,
  services: ImportServices,
): Promise<ReadFile | CrmError> {
  const [rows, sheets, mark] = [builder.size, builder.sheetCount, collector.mark()];
  try {
    return await readFile(source, fileIndex, builder, collector, options, services);
  } catch (error) {
    if (source.optional !== true || !(error instanceof CrmError) || error.exit !== 3) throw error;
    builder.rollback(rows, sheets);
    collector.rollback(mark);
    return error;
  }
}

/** Position of an issue: its file and sheet among those of the import, its line. */
function issuePosition(files: readonly FileFacts[]): (issue: Issue) => readonly [number, number] {
  const positions = new Map<string, number>();
  for (const { name, sheets } of files) {
    for (const sheet of sheets) {
      const key = JSON.stringify([name, sheet.name]);
      if (!positions.has(key)) positions.set(key, positions.size);
    }
  }
  return ({ file, sheet, line }) => [positions.get(JSON.stringify([file, sheet])) ?? 0, line ?? 0];
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
