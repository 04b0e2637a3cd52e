import { expect, test } from 'vitest';
import { unpackedSources } from '../../src/adapters/archive/archive.js';
import { HeldFiles } from '../../src/adapters/archive/held-files.js';
import { importOrders } from '../../src/adapters/import.js';
import { analyzeReport } from '../../src/commands/analyze.js';
import { jsonReporter } from '../../src/reporters/json.js';
import { written } from '../reporters/written.js';
import { inLongRun } from '../runs.js';
import { plainOptions } from './csv-import.js';
import { givenPasswords } from './passwords.js';
import { memorySource } from './read/memory-source.js';
import { sameProcess } from './read/same-process.js';
import { plainRules } from './row-store.js';
import { type OrderFile, PASSWORD, sameOrders } from './same-orders.js';

const COUNT = inLongRun(300, 2000);
const forms = sameOrders(COUNT);

/** The whole answer as JSON, but for what is said of the files. */
async function answerTo({ name, bytes }: OrderFile): Promise<unknown> {
  const services = { passwords: givenPasswords(['x', PASSWORD]), held: new HeldFiles() };
  const { sources } = await unpackedSources(memorySource(await bytes(), name), services);
  const imported = await importOrders(sources, { ...plainOptions, rules: plainRules }, sameProcess);
  const text = written(jsonReporter, await analyzeReport('analyze', imported, {}, []));
  return { ...(JSON.parse(text) as object), files: null };
}

const expected = answerTo(forms[0]!);

test.each(forms.map((file) => [file.form, file] as const))(
  `the same ${COUNT} orders give the same answer: %s`,
  async (_, file) => {
    expect(await answerTo(file)).toEqual(await expected);
  },
);

test('and it is an answer', async () => {
  expect(JSON.stringify(await expected)).toContain('"id":"repeat-within"');
  expect(await answerTo(sameOrders(COUNT - 1)[1]!)).not.toEqual(await expected);
});
