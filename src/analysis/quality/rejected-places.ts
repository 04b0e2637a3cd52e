import type { Imported } from '../../model/imported.js';
import type { Place } from './places.js';

/** Places that are kept of each problem. */
const KEPT = 20;

/** The first places of the rejected rows of each problem, in file order: all rejected rows are known, not only the first. */
export function rejectedPlaces({ files, rejects }: Imported): ReadonlyMap<string, readonly Place[]> {
  const found = new Map<string, Place[]>();
  for (const [file, sheets] of rejects.entries()) {
    for (const { name, places } of sheets) {
      for (let at = 0; at < places.size; at++) {
        const problem = places.problems[places.problem[at]!]!;
        if (!found.has(problem)) found.set(problem, []);
        const kept = found.get(problem)!;
        if (kept.length < KEPT) kept.push({ file: files[file]?.name ?? '', sheet: name, line: places.line[at]! });
      }
    }
  }
  return found;
}
