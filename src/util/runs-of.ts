import { isConstant } from './is-constant.js';

/** The runs of equal codes in a column, one after another: the code, where the run begins and where it has ended. */
export function runsOf(codes: Int32Array): readonly (readonly [code: number, from: number, to: number])[] {
  const runs: [number, number, number][] = [];
  for (let from = 0; from < codes.length; ) {
    const to = endOfRun(codes, from);
    runs.push([codes[from]!, from, to]);
    from = to;
  }
  return runs;
}

/** Rows that are looked at in one go. */
const TOGETHER = 4096;

function endOfRun(codes: Int32Array, from: number): number {
  const code = codes[from]!;
  let to = from + 1;
  while (to + TOGETHER <= codes.length && isConstant(codes.subarray(to - 1, to + TOGETHER))) to += TOGETHER;
  while (to < codes.length && codes[to] === code) to++;
  return to;
}
