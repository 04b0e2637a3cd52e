import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const { dependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { dependencies: object };

describe('the built program', () => {
  test('answers a request for help out of a handful of files and without any package', () => {
    const { files, packages } = loadedBy('cli.cjs');
    const parts = loadedBy('main-cli.cjs');
    expect(files.size + parts.files.size).toBeLessThan(20);
    expect([...packages, ...parts.packages]).toEqual([]);
  });

  test('needs no package that is not installed with it', () => {
    const named = readdirSync(`${root}dist`).filter((name) => /\.c?js$/.test(name) && name !== 'errors.js');
    const needed = named.flatMap((name) => importsOf(name).filter(isPackage));
    const known = Object.keys(dependencies);
    expect(needed.filter((path) => !known.some((name) => `${path}/`.startsWith(`${name}/`)))).toEqual([]);
  });

  test('carries the licences of the packages inside it', () => {
    const text = readFileSync(`${root}dist/licences.txt`, 'utf8');
    for (const name of ['commander', 'zod', 'date-fns', '@stdlib/math-base-special-gammaln']) {
      expect(text).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\((?:MIT|Apache-2\\.0)\\)$`, 'm'));
    }
  });

  test('has the program that reads workbooks of other kinds next to it', () => {
    expect(readdirSync(`${root}dist`)).toContain('workbook-child.js');
  });
});

/** What one file loads before it runs, files and packages; what it may load later does not count. */
function loadedBy(name: string, files = new Set([name]), packages = new Set<string>()) {
  for (const path of importsOf(name, /^(?:import|export)\b[^"'()]*["']([^"']+)["']|^\S.*\brequire\("([^"]+)"\)/gm)) {
    if (isPackage(path)) packages.add(path);
    if (!path.startsWith('./') || files.has(path.slice(2))) continue;
    files.add(path.slice(2));
    loadedBy(path.slice(2), files, packages);
  }
  return { files, packages };
}

function importsOf(
  name: string,
  pattern = /^(?:import|export)\b[^"'();]*["']([^"']+)["']|\b(?:require|import|importPackage)\(["']([^"']+)["']\)/gm,
): string[] {
  const found = readFileSync(`${root}dist/${name}`, 'utf8').matchAll(pattern);
  return [...found].map((match) => match[1] ?? match[2] ?? '');
}

function isPackage(path: string): boolean {
  return !path.startsWith('.') && !path.startsWith('node:') && !builtinModules.includes(path);
}
