import { strictIdentity } from '../adapters/identity/identity-rules.js';
import { aliasList } from '../adapters/lists/alias-list.js';
import { excludeList } from '../adapters/lists/exclude-list.js';
import type { CountingRules } from '../adapters/options.js';
import type { CommandWorld } from './command.js';
import type { AnalysisOptions } from './run-import.js';

/** Who is one customer and which orders are out, with the lists that the options name read. */
export async function peopleRules(
  { identity, aliases, exclude, excludeMemo }: AnalysisOptions,
  world: Pick<CommandWorld, 'openList'>,
): Promise<Pick<CountingRules, 'identity' | 'exclusions'>> {
  return {
    identity: {
      mode: identity ?? strictIdentity.mode,
      aliases: aliases === undefined ? null : await aliasList(await world.openList(aliases)),
    },
    exclusions: {
      list: exclude === undefined ? null : await excludeList(await world.openList(exclude)),
      memoWords: [...new Set(excludeMemo ?? [])],
    },
  };
}
