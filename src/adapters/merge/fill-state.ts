import { NONE, stages } from '../../model/orders.js';
import { madeLater } from '../../util/later.js';
import { emailOf, namesOnePerson, phoneOf } from '../identity/identity-text.js';
import type { RowTexts } from '../rows/rows.js';
import { type Columns, HAS_CLOSE_REASON, personCodes, plainAmounts, plainCodes } from './columns.js';
import { UsableTexts } from './usable-texts.js';

const NO_STATUS = stages.indexOf('none');

/** Which texts about people can be used, by column: what is masked is filled from an older state like a blank. */
export type People = Readonly<Record<(typeof personCodes)[number], UsableTexts>>;

export function peopleOf(texts: RowTexts): People {
  const readable = (text: string): boolean => !/[*＊]/.test(text) && namesOnePerson(text);
  return madeLater({
    buyer: () => new UsableTexts(texts.buyer, namesOnePerson),
    account: () => new UsableTexts(texts.account, (text) => emailOf(text) !== null || namesOnePerson(text)),
    phone: () => new UsableTexts(texts.phone, (text) => phoneOf(text) !== null),
    receiver: () => new UsableTexts(texts.receiver, readable),
    address: () => new UsableTexts(texts.address, readable),
  });
}

/**
 * Fills what state `into` leaves blank from the older state `from`. A status and its stage go together; a masked name,
 * phone or address gives way to a full one; an older close reason only counts where the newer report has no such column.
 */
export function fillState(into: Columns, target: number, from: Columns, source: number, people: People): void {
  for (const name of plainAmounts) fillAmount(into[name], target, from[name][source]!);
  for (const name of plainCodes) fillCode(into[name], target, from[name][source]!);
  for (const name of personCodes) fillPerson(into[name], target, from[name][source]!, people[name]);
  fillTimes(into, target, from, source);
  if (Number.isNaN(into.paid[target]!) && !Number.isNaN(from.paid[source]!)) {
    into.paid[target] = from.paid[source]!;
    into.paidSheet[target] = from.paidSheet[source]!;
  }
  if (into.stage[target] === NO_STATUS && into.status[target] === NONE) {
    into.stage[target] = from.stage[source]!;
    into.status[target] = from.status[source]!;
  }
  if (into.closeReason[target] === 0 && (into.has[target]! & HAS_CLOSE_REASON) === 0) {
    into.closeReason[target] = from.closeReason[source]!;
  }
  into.has[target]! |= from.has[source]!;
}

function fillTimes(into: Columns, target: number, from: Columns, source: number): void {
  const precise = !Number.isNaN(into.paidAt[target]!);
  const dated = precise || !Number.isNaN(into.createdAt[target]!);
  for (const name of ['createdAt', 'paidAt', 'shippedAt', 'completedAt'] as const) {
    fillAmount(into[name], target, from[name][source]!);
  }
  const gained = Number.isNaN(from.paidAt[source]!) ? !dated && !Number.isNaN(from.createdAt[source]!) : !precise;
  if (gained) into.timePrecision[target] = from.timePrecision[source]!;
}

function fillAmount(column: Float64Array, target: number, value: number): void {
  if (Number.isNaN(column[target]!)) column[target] = value;
}

function fillCode(column: Int32Array, target: number, code: number): void {
  if (column[target] === NONE) column[target] = code;
}

function fillPerson(column: Int32Array, target: number, code: number, usable: UsableTexts): void {
  if (code === NONE || usable.has(column[target]!)) return;
  if (column[target] === NONE || usable.has(code)) column[target] = code;
}
