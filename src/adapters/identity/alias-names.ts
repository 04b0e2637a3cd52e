import { type Dictionary, NONE } from '../../model/orders.js';
import { UnionFind } from '../../util/union-find.js';
import { keysOfName } from './customer-keys.js';
import type { Identities } from './evidence.js';
import type { AliasList } from './identity-rules.js';
import { isPlatforms } from './key-book.js';

/** What became of the names of an alias file. */
export interface AliasFacts {
  readonly file: string;
  readonly names: number;
  /** Names that stand for more than one customer who is now one. */
  readonly joined: number;
  /** Lines with names that are in none of the files. */
  readonly unknown: readonly number[];
  /** Lines with names that are buyers on several platforms, so that nobody can tell who is meant. */
  readonly ambiguous: readonly number[];
}

interface Name {
  readonly line: number;
  readonly text: string;
  /** Keys it could be, as they are looked up. */
  readonly keys: readonly string[];
  readonly found: number[];
}

/**
 * Puts together the identities that an alias file says are one. A name is a buyer id, account, e-mail or phone as the
 * orders have it (phones and e-mails in any spelling); one that is a buyer of several platforms must be written
 * `platform:name`. Rows that share a name go on with each other, whether or not an order has it, so that sequence and
 * cycles do not matter.
 */
export function joinAliases(
  list: AliasList,
  identities: Identities,
  platforms: Dictionary,
  groups: UnionFind,
): AliasFacts {
  const rows = list.rows.map(({ line, names }) =>
    names.map((text) => ({ line, text, keys: lookedUp(text), found: [] })),
  );
  findNames(rows.flat(), identities, platforms);
  const facts = { unknown: new Set<number>(), ambiguous: new Set<number>() };
  const clear = rows.map((names) => names.filter((name) => isClear(name, identities, facts)));
  const chains = chained(clear);
  const first = new Map<number, number>();
  let joined = 0;
  for (const [row, names] of clear.entries()) {
    for (const identity of names.flatMap(({ found }) => found)) {
      const before = first.get(chains.find(row)) ?? identity;
      first.set(chains.find(row), before);
      if (groups.find(identity) !== groups.find(before)) joined++;
      groups.union(before, identity);
    }
  }
  const names = new Set(rows.flat().map(({ text }) => text)).size;
  return { file: list.file, names, joined, unknown: [...facts.unknown], ambiguous: [...facts.ambiguous] };
}

/** The keys of a name; of `platform:name` also those of the name on that platform. */
function lookedUp(text: string): readonly string[] {
  const split = /^([^:：]+)[:：](.+)$/s.exec(text);
  const own = keysOfName(text).map((key) => `${key.space} ${key.text}`);
  const there =
    split === null ? [] : keysOfName(split[2]!).map((key) => `${key.space} ${key.text} ${split[1]!.trim()}`);
  return [...own, ...there];
}

/** Fills in which identities each name is. One walk over the identities. */
function findNames(names: readonly Name[], identities: Identities, platforms: Dictionary): void {
  const wanted = new Map<string, Name[]>();
  for (const name of names) {
    for (const key of name.keys) {
      const same = wanted.get(key);
      if (same === undefined) wanted.set(key, [name]);
      else same.push(name);
    }
  }
  for (let identity = 0; identity < identities.size; identity++) {
    const { space, text } = identities.keyOf(identity);
    const platform = identities.platformOf(identity);
    const keys = [`${space} ${text}`, ...(platform === NONE ? [] : [`${space} ${text} ${platforms.text(platform)}`])];
    for (const key of keys) for (const name of wanted.get(key) ?? []) name.found.push(identity);
  }
}

/** Whether a name is not two people; that it is, or that it is nobody, is noted. */
function isClear(
  { line, found }: Name,
  identities: Identities,
  facts: { readonly unknown: Set<number>; readonly ambiguous: Set<number> },
): boolean {
  const homes = new Set(found.filter((one) => isPlatforms(identities.keyOf(one))).map(identities.platformOf));
  if (found.length === 0) facts.unknown.add(line);
  if (homes.size > 1) facts.ambiguous.add(line);
  return homes.size <= 1;
}

/** Which rows go on with each other: those that share a name. */
function chained(rows: readonly (readonly Name[])[]): UnionFind {
  const chains = new UnionFind(rows.length);
  const first = new Map<string, number>();
  for (const [row, names] of rows.entries()) {
    for (const key of names.flatMap(({ keys }) => keys)) {
      chains.union(first.get(key) ?? row, row);
      if (!first.has(key)) first.set(key, row);
    }
  }
  return chains;
}
