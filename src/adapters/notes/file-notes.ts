import { NONE } from '../../model/orders.js';
import type { Note } from '../../model/report.js';
import { isConstant } from '../../util/is-constant.js';
import { ORDER, PRODUCT } from '../merge/entities.js';
import { isRejected } from '../merge/row-fate.js';
import { sameRows } from '../merge/same-rows.js';
import { isSideReport } from '../merge/side-rows.js';
import { TupleIndex } from '../merge/tuple-index.js';
import type { ImportedSource } from '../read-all.js';
import type { RowStore } from '../rows/rows.js';
import type { OrdersMade } from '../settle/to-orders.js';
import { amountText, noteIf, sheetName, sheetsWhere, someNames } from './note-parts.js';

/** What must be said of files, sheets and rows: what was passed over, read once, or could be counted twice. */
export function fileNotes(store: RowStore, made: OrdersMade, files: readonly ImportedSource[]): readonly Note[] {
  const repeated = files.flatMap(({ source, repeats }) =>
    repeats === null ? [] : [{ source, first: files[repeats]!.source }],
  );
  const passed = files.flatMap(({ source, read }) =>
    (read?.sheets ?? []).flatMap(({ name, skipped }) => (skipped === null ? [] : [`${source.name} [${name}]`])),
  );
  const unnumbered = sheetsWhere(store, files, (sheet) => !store.sheets[sheet]!.orderNumbers);
  const same = sameRows(store, made.rows, made.fate, made.amount);
  return [
    ...noteIf(passed.length > 0, 'info', 'sheets-passed-over', { count: passed.length, sheets: someNames(passed) }),
    ...repeated.flatMap(({ source, first }) =>
      noteIf(true, 'info', 'same-file-twice', { file: source.name, first: first.name }),
    ),
    ...noteIf(unnumbered.length > 0, 'info', 'no-order-number', { sheets: someNames(unnumbered) }),
    ...blankNumbers(store, made, files),
    ...noteIf(same.acrossSheets > 0, 'warning', 'same-rows-without-order-number', {
      sheets: someNames(same.sheets.map((sheet) => sheetName(store, files, sheet))),
      rows: same.acrossSheets,
      amount: amountText(made, same.acrossAmount),
    }),
    ...noteIf(same.withinSheets > 0, 'info', 'equal-rows-without-order-number', {
      rows: same.withinSheets,
      amount: amountText(made, same.withinAmount),
    }),
    ...linesAlone(made),
    ...ambiguousShops(made),
    ...productRowNotes(store, made, files),
  ];
}

/** Rows without a number in a sheet that has order numbers: each is an order by itself. */
function blankNumbers(store: RowStore, { fate }: OrdersMade, files: readonly ImportedSource[]): readonly Note[] {
  if (!store.order.includes(NONE)) return [];
  const rows = store.sheets.map(() => 0);
  for (let row = 0; row < store.size; row++) {
    const sheet = store.sheet[row]!;
    const { orderNumbers, dialect } = store.sheets[sheet]!;
    if (orderNumbers && !isSideReport(dialect) && store.order[row]! < 0 && !isRejected(fate[row]!)) rows[sheet]!++;
  }
  return rows.flatMap((count, sheet) =>
    noteIf(count > 0, 'warning', 'blank-order-numbers', { where: sheetName(store, files, sheet), rows: count }),
  );
}

/** Orders that only the item report has, where an order report was given too. */
function linesAlone({ merged }: OrdersMade): readonly Note[] {
  if (isConstant(merged.kinds)) return [];
  let alone = 0;
  let withReport = 0;
  for (let order = 0; order < merged.size; order++) {
    if ((merged.kinds[order]! & ORDER) !== 0) withReport++;
    else if ((merged.kinds[order]! & PRODUCT) === 0) alone++;
  }
  return noteIf(alone > 0 && withReport > 0, 'warning', 'orders-from-lines', { orders: alone });
}

/** Orders without a shop whose number other orders of the platform have too, each in a shop of its own. */
function ambiguousShops({ merged }: OrdersMade): readonly Note[] {
  const { platform, shop, order: number } = merged.columns;
  if (!shop.includes(NONE) || isConstant(shop)) return [];
  const shopless: number[] = [];
  for (let order = 0; order < merged.size; order++) {
    if (shop[order] === NONE && number[order] !== NONE) shopless.push(order);
  }
  if (shopless.length === 0 || shopless.length === merged.size) return [];
  const numbers = new TupleIndex(shopless.length);
  for (const order of shopless) numbers.codeOf(platform[order]!, number[order]!);
  const known = numbers.size;
  const shared = new Set<number>();
  for (let order = 0; order < merged.size; order++) {
    if (shop[order] === NONE || number[order] === NONE) continue;
    const code = numbers.codeOf(platform[order]!, number[order]!);
    if (code < known) shared.add(code);
  }
  return noteIf(shared.size > 0, 'warning', 'ambiguous-shop', { orders: shared.size });
}

function productRowNotes(store: RowStore, { merged }: OrdersMade, files: readonly ImportedSource[]): readonly Note[] {
  return merged.layouts.flatMap(({ orders, further, adds }, sheet) => {
    const { grain } = store.sheets[sheet]!.dialect;
    const once = grain === 'product' ? 'product-rows-folded' : 'product-rows-repeat';
    return noteIf(orders > 0 && grain !== 'line', 'info', adds.has('paid') ? 'product-rows-add' : once, {
      where: sheetName(store, files, sheet),
      orders,
      ...(grain === 'product' ? { rows: further } : {}),
    });
  });
}
