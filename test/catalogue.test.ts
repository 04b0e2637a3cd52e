import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalogue } from '../src/commands/catalogue.generated.js';
import { manPage } from '../src/commands/completion/man.js';
import { describe } from '../src/commands/describe.js';
import { commands } from '../src/commands/index.generated.js';

const stale = 'run npm run generate';

test('the catalogue of commands is what the commands declare', async () => {
  const declared = [];
  for (const { load } of Object.values(commands)) declared.push(describe((await load()) as never));
  expect(catalogue, stale).toEqual(declared);
});

test('the man page is made from the catalogue', () => {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  expect(readFileSync(new URL('../bin/crm.1', import.meta.url), 'utf8'), stale).toBe(manPage(catalogue, version));
});
