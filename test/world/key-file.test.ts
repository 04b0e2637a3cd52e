import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keyFrom } from '../../src/world/key-file.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crm-key-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a key that is not there is made once, for its owner alone, and is the same from then on', async () => {
  const first = await keyFrom('shop.key', folder);
  const again = await keyFrom('shop.key', folder);
  expect([first.isNew, again.isNew]).toEqual([true, false]);
  expect(Buffer.compare(first.key, again.key)).toBe(0);
  expect((await readFile(join(folder, 'shop.key'), 'utf8')).trim()).toMatch(/^[0-9a-f]{64}$/);
  expect((await stat(join(folder, 'shop.key'))).mode & 0o777).toBe(0o600);
});
