import { firstNumbers, keepInSequence } from './picked.js';

/** Things put into groups, group by group: group g holds `members[offsets[g]]` to `members[offsets[g + 1] − 1]`. */
export interface Groups {
  /** Number of groups. */
  readonly size: number;
  /** Group of each thing, −1 = in none. */
  readonly of: Int32Array;
  readonly offsets: Int32Array;
  /** In ascending order within a group. */
  readonly members: Int32Array;
  /** Each thing is known to have a number of its own; see `orderGroups`. */
  readonly numbered?: boolean;
}

/** Each thing in a group of its own: group g holds thing g. */
export function apart(size: number): Groups {
  const numbers = keepInSequence(firstNumbers(size + 1));
  const things = keepInSequence(numbers.subarray(0, size));
  return { size, of: things, offsets: numbers, members: things };
}

/** Whether each of so many things is in a group of its own, the groups numbered as the things are. */
export function areApart({ size }: Pick<Groups, 'size'>, things: number): boolean {
  return size === things;
}

/** Sorts things by their group number (−1: left out). Linear: a counting sort. */
export function groupsOf(of: Int32Array, size: number): Groups {
  const offsets = new Int32Array(size + 1);
  for (const group of of) if (group >= 0) offsets[group + 1]!++;
  for (let group = 0; group < size; group++) offsets[group + 1]! += offsets[group]!;
  const next = offsets.slice(0, size);
  const members = new Int32Array(offsets[size]!);
  for (let thing = 0; thing < of.length; thing++) {
    const group = of[thing]!;
    if (group >= 0) members[next[group]!++] = thing;
  }
  return { size, of, offsets, members };
}
