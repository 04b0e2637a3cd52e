import type { Table } from '../model/report.js';
import type { CommandWorld } from './command.js';
import { pseudonymised } from './pseudonyms.js';

/** How a list leaves the house: as it is, or under the key of `--pseudonymise`. */
export async function sharedAs(keyFile: string | undefined, world: CommandWorld): Promise<(table: Table) => Table> {
  if (keyFile === undefined) return (table) => table;
  const key = await world.keyFrom(keyFile);
  return (table) => pseudonymised(table, key);
}
