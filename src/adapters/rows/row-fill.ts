import { NONE, precisions, stages } from '../../model/orders.js';
import { SECONDS_A_DAY } from '../../util/calendar.js';
import type { Dialect, Field } from '../dialect.js';
import { isRounded, minorOf } from '../values/money.js';
import { precisionOf, secondsOf } from '../values/stamp.js';
import type { SheetCells } from './field-cells.js';
import type { CodeColumnName, NumberColumnName, RowColumns } from './row-columns.js';
import type { RowMeanings } from './row-meanings.js';
import type { RowTally } from './row-tally.js';
import { closeReasons } from './rows.js';
import { copiedTexts } from './sheet-columns.js';

export const timeFields: readonly (readonly [Field, NumberColumnName])[] = [
  ['created', 'createdAt'],
  ['time', 'paidAt'],
  ['shipped', 'shippedAt'],
  ['completed', 'completedAt'],
];
const amountFields: readonly (readonly [Field, NumberColumnName])[] = [
  ['total', 'total'],
  ['goods', 'goods'],
  ['postage', 'postage'],
  ['discount', 'discount'],
  ['paid', 'paid'],
  ['refund', 'refund'],
  ['price', 'listPrice'],
];
const UNKNOWN_STAGE = stages.indexOf('unknown');
const PAID_STAGE = stages.indexOf('paid');
const COMPLETED_STAGE = stages.indexOf('completed');
const CLOSED_STAGE = stages.indexOf('closed');
const CANCELLED = closeReasons.indexOf('cancelled');
const NO_PRECISION = precisions.indexOf('none');

/** Fills one row of the store from one staged row. Bad cells count as blank; whoever calls this has looked at them. */
export type FillRow = (row: number, line: number, store: RowColumns, target: number, currency: number) => void;

/** Makes the function that fills rows of a sheet: fields the sheet does not have cost nothing. */
export function rowFiller(cells: SheetCells, meanings: RowMeanings, tally: RowTally, dialect: Dialect): FillRow {
  const texts = cells.each(Object.entries(copiedTexts) as [Field, CodeColumnName][]);
  const times = cells.each(timeFields);
  const amounts = cells.each(amountFields);
  const units = cells.of('quantity');
  const [paidAt, createdAt] = [cells.of('time'), cells.of('created')];
  const fillMeanings = meaningFiller(cells, meanings);
  const orders = cells.of('line').present ? null : cells.of('order');
  return (row, line, store, target, currency) => {
    for (const { cells, to } of texts) {
      const code = cells.code(row, line);
      if (code !== NONE) store[to][target] = code;
    }
    // A split order: its parts share the main number and keep their own, which tells them apart.
    const part = orders === null ? NONE : orders.otherCode(row, line);
    if (part !== NONE) store.lineId[target] = meanings.part.of(part);
    for (const { cells, to } of times) {
      const stamp = cells.value(row, line);
      if (!Number.isNaN(stamp)) store[to][target] = secondsOf(stamp);
    }
    const decimals = meanings.decimals(currency);
    for (const { cells, to } of amounts) {
      const amount = cells.value(row, line);
      if (Number.isNaN(amount)) continue;
      store[to][target] = minorOf(amount, decimals);
      if (isRounded(amount, decimals)) tally.roundedAmounts++;
    }
    if (dialect.paidFrom === 'parts') store.paid[target] = paidFromParts(store, target);
    const count = units.value(row, line);
    if (!Number.isNaN(count)) store.quantity[target] = count;
    const paid = paidAt.value(row, line);
    const stamp = Number.isNaN(paid) ? createdAt.value(row, line) : paid;
    store.timePrecision[target] = Number.isNaN(stamp) ? NO_PRECISION : precisionOf(stamp);
    if (dialect.createdIn === 'order' && Number.isNaN(stamp)) dayFromNumber(store, target, meanings, tally);
    store.currency[target] = currency;
    fillMeanings(row, line, store, target);
  };
}

/** The day that the order number begins with, where no time says it. */
function dayFromNumber(store: RowColumns, target: number, { dayInNumber }: RowMeanings, tally: RowTally): void {
  const order = store.order[target]!;
  const day = order === NONE ? NONE : dayInNumber.of(order);
  if (day === NONE) return;
  store.createdAt[target] = day * SECONDS_A_DAY;
  store.timePrecision[target] = precisions.indexOf('day');
  tally.daysFromNumbers++;
}

/** Goods + postage − discount; without goods nothing is known. */
function paidFromParts({ goods, postage, discount }: RowColumns, target: number): number {
  return goods[target]! + (postage[target]! || 0) - (discount[target]! || 0);
}

/** What texts say: stage, why it was closed, platform, province and city. */
function meaningFiller(cells: SheetCells, meanings: RowMeanings) {
  const { stage, closeReason, refundStatus, platform, province, city, places, defaultPlatform } = meanings;
  const [status, reason, refund] = [cells.of('status'), cells.of('closeReason'), cells.of('refundStatus')];
  const [source, provinces, cities] = [cells.of('platform'), cells.of('province'), cells.of('city')];
  return (row: number, line: number, store: RowColumns, target: number): void => {
    const statusCode = status.code(row, line);
    if (statusCode !== NONE) store.stage[target] = stage.of(statusCode);
    const reasonCode = reason.code(row, line);
    const refundCode = refund.code(row, line);
    if (reasonCode !== NONE) store.closeReason[target] = closeReason.of(reasonCode);
    else if (refundCode !== NONE) store.closeReason[target] = refundStatus.of(refundCode);
    const known = store.stage[target]!;
    const goesOn = known >= PAID_STAGE && known <= COMPLETED_STAGE;
    if (store.closeReason[target] === CANCELLED && goesOn) store.stage[target] = CLOSED_STAGE;
    const sourceCode = source.code(row, line);
    store.platform[target] = sourceCode === NONE ? defaultPlatform : platform.of(sourceCode);
    const address = store.address[target]!;
    const place = address === NONE ? null : places.of(address);
    const provinceCode = provinces.code(row, line);
    const cityCode = cities.code(row, line);
    store.province[target] = provinceCode === NONE ? (place?.province ?? NONE) : province.of(provinceCode);
    store.city[target] = cityCode === NONE ? (place?.city ?? NONE) : city.of(cityCode);
  };
}

/** Whether a filled row has a status that nobody knows. */
export function hasUnknownStatus(store: RowColumns, target: number): boolean {
  return store.stage[target] === UNKNOWN_STAGE;
}
