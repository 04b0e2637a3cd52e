import type { Field } from '../../src/adapters/dialect.js';
import type { Stage } from '../../src/model/orders.js';
import { dayOf } from '../../src/util/calendar.js';
import type { DrawnRow, DrawnSheet } from './row-store.js';
import { hashOf } from './row-store.js';

/** An order as the slow version finds it. */
export interface SlowOrder {
  readonly order: string;
  readonly shop: string | null;
  readonly gross: number;
  readonly refunded: number;
  readonly uncounted: string;
  readonly buyer: string | null;
  readonly units: number;
}

interface State {
  row: DrawnRow;
  fields: Set<Field>;
}

const day = (text: string): number => {
  const [year, month, date] = text.slice(0, 10).split('-').map(Number);
  return dayOf(year!, month!, date!);
};

/** Order reports to orders, one object per row, straight from the rules. No lines, one currency, no gaps of days. */
export function slowOrders(
  sheets: readonly DrawnSheet[],
  asOfGiven: number | null = null,
): { orders: SlowOrder[]; asOf: number | null } {
  let states: State[] = sheets.flatMap(({ rows, fields }) => rows.map((row) => ({ row, fields: new Set(fields) })));
  for (;;) {
    const groups = new Map<string, State[]>();
    for (const state of states) {
      const key = `${state.row.order} ${shopOf(state.row, states)}`;
      groups.set(key, [...(groups.get(key) ?? []), state]);
    }
    const merged = [...groups.values()].map(mergeStates);
    const rejected = new Set([...groups.values()].filter((_, at) => lacksAmount(merged[at]!)).flat());
    if (rejected.size > 0) {
      states = states.filter((state) => !rejected.has(state));
      continue;
    }
    const times = states.flatMap(({ row }) => [row.created, row.time].filter((text) => text !== undefined));
    const asOf = asOfGiven ?? (times.length === 0 ? null : Math.max(...times.map(day)));
    return { asOf, orders: merged.map((state) => settled(state, asOf ?? Number.POSITIVE_INFINITY)) };
  }
}

function shopOf(row: DrawnRow, states: readonly State[]): string {
  if (row.shop !== undefined) return row.shop;
  const shops = new Set(
    states.filter((other) => other.row.order === row.order).flatMap((other) => other.row.shop ?? []),
  );
  return shops.size === 1 ? [...shops][0]! : '';
}

function mergeStates(states: State[]): State {
  const times = (row: DrawnRow) =>
    [row.created, row.time, row.shipped, row.completed].filter((text) => text !== undefined);
  const length = Math.min(...states.flatMap(({ row }) => row.time ?? row.created ?? []).map((text) => text.length), 19);
  const last = (row: DrawnRow) => Math.max(0, ...times(row).map((text) => comparable(text, length)));
  const newest = [...states].sort(
    (one, other) =>
      last(other.row) - last(one.row) ||
      rank(other) - rank(one) ||
      (other.row.refund ?? 0) - (one.row.refund ?? 0) ||
      Object.keys(other.row).length - Object.keys(one.row).length ||
      hashOf(one.row) - hashOf(other.row),
  );
  const merged: { -readonly [K in keyof DrawnRow]: DrawnRow[K] } = { ...newest[0]!.row };
  const fields = new Set(newest[0]!.fields);
  for (const { row, fields: more } of newest.slice(1)) {
    const knowsReason = fields.has('closeReason');
    for (const [key, value] of Object.entries(row)) {
      if (key === 'closeReason' && knowsReason) continue;
      const masked = (text: unknown) => typeof text === 'string' && text.includes('*');
      const known = merged[key as keyof DrawnRow];
      if (known === undefined || (masked(known) && !masked(value))) Object.assign(merged, { [key]: value });
    }
    for (const field of more) fields.add(field);
  }
  return { row: merged, fields };
}

function comparable(text: string, length: number): number {
  const clock = text.slice(11).split(':').map(Number);
  const [hour = 0, minute = 0, second = 0] = length <= 10 ? [] : clock;
  return day(text) * 86400 + hour * 3600 + minute * 60 + (length <= 16 ? 0 : second);
}

function rank({ row, fields }: State): number {
  const paid = row.time !== undefined;
  const ranks: Record<Stage, number> = {
    none: 0,
    unknown: 0,
    unpaid: 0,
    deposit: 1,
    paid: 2,
    shipped: 3,
    completed: 4,
    refunded: 5,
    closed: 1,
  };
  const stage = row.status ?? 'none';
  if (stage === 'closed') {
    const back = (row.refund ?? 0) > 0 || row.closeReason === 'refunded';
    return paid || back || (!fields.has('time') && row.closeReason !== 'never-paid') ? 5 : 1;
  }
  return paid && stage !== 'deposit' ? Math.max(2, ranks[stage]) : ranks[stage];
}

function isUnpaid({ row, fields }: State): boolean {
  return row.status === 'unpaid' || (fields.has('time') && row.time === undefined);
}

function saysBack({ row }: State): boolean {
  if (row.status === 'refunded') return true;
  return row.closeReason === 'refunded' && (row.status === 'closed' || row.refund === undefined);
}

function money(state: State): [number, number] | null {
  const { row } = state;
  const refund = row.refund ?? 0;
  const back = saysBack(state) && refund === 0;
  if (row.paid === undefined) {
    if (back && row.total !== undefined) return [row.total, row.total];
    return refund > 0 ? [refund, refund] : null;
  }
  if (!back) return [row.paid + refund, refund];
  if (row.paid === 0 && (row.total ?? 0) > 0) return [row.total!, row.total!];
  return [row.paid, row.paid];
}

function lacksAmount(state: State): boolean {
  const { row } = state;
  const dated = row.time !== undefined || row.created !== undefined;
  const forgiven = ['unknown', 'deposit', 'closed'].includes(row.status ?? '') || isUnpaid(state);
  return money(state) === null && dated && !forgiven;
}

function settled(state: State, asOf: number): SlowOrder {
  const { row } = state;
  const [gross, refunded] = money(state) ?? [0, 0];
  const net = gross - refunded;
  const text = row.time ?? row.created;
  const back = refunded > 0 || saysBack(state);
  const reason = (): string => {
    if (text === undefined) return 'no-time';
    if (day(text) > asOf) return 'after-as-of';
    if (row.status === 'unknown') return 'unknown-status';
    if (row.status === 'deposit') return 'deposit-only';
    if (isUnpaid(state)) return 'unpaid';
    if (net === 0 && back) return 'refunded';
    if (row.status === 'closed' && !back) return 'closed';
    return net > 0 ? 'valid' : 'zero-amount';
  };
  return {
    order: row.order!,
    shop: row.shop ?? null,
    gross,
    refunded,
    uncounted: reason(),
    buyer: row.buyer ?? null,
    units: row.quantity ?? -1,
  };
}
