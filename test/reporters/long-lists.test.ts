import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const program = fileURLToPath(new URL('./programs/long-list.mjs', import.meta.url));
/** Megabytes of heap: a tenth of what the list would take at once. */
const HEAP = 32;
const ROWS = process.env['LONG'] === undefined ? 200_000 : 1_000_000;

describe('a list of very many customers', () => {
  test.each([
    ['csv', ROWS + 1, /^6226000000\d{9},/],
    ['ndjson', ROWS, /^\{"customer":"6226000000\d{9}",/],
  ])('as %s is written row by row in little memory, ids intact', (format, lines, last) => {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [`--max-old-space-size=${HEAP}`, program, format, String(ROWS)],
      { encoding: 'utf8' },
    );
    expect(status, stderr.slice(0, 500)).toBe(0);
    const found = JSON.parse(stdout);
    expect(found.lines).toBe(lines);
    expect(found.last).toMatch(last);
    expect(found.last).toContain(String(ROWS - 1));
  });
});
