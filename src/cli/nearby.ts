import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { identify, rowsToIdentify } from '../adapters/identify/identify.js';
import { openFile } from '../adapters/read/open.js';
import { commandLine } from '../util/shell.js';
import { hasTableEnding, isPassedOver } from '../util/table-names.js';
import { runChild } from '../world/child.js';
import { openSource } from '../world/files.js';
import { expandInputs } from '../world/inputs.js';

/** Files that are looked into at most, and how large each may be: whoever types `crm` alone wants an answer at once. */
const LOOKED_AT = 4;
const LARGEST = 16 * 2 ** 20;

/** The command for the newest export in a folder that `crm` can read; null when there is none. */
export async function commandNearby(folder: string): Promise<string | null> {
  for (const name of await candidates(folder)) {
    if (await isExport(folder, name)) return commandLine(['crm', 'analyze', name]);
  }
  return null;
}

/** Names of small table files, newest first. */
async function candidates(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => !isPassedOver(name) && hasTableEnding(name));
  const files = await Promise.all(
    names.slice(0, 200).map(async (name) => ({ name, stats: await stat(join(folder, name)).catch(() => null) })),
  );
  return files
    .flatMap(({ name, stats }) => (stats?.isFile() && stats.size <= LARGEST ? [{ name, changed: stats.mtimeMs }] : []))
    .sort((one, other) => other.changed - one.changed || (one.name < other.name ? -1 : 1))
    .slice(0, LOOKED_AT)
    .map(({ name }) => name);
}

async function isExport(folder: string, name: string): Promise<boolean> {
  try {
    const [input] = await expandInputs([join(folder, name)], folder);
    if (input === undefined) return false;
    const source = await openSource(input);
    const plain = { delimiter: 'auto', encoding: 'auto', sheet: null, header: true } as const;
    const { sheets } = await openFile(source, plain, { runChild, onBytes: () => undefined });
    for (const sheet of sheets) {
      const place = { file: name, path: name, sheet: sheet.name };
      const options = { platform: null, map: [], header: true, orderIds: 'keep' } as const;
      if (identify(await sheet.head(rowsToIdentify), options, place).kind === 'orders') return true;
    }
    return false;
  } catch {
    return false; // Nobody asked for this file: whatever is wrong with it is no business of this greeting.
  }
}
