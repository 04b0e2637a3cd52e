import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { reporters } from '../src/reporters/index.generated.js';

const script = fileURLToPath(new URL('../.build/generate.js', import.meta.url));
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

test('every index is as `npm run generate` writes it', () => {
  const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
  expect([status, stderr], 'run npm run generate').toEqual([0, '']);
});

test('the index of formats says of each what it says itself', async () => {
  for (const [id, { extensions, hashes, load }] of Object.entries(reporters)) {
    const reporter = await load();
    expect([id, extensions, hashes]).toEqual([reporter.id, reporter.extensions, reporter.hashes === true]);
  }
  expect(reporters['json']?.hashes).toBe(true);
});

test('nothing else calls itself generated', () => {
  const source = fileURLToPath(new URL('../src', import.meta.url));
  const found = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.generated.ts'),
  );
  const indexes = ['adapters/dialects', 'analysis', 'commands', 'reporters'].map(
    (place) => `${place}/index.generated.ts`,
  );
  expect(found.map((path) => path.replaceAll('\\', '/')).sort()).toEqual(
    [
      ...indexes,
      'analysis/usual.generated.ts',
      'commands/catalogue.generated.ts',
      'kernel/kernel.generated.ts',
      'util/chinese-words.generated.ts',
    ].sort(),
  );
});

describe('an index', () => {
  test('names every declaration of its folder in the order of the file names', () => {
    const root = tree({
      'analysis/sales.ts': 'export const sales = defineMetric({\n',
      'analysis/basket.ts': 'export const basket = defineMetric({\n',
      'analysis/models/pareto.ts': 'export const pareto = defineMetric({\n',
      'analysis/period.ts': '// export const nothing = defineMetric({\nexport const other = 1;\n',
    });
    const index = generated(root, 'analysis');
    expect(index).toContain('= [basket, pareto, sales];');
    expect(index).toContain("import { pareto } from './models/pareto.js';");
    expect(index).not.toContain('nothing');
  });

  test('of the usual metrics leaves out the forecasts, whose models most runs do not need', () => {
    const root = tree({
      'analysis/sales.ts': 'export const sales = defineMetric({\n',
      'analysis/forecast/payback.ts': 'export const payback = defineMetric({\n',
    });
    expect(generated(root, 'analysis')).toContain('= [payback, sales];');
    const usual = readFileSync(join(root, 'src/analysis/usual.generated.ts'), 'utf8');
    expect(usual).toContain('usualMetrics: readonly Metric[] = [sales];');
    expect(usual).not.toContain('payback');
  });

  test('loads a format only when it is asked for', () => {
    const root = tree({
      'reporters/terminal/terminal.ts': reporter('terminal', 'table', ''),
      'reporters/csv.ts': reporter('csv', 'csv', "'csv', 'tsv'"),
    });
    const index = generated(root, 'reporters');
    expect(index).toContain("  csv: {\n    extensions: ['csv', 'tsv'],\n");
    expect(index).toContain("    load: async () => (await import('./terminal/terminal.js')).terminal,\n");
    expect(index.match(/^import /gm)).toHaveLength(1);
  });

  test('of a folder without declarations is empty', () => {
    expect(generated(tree({}), 'adapters/dialects')).toContain('dialects: readonly Dialect[] = [];');
  });

  test('is refused when one file declares two', () => {
    const two = 'export const one: Dialect = {};\nexport const two: Dialect = {};\n';
    const { status, stderr } = run(tree({ 'adapters/dialects/shops.ts': two }));
    expect(status).toBe(1);
    expect(stderr).toContain('shops.ts: 2 declarations, expected one a file');
  });

  test('that is stale is named, and left as it is, with --check', () => {
    const root = tree({ 'commands/check.ts': "export const check = defineCommand({\n  id: 'check',\n" });
    run(root);
    writeFileSync(join(root, 'src/commands/repeat.ts'), "export const repeat = defineCommand({\n  id: 'repeat',\n");
    const { status, stderr } = run(root, '--check');
    expect([status, stderr.trim()]).toEqual([1, 'stale: src/commands/index.generated.ts: run npm run generate']);
    expect(readFileSync(join(root, 'src/commands/index.generated.ts'), 'utf8')).not.toContain('repeat');
  });
});

function reporter(name: string, id: string, extensions: string): string {
  return `export const ${name}: Reporter = {\n  id: '${id}',\n  extensions: [${extensions}],\n};\n`;
}

function tree(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'generate-'));
  folders.push(root);
  for (const place of ['adapters/dialects', 'analysis', 'reporters', 'commands']) {
    mkdirSync(join(root, 'src', place), { recursive: true });
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, 'src', path)), { recursive: true });
    writeFileSync(join(root, 'src', path), text);
  }
  return root;
}

function run(root: string, ...flags: string[]) {
  const env = { ...process.env, CRM_GENERATE_ROOT: root };
  return spawnSync(process.execPath, [script, ...flags], { encoding: 'utf8', env });
}

function generated(root: string, place: string): string {
  const { status, stderr } = run(root);
  expect([status, stderr]).toEqual([0, '']);
  return readFileSync(join(root, 'src', place, 'index.generated.ts'), 'utf8');
}
