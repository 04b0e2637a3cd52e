import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../../src/commands/catalogue.generated.js';
import { bashCompletion } from '../../src/commands/completion/bash.js';
import { fishCompletion } from '../../src/commands/completion/fish.js';
import { manPage } from '../../src/commands/completion/man.js';
import { zshCompletion } from '../../src/commands/completion/zsh.js';
import { crm } from '../crm.js';

/** What bash offers for a line that is being typed. */
function offered(...words: string[]): string[] {
  const line = `${bashCompletion(catalogue)}\nCOMP_WORDS=(crm "$@"); COMP_CWORD=$#; _crm; echo "\${COMPREPLY[*]}"`;
  const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', line, 'bash', ...words], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout
    .trim()
    .split(' ')
    .filter((word) => word !== '');
}

describe('completion', () => {
  test.each([
    ['a command', ['rep'], ['repeat']],
    ['a flag', ['analyze', '--mon'], ['--month']],
    ['the values of a flag', ['analyze', '--lang', ''], ['zh', 'en']],
    ['a flag after files', ['repeat', 'orders.csv', '--asc'], ['--ascii']],
    ['nothing of its own for a file name', ['analyze', 'ord'], []],
  ])('bash offers %s', (_, words, expected) => {
    expect(offered(...words)).toEqual(expected);
  });

  test.each(['zh', 'en'] as const)('every command and flag is in the scripts of zsh and fish (%s)', (lang) => {
    const [zsh, fish] = [zshCompletion(catalogue, lang), fishCompletion(catalogue, lang)];
    for (const { id, flags } of catalogue) {
      expect(zsh).toContain(`'${id}:`);
      expect(fish).toContain(`-a ${id} `);
      for (const { flag } of flags) {
        expect(zsh).toContain(flag);
        expect(fish).toContain(`${flag} `);
      }
    }
  });

  test('a shell nobody knows is refused with those there are', () => {
    const { exit, stderr } = crm(['completion', 'tcsh']);
    expect(exit).toBe(2);
    expect(stderr).toContain('bash zsh fish');
  });
});

test('the man page names every command, flag and exit code, and begins no line by accident with a request', () => {
  const page = manPage(catalogue, '1.2.3');
  for (const { id, flags } of catalogue) {
    expect(page).toContain(`.SH CRM ${id.toUpperCase()}`);
    for (const { flag } of flags) expect(page).toContain(flag.replaceAll('-', '\\-'));
  }
  for (const line of page.split('\n')) {
    if (line.startsWith('.')) expect(line).toMatch(/^\.(TH|SH|B|I|TP|PP|br)( |$)/);
  }
});
