import { type Columns, gathered } from './columns.js';
import { type Conflict, conflictsOf } from './conflicts.js';
import { fillState, type People } from './fill-state.js';
import type { Groups } from './groups.js';
import { coarsenessOf, newerFirst } from './newer-state.js';
import { isAll, pickedCodes } from './picked.js';
import { DUPLICATE, USED } from './row-fate.js';

/** One merged state per group of rows. */
export interface MergedStates {
  readonly columns: Columns;
  /** Per group: the row of its newest state. */
  readonly row: Int32Array;
  readonly conflicts: readonly Conflict[];
}

/**
 * Merges the states of each order or line: the newest wins, its blanks are filled from the older ones, the newest first.
 * All rows but the newest become duplicates. Of equal rows the first in the files stands for all.
 */
export function mergeStates(
  columns: Columns,
  groups: Groups,
  fate: Uint8Array,
  people: People,
  paidIsNet: (sheet: number) => boolean,
): MergedStates {
  const sorted = newestFirst(columns, groups);
  const row = pickedCodes(sorted, groups.offsets.subarray(0, groups.size));
  for (const state of sorted) fate[state] = DUPLICATE;
  for (const state of row) fate[state] = USED;
  // Where nothing was merged the rows' own columns serve: nobody writes to them then.
  const merged = isAll(row, fate.length) ? columns : gathered(columns, row);
  const conflicts: Conflict[] = [];
  for (let group = 0; group < groups.size; group++) {
    const [from, to] = [groups.offsets[group]!, groups.offsets[group + 1]!];
    if (to - from < 2) continue;
    const states = sorted.subarray(from, to);
    const older = withoutEqual(columns, states);
    for (const state of older) fillState(merged, group, columns, state, people);
    const coarseness = coarsenessOf(columns, states);
    for (const state of older) {
      for (const field of conflictsOf(columns, state, merged, group, coarseness, people, paidIsNet)) {
        conflicts.push({ row: state, field });
      }
    }
  }
  return { columns: merged, row, conflicts };
}

/** The members of each group, newest state first; equal states in the order of the files. */
function newestFirst(columns: Columns, groups: Groups): Int32Array {
  const sorted = groups.members.slice();
  for (let group = 0; group < groups.size; group++) {
    const from = groups.offsets[group]!;
    const to = groups.offsets[group + 1]!;
    if (to - from < 2) continue;
    const states = sorted.subarray(from, to);
    const newer = newerFirst(columns, coarsenessOf(columns, states));
    states.sort((one, other) => newer(one, other) || one - other);
  }
  return sorted;
}

/** The older states, each content once. */
function withoutEqual(columns: Columns, states: Int32Array): readonly number[] {
  const older: number[] = [];
  let before = states[0]!;
  for (const state of states.subarray(1)) {
    if (columns.hash[state] !== columns.hash[before]) older.push(state);
    before = state;
  }
  return older;
}
