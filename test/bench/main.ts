import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Files } from './data/files.js';
import { type Bench, groups } from './groups.js';
import { Meter } from './measure.js';
import { writeReadme } from './readme.js';
import { kept, type Row } from './row.js';
import { tableText } from './table.js';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
    runs: { type: 'string', default: '3' },
    data: { type: 'string' },
    readme: { type: 'boolean', default: false },
    date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    lang: { type: 'string', default: 'zh' },
  },
});

const root = process.env['BENCH_ROOT'] ?? process.cwd();
const folder = values.data ?? mkdtempSync(join(tmpdir(), 'huitouke-bench-'));
mkdirSync(folder, { recursive: true });
const bench: Bench = {
  files: new Files(folder),
  meter: new Meter(folder),
  big: values.quick ? 100_000 : 1_000_000,
  runs: Number(values.runs),
  jobs: join(root, 'dist/bench/jobs.js'),
  crm: join(root, 'bin/crm.js'),
  tell: (done) => process.stderr.write(`  ${done}\n`),
};

const rows: Row[] = [];
try {
  for (const [name, group] of Object.entries(groups)) {
    if (values.only.length > 0 && !values.only.includes(name)) continue;
    process.stderr.write(`${name}\n`);
    rows.push(...(await group(bench)));
  }
} finally {
  if (values.data === undefined) rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(tableText(rows, values.lang === 'en' ? 'en' : 'zh'));
if (values.readme) writeReadme(join(root, 'README.md'), rows, values.date);
if (rows.some((row) => kept(row, row.must) === false)) process.exitCode = 1;
