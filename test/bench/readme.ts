import { readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform, totalmem } from 'node:os';
import type { Row } from './row.js';
import { tableMarkdown } from './table.js';

/** Puts the table between its marks in the README, with the machine, the versions and the day. */
export function writeReadme(path: string, rows: readonly Row[], date: string, lang: 'zh' | 'en' = 'zh'): void {
  const text = readFileSync(path, 'utf8');
  const [start, end] = ['<!-- bench -->\n', '<!-- /bench -->'];
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${path}: no ${start.trim()} … ${end}`);
  writeFileSync(
    path,
    text.slice(0, from + start.length) + tableMarkdown(rows, lang) + machineLine(date) + text.slice(to),
  );
}

function machineLine(date: string): string {
  const [cpu] = cpus();
  const model = (cpu?.model ?? '').replace(/\s+/g, ' ').trim();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return `\n${date}，${cpus().length} × ${model}，${gigabytes} GB，${platform()} ${arch()}，Node ${process.version}\n`;
}
