import { importOrders } from '../../../src/adapters/import.js';
import { peopleRules } from '../../../src/commands/lists.js';
import { importOptions } from '../../../src/commands/run-import.js';
import { runChild } from '../../../src/world/child.js';
import { openSource } from '../../../src/world/files.js';
import { expandInputs } from '../../../src/world/inputs.js';
import { setUpEngine } from './engine.js';
import type { Job } from './job.js';

/** The import as every command runs it: read, identified, merged, settled. */
export const importJob: Job = async (path) => {
  const inputs = await expandInputs([path], process.cwd());
  const sources = await Promise.all(inputs.map((input) => openSource(input)));
  setUpEngine(sources);
  const people = await peopleRules({}, { openList: () => Promise.reject(new Error('no list')) });
  const options = importOptions({}, null, people);
  const { table } = await importOrders(sources, options, { runChild, onBytes: () => undefined });
  const { size, texts } = table;
  let paid = 0;
  for (const net of table.net) paid += net;
  return { checksum: { rows: size, orders: texts.order.size, buyers: texts.buyer.size, paid } };
};
