import { readFile } from '../../../src/adapters/read-file.js';
import { IssueCollector } from '../../../src/adapters/rows/issue-collector.js';
import { RowStoreBuilder } from '../../../src/adapters/rows/row-store-builder.js';
import { peopleRules } from '../../../src/commands/lists.js';
import { importOptions } from '../../../src/commands/run-import.js';
import { runChild } from '../../../src/world/child.js';
import { openSource } from '../../../src/world/files.js';
import { expandInputs } from '../../../src/world/inputs.js';
import { setUpEngine } from './engine.js';
import type { Job } from './job.js';

/** The reading part of an import: identified, the rows understood and in columns; not merged, not settled. */
export const readJob: Job = async (path) => {
  const [input] = await expandInputs([path], process.cwd());
  const people = await peopleRules({}, { openList: () => Promise.reject(new Error('no list')) });
  const options = importOptions({}, null, people);
  const builder = new RowStoreBuilder();
  const services = { runChild, onBytes: () => undefined };
  const source = await openSource(input!);
  setUpEngine([source]);
  await readFile(source, 0, builder, new IssueCollector(), options, services);
  const store = builder.build();
  const { size, texts } = store;
  let sum = 0;
  for (const paid of store.paid) if (!Number.isNaN(paid)) sum += paid;
  return { checksum: { rows: size, orders: texts.order.size, buyers: texts.buyer.size, paid: sum } };
};
