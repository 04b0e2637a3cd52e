import { CrmError } from '../errors.js';
import type { FileFacts, Imported } from '../model/imported.js';
import type { Issue } from '../model/issue.js';
import { clockOf } from './clock.js';
import { duplicateFacts } from './duplicates.js';
import { fileFacts, repeatedFacts, sheetTotals } from './file-facts.js';
import { identityFacts } from './identity/identity-facts.js';
import { isSideReport } from './merge/side-rows.js';
import { placesOf } from './notes/issue-places.js';
import { joinedIssues, orderIssues } from './notes/order-issues.js';
import { orderNotes } from './notes/order-notes.js';
import type { ImportOptions, ImportServices } from './options.js';
import { type ImportedSource, readAll } from './read-all.js';
import { sheetRejects } from './rejects/sheet-rejects.js';
import { rowCounts } from './row-counts.js';
import { IssueCollector } from './rows/issue-collector.js';
import { RowStoreBuilder } from './rows/row-store-builder.js';
import type { RowStore } from './rows/rows.js';
import type { SheetPosition } from './settle/table-columns.js';
import { refundsElsewhere } from './settle/table-refunds.js';
import { toOrders } from './settle/to-orders.js';
import type { ByteSource } from './sources.js';

/**
 * Files to orders: reads every sheet that is an order table, puts the rows together to orders and settles what each is
 * worth and whether it counts. For what becomes of several files, and of those that cannot be used, see `readAll`.
 */
export async function importOrders(
  sources: readonly ByteSource[],
  options: ImportOptions,
  services: ImportServices,
): Promise<Imported> {
  const builder = new RowStoreBuilder();
  const collector = new IssueCollector();
  const { files, passedOver } = await readAll(sources, { builder, collector }, options, services);
  const store = builder.build();
  refuseOnlySideReports(store, files);
  const positions = sheetPositions(store, files);
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
    refundsElsewhere: refundsElsewhere(made.refunds, made.rows, made.table.texts),
    duplicates: duplicateFacts(store, made, files),
    rejects: sheetRejects(
      files.map(({ read }) => read),
      store,
      made,
    ),
  };
}

/** Refunds and parcels tell of orders; without any order report there is nothing to tell of. */
function refuseOnlySideReports({ sheets }: RowStore, files: readonly ImportedSource[]): void {
  if (sheets.length === 0 || !sheets.every(({ dialect }) => isSideReport(dialect))) return;
  throw new CrmError('only-side-reports', files[sheets[0]!.file]!.source.name);
}

/** Where each sheet of the store is among the files. */
function sheetPositions({ sheets }: RowStore, files: readonly ImportedSource[]): readonly SheetPosition[] {
  const positions = new Map<number, SheetPosition>();
  files.forEach(({ read }, file) => {
    read?.sheets.forEach((sheet, index) => {
      if (sheet.skipped === null) positions.set(sheet.reading.sheet, { file, sheet: index });
    });
  });
  return sheets.map(({ of }, index) => positions.get(of ?? index)!);
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
