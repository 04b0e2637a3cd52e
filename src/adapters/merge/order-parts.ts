import { NONE } from '../../model/orders.js';
import type { Columns } from './columns.js';
import { type Entities, LINE, ORDER, PRODUCT } from './entities.js';
import { type Groups, groupsOf } from './groups.js';
import { coarsenessOf, newerFirst } from './newer-state.js';

/** The merged states that an order is made of: its order row, its product rows, its lines. */
export interface OrderParts {
  /** Number of orders: groups of rows of which at least one was not rejected. */
  readonly size: number;
  /** Per order: the group of rows it was. */
  readonly group: Int32Array;
  /** Per group: its order, −1 if all its rows were rejected. */
  readonly orderOfGroup: Int32Array;
  /** Per order: the entity whose state is the order's: its order row, else the newest product row, else the newest line. */
  readonly base: Int32Array;
  /** Entities by group; newest first within a group. */
  readonly members: Groups;
}

/** Finds the parts of each order and the one that stands for it. */
export function orderParts(states: Columns, entities: Entities, groups: number): OrderParts {
  const members = groupsOf(entities.order, groups);
  const group = new Int32Array(groups);
  const base = new Int32Array(groups);
  const orderOfGroup = new Int32Array(groups).fill(-1);
  let size = 0;
  for (let at = 0; at < groups; at++) {
    const [from, to] = [members.offsets[at]!, members.offsets[at + 1]!];
    if (from === to) continue;
    base[size] =
      to - from === 1 ? members.members[from]! : baseOf(states, entities, at, members.members.subarray(from, to));
    group[size] = at;
    orderOfGroup[at] = size++;
  }
  return { size, group: group.slice(0, size), orderOfGroup, base: base.slice(0, size), members };
}

/** Sorts the entities of a group, the newest first, and gives the one that stands for the order. */
function baseOf(states: Columns, entities: Entities, group: number, own: Int32Array): number {
  own.sort(newestFirst(states, own));
  const kind = bestKind(entities.kinds[group]!, [ORDER, PRODUCT, LINE]);
  return own.find((entity) => entities.kind[entity] === kind)!;
}

/** The only entity of an order, NONE if it has several. */
export function onlyPart({ group, members: { offsets, members } }: OrderParts, order: number): number {
  const from = offsets[group[order]!]!;
  return offsets[group[order]! + 1]! - from === 1 ? members[from]! : NONE;
}

/** The entities of an order that are of the best kind it has. */
export function partsOfKind(parts: OrderParts, entities: Entities, order: number, kinds: readonly number[]): number[] {
  const group = parts.group[order]!;
  const { offsets, members } = parts.members;
  const from = offsets[group]!;
  const to = offsets[group + 1]!;
  if (to - from === 1) return [members[from]!];
  const kind = bestKind(entities.kinds[group]!, kinds);
  const own: number[] = [];
  for (let at = from; at < to; at++) if (entities.kind[members[at]!] === kind) own.push(members[at]!);
  return own;
}

/**
 * The parts that name a product, where some do: reports may put an order's totals on a row of its own above its products,
 * and that row is no product and its units are those of the others.
 */
export function namedParts(states: Columns, own: number[]): number[] {
  if (own.length < 2) return own;
  const named = own.filter((entity) => states.product[entity] !== NONE || states.lineId[entity] !== NONE);
  return named.length === 0 ? own : named;
}

/** The first of some kinds that is among the bits. */
export function bestKind(bits: number, kinds: readonly number[]): number {
  for (const kind of kinds) if ((bits & kind) !== 0) return kind;
  return 0;
}

function newestFirst(states: Columns, own: Int32Array): (one: number, other: number) => number {
  const newer = newerFirst(states, coarsenessOf(states, own));
  return (one, other) => newer(one, other) || one - other;
}
