import type { BigIntStats } from 'node:fs';

/** A file the run will read, found but not opened. */
export interface InputPath {
  /** Base name, not sanitised; `-` for standard input. */
  readonly name: string;
  /** As the user typed it, or would type it. */
  readonly path: string;
  /** What to open: absolute; bytes where the name is not UTF-8. */
  readonly location: string | Buffer;
  /** How it came in: a file named itself must be usable, of a folder or pattern one usable file is enough. */
  readonly origin: 'named' | 'folder' | 'glob' | 'stdin';
  /** The argument it came from: the folder or pattern as typed. */
  readonly argument: string;
  /** Equal for two names of one file: device and inode, or the absolute path where there are none. */
  readonly identity: string;
  /** Other names under which the same file was given; it is read once. */
  readonly alsoAs: readonly string[];
}

/** Device and inode of a file; its path on file systems that number nothing or when it cannot be looked at. */
export function identityOf(stats: Pick<BigIntStats, 'dev' | 'ino'> | null, location: string | Buffer): string {
  return stats === null || stats.ino === 0n ? `path:${location.toString()}` : `${stats.dev}:${stats.ino}`;
}

/** Keeps each file once, at its first place, and remembers its other names. Named anywhere means named. */
export function eachOnce(inputs: readonly InputPath[]): readonly InputPath[] {
  const kept = new Map<string, InputPath>();
  for (const input of inputs) {
    const first = kept.get(input.identity);
    if (first === undefined) kept.set(input.identity, input);
    else kept.set(input.identity, joined(first, input));
  }
  return [...kept.values()];
}

function joined(first: InputPath, again: InputPath): InputPath {
  const origin = again.origin === 'named' ? 'named' : first.origin;
  const known = first.path === again.path || first.alsoAs.includes(again.path);
  return { ...first, origin, alsoAs: known ? first.alsoAs : [...first.alsoAs, again.path] };
}
