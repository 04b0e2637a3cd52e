import { readFile } from '../../../src/adapters/read-file.js';
import { IssueCollector } from '../../../src/adapters/rows/issue-collector.js';
import { RowStoreBuilder } from '../../../src/adapters/rows/row-store-builder.js';
import type { RowStore } from '../../../src/adapters/rows/rows.js';
import { peopleRules } from '../../../src/commands/lists.js';
import { importOptions } from '../../../src/commands/run-import.js';
import { runChild } from '../../../src/world/child.js';
import { openSource } from '../../../src/world/files.js';
import { expandInputs } from '../../../src/world/inputs.js';
import { letGo } from '../../../src/world/spare-memory.js';
import { setUpEngine } from './engine.js';
import type { Job } from './job.js';

/** The reading part of an import: identified, the rows understood and in columns; not merged, not settled. */
export const readJob: Job = async (path) => {
  const { size, texts, paid } = await rowsOf(path);
  let sum = 0;
  for (const amount of paid) if (!Number.isNaN(amount)) sum += amount;
  return { checksum: { rows: size, orders: texts.order.size, buyers: texts.buyer.size, paid: sum } };
};

/**
 * What reading leaves on the engine's heap (objects; columns and texts stand beside it): the file is read twice, so that
 * what the program itself needs is there already.
 */
export const heapJob: Job = async (path) => {
  await rowsOf(path);
  const before = heapNow();
  const store = await rowsOf(path);
  return { checksum: { rows: store.size }, heap: heapNow() - before };
};

function heapNow(): number {
  letGo();
  return process.memoryUsage().heapUsed;
}

async function rowsOf(path: string): Promise<RowStore> {
  const [input] = await expandInputs([path], process.cwd());
  const people = await peopleRules({}, { openList: () => Promise.reject(new Error('no list')) });
  const options = importOptions({}, null, people);
  const builder = new RowStoreBuilder();
  const services = { runChild, onBytes: () => undefined };
  const source = await openSource(input!);
  setUpEngine([source]);
  await readFile(source, 0, builder, new IssueCollector(), options, services);
  return builder.build();
}
