import { CrmError } from '../../errors.js';
import { kernels as ownKernels } from '../../kernel/kernels.js';
import type { Note } from '../../model/report.js';
import type { Field, Mapping } from '../dialect.js';
import { HEAD_ROWS } from '../identify/header-row.js';
import { whereOf } from '../identify/refusal.js';
import type { Sheet } from '../read/sheet.js';
import { amountCurrency } from './amount-currency.js';
import type { BlockLoops } from './block-loops.js';
import { timeRules } from './clock-rules.js';
import { KernelLoops } from './kernel-loops.js';
import { mappingNotes } from './mapping-notes.js';
import { mergedNumbers } from './merged-numbers.js';
import { plainLoops } from './plain-loops.js';
import type { ReadContext } from './read-context.js';
import { RowStager } from './row-stager.js';
import type { RowStoreBuilder } from './row-store-builder.js';
import { RowWriter } from './row-writer.js';
import { rowsExpected } from './rows-expected.js';
import { type SheetColumns, sheetColumns } from './sheet-columns.js';
import type { SheetReading } from './sheet-reading.js';
import { slashOrder } from './slash-order.js';

/** Share of the rows whose order number may have lost digits before the whole sheet is refused. */
const DAMAGED_SHARE = 0.05;

/**
 * Reads the rows of a sheet into the row store: only the columns that are needed, values parsed from their bytes, bad
 * rows turned into issues. Where the sheet cannot be used after all (a reader's error, twin columns that differ, too many
 * damaged order numbers), the store and the issues are as if it had never been read.
 */
export async function readRows(
  sheet: Sheet,
  mapping: Mapping,
  builder: RowStoreBuilder,
  context: ReadContext,
): Promise<SheetReading> {
  const { size, sheetCount } = builder;
  const mark = context.issues.mark();
  const { kernels = ownKernels } = context;
  const kernel = kernels.borrow();
  try {
    const loops =
      kernel === null ? plainLoops : new KernelLoops(kernel, new Set(mapping.columns.map(({ field }) => field)).size);
    return await read(sheet, mapping, builder, context, loops);
  } catch (error) {
    builder.rollback(size, sheetCount);
    context.issues.rollback(mark);
    throw error;
  } finally {
    if (kernel !== null) kernels.giveBack(kernel);
  }
}

async function read(
  sheet: Sheet,
  mapping: Mapping,
  builder: RowStoreBuilder,
  context: ReadContext,
  loops: BlockLoops,
): Promise<SheetReading> {
  const { timezone, showValues } = context.options;
  const rules = timeRules(mapping.dialect, timezone, await slashOrder(sheet, mapping));
  const currency = amountCurrency(await sheet.head(HEAD_ROWS), mapping);
  const columns = sheetColumns(mapping, sheet.encoding, builder.texts, rules, showValues, currency.code);
  const fields: ReadonlySet<Field> = new Set(mapping.columns.map(({ field }) => field));
  const index = builder.addSheet({
    file: context.fileIndex,
    name: sheet.name,
    dialect: mapping.dialect,
    ...(mapping.dialect.normalised === true
      ? { fields: new Set<Field>(), orderNumbers: false }
      : { fields, orderNumbers: fields.has('order') }),
  });
  const merged = await mergedNumbers(sheet, mapping);
  const expected = rowsExpected(context.progress ?? (() => 0));
  const writer = new RowWriter(mapping, columns, builder, context, index, currency.code, merged, loops);
  const stager = new RowStager(
    columns.all,
    ...widths(sheet, mapping, columns),
    (block) => writer.write(block, expected(block.rows)),
    mapping.skipRows,
  );
  const handed = await sheet.read(
    columns.all.map(({ mapped }) => mapped.position),
    stager,
  );
  stager.finish();
  const { tally } = writer;
  const { blank, looseFrom } = handed;
  const rows = handed.rows + handed.bad;
  refuseLoss(rows, Math.min(rows, mapping.skipRows) + tally.rows + tally.passedOver);
  if (tally.damagedIds > tally.rows * DAMAGED_SHARE) {
    throw new CrmError('order-ids-damaged', whereOf(context), { damaged: tally.damagedIds, rows: tally.rows });
  }
  return {
    sheet: index,
    rows: tally.rows,
    accepted: tally.accepted,
    rejected: tally.rejected,
    places: tally.places,
    passedOver: tally.passedOver,
    blank,
    timeKinds: tally.timeKinds,
    notes: [
      ...mappingNotes(mapping, currency, whereOf(context)),
      ...tally.notes(whereOf(context)),
      ...unknownRefundNote(whereOf(context), writer.unknownRefunds),
      ...looseNote(whereOf(context), looseFrom),
    ],
  };
}

/** Every row a reader has handed over must have been counted; if not the program is wrong, and no number may come of it. */
function refuseLoss(handedOver: number, counted: number): void {
  if (handedOver !== counted) throw new Error(`a sheet has ${handedOver} rows, of which ${counted} were counted`);
}

/**
 * A text row may end early where only unused columns are missing, and may be longer than the header where the surplus
 * is blank. In workbooks cells have addresses: nothing can have shifted, so both are accepted.
 */
function widths(sheet: Sheet, mapping: Mapping, columns: SheetColumns): readonly [number, number] {
  if (sheet.shortRowsAreBlank) return [0, Number.POSITIVE_INFINITY];
  const used = [...columns.byField.values()].flat().map(({ mapped }) => mapped.position);
  return [Math.max(0, ...used.map((position) => position + 1)), mapping.width];
}

/** In layouts without a refund amount a status that nobody knows may hide a refund. */
function unknownRefundNote(where: string, texts: ReadonlySet<string>): readonly Note[] {
  if (texts.size === 0) return [];
  const shown = [...texts].sort().slice(0, 5);
  const statuses = shown.map((text) => [...text].slice(0, 20).join('')).join('、') + (texts.size > 5 ? '…' : '');
  return [{ id: 'unknown-refund-statuses', level: 'warning', params: { where, statuses } }];
}

function looseNote(where: string, line: number | undefined): readonly Note[] {
  return line === undefined ? [] : [{ id: 'loose-quotes', level: 'info', params: { where, line } }];
}
