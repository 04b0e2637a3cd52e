import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { dialects } from '../../src/adapters/dialects/index.generated.js';
import { crm } from '../crm.js';

const fixture = (name: string) => fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url));

test('a file is read as one layout, and every other one says why not', () => {
  const { exit, stdout } = crm(['platforms', fixture('etsy-items/items.csv'), '--lang', 'en']);
  expect(exit).toBe(0);
  expect(stdout).toContain('read as etsy-items');
  expect(stdout).toMatch(/not etsy-orders .*lacks Order Value.*has columns of another table: .*Listing ID/);
  for (const { id, marks } of dialects) {
    if (id === 'etsy-items' || marks.length === 0) continue;
    expect(stdout).toMatch(new RegExp(`not ${id} \\(.*(lacks|has columns of another table) `));
  }
  expect(stdout).not.toContain('it could be');
});

test('without a file every layout is listed', () => {
  const { exit, stdout } = crm(['platforms']);
  expect(exit).toBe(0);
  for (const { title } of dialects) expect(stdout).toContain(title.zh);
});
