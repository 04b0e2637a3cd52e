import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { metricOf } from '../src/analysis/compute.js';
import { exitCodes } from '../src/i18n/help.js';
import { crm } from './crm.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PATH = `${ROOT}README.md`;
const UPDATE = process.env['UPDATE_README'] !== undefined;
let readme = readFileSync(PATH, 'utf8');

/** Numbers whose definitions the README quotes. */
const QUOTED = [
  'repeat-rate',
  'repeat-within',
  'second-purchase',
  'order-ladder',
  'per-customer',
  'returning',
  'refund-rate',
  'lapse-point',
];

/** Holds a part of the README against what it should say; with UPDATE_README it is written anew. */
function expectPart(start: string, end: string, wanted: string): void {
  const from = readme.indexOf(start);
  const to = readme.indexOf(end, from + start.length);
  expect(from, `README has no ${start}`).toBeGreaterThanOrEqual(0);
  expect(to, `README has no ${end} after ${start}`).toBeGreaterThan(from);
  const found = readme.slice(from + start.length, to);
  if (UPDATE && found !== wanted) {
    readme = readme.slice(0, from + start.length) + wanted + readme.slice(to);
    writeFileSync(PATH, readme);
    return;
  }
  expect(found, 'run: UPDATE_README=1 npx vitest run test/readme.test.ts').toBe(wanted);
}

describe('what the README says is so', () => {
  const outputs = [...readme.matchAll(/<!-- output: crm (.*?) -->/g)].map((match) => match[1] ?? '');

  test.each(outputs)('the output of crm %s', (line) => {
    const { exit, stdout } = crm(line.split(' '), { cwd: ROOT });
    expect(exit).toBe(0);
    expectPart(`<!-- output: crm ${line} -->\n\`\`\`text\n`, '```\n', stdout);
  });

  test('the definitions are those of crm explain', () => {
    const rows = QUOTED.map((id) => {
      const { name, formula, young } = metricOf(id).definition;
      return `- **${name.zh}**（\`${id}\`）：${oneLine(formula.zh)} ${oneLine(young.zh)}\n`;
    });
    expectPart('<!-- definitions -->\n', '<!-- /definitions -->', rows.join(''));
  });

  test('the exit codes are those of crm --help', () => {
    const rows = exitCodes.map(({ codes, words }) => `| ${codes} | ${words.zh} |\n`);
    expectPart('|---|---|\n<!-- exits -->\n'.slice(10), '<!-- /exits -->', rows.join(''));
  });

  test('every command line it shows is one that exists, with options that exist', () => {
    const lines = [...readme.matchAll(/^(?:crm|.*(?<=\s)crm) +([a-z]+)(.*)$/gm)].filter(
      ([line]) => !line.startsWith('<!--'),
    );
    expect(lines.length).toBeGreaterThan(10);
    const commands = new Set(lines.map(([, command = '']) => command));
    const helps = new Map([...commands].map((command) => [command, crm([command, '--help', '--lang', 'en'])]));
    for (const [, command = '', rest = ''] of lines) {
      const help = helps.get(command)!;
      expect(help.exit, command).toBe(0);
      const flags = rest.split('#')[0]?.match(/(?<=\s)--[a-z-]+/g) ?? [];
      for (const flag of flags) expect(help.stdout, `${command} ${flag}`).toContain(flag);
    }
  });

  test('its two commands are marked for whoever runs them', () => {
    expect(readme).toMatch(
      /<!-- run: example -->\n```sh\nnpm ci && node bin\/crm\.js analyze fixtures\/example\/orders\.csv\n```/,
    );
    expect(readme).toMatch(/<!-- run: tests -->\n```sh\nnpm ci && npm test\n```/);
  });
});

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').trim();
}
