import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../src/cli/arguments.js';
import { analyze } from '../../src/commands/analyze.js';
import { describe as entryOf } from '../../src/commands/describe.js';
import { explain } from '../../src/commands/explain.js';
import { CrmError } from '../../src/errors.js';

const entry = entryOf(analyze as never);

describe('what was typed', () => {
  test('files and flags in any order', () => {
    const typed = parseArguments(entry, ['a.csv', '--lang', 'en', 'b.csv', '-q', '--as-of=2025-08-31']);
    expect(typed).toEqual({
      command: 'analyze',
      args: ['a.csv', 'b.csv'],
      flags: { lang: 'en', quiet: true, asOf: '2025-08-31' },
    });
  });

  test('flags that are not given are absent, so that the config can speak', () => {
    expect(parseArguments(entry, ['a.csv']).flags).toEqual({});
  });

  test('a switch that can be turned off, and one that can go both ways', () => {
    expect(parseArguments(entry, ['a.csv', '--no-header', '--no-bom']).flags).toEqual({ header: false, bom: false });
    expect(parseArguments(entry, ['a.csv', '--bom']).flags).toEqual({ bom: true });
  });

  test('--map may be given several times', () => {
    expect(parseArguments(entry, ['a.csv', '--map', 'buyer=2', '--map', 'time=3']).flags).toEqual({
      map: 'buyer=2,time=3',
    });
  });

  test('what follows -- is a file even if it begins with a dash', () => {
    expect(parseArguments(entry, ['--lang', 'en', '--', '-orders.csv']).args).toEqual(['-orders.csv']);
  });

  test('a lone dash is standard input', () => {
    expect(parseArguments(entry, ['-']).args).toEqual(['-']);
  });
});

describe('what was typed wrong is said, with the nearest flag', () => {
  test.each([
    [
      'an unknown flag',
      ['a.csv', '--formt', 'json'],
      'unknown-option',
      '--formt',
      ['crm analyze --format', 'crm analyze --from'],
    ],
    ['a flag without its value', ['a.csv', '--output'], 'option-without-value', '--output', []],
    ['a flag in place of a value', ['a.csv', '--output', '--quiet'], 'option-without-value', '--output', []],
    ['a value for a switch', ['a.csv', '--quiet=yes'], 'option-with-value', '--quiet', []],
    ['a flag given twice', ['a.csv', '--lang', 'zh', '--lang', 'en'], 'option-twice', '--lang', []],
    ['a switch given twice', ['a.csv', '-q', '--quiet'], 'option-twice', '--quiet', []],
    ['no file', [], 'too-few-arguments', 'crm analyze', []],
  ])('%s', (_, argv, code, where, commands) => {
    const error = thrown(() => parseArguments(entry, argv));
    expect(error).toMatchObject({ code, where, commands, exit: 2 });
  });

  test('an option of another command', () => {
    const error = thrown(() => parseArguments(entryOf(explain as never), ['--month', '2025-08']));
    expect(error).toMatchObject({ code: 'unknown-option', where: '--month' });
  });
});

function thrown(act: () => unknown): CrmError {
  try {
    act();
  } catch (error) {
    if (error instanceof CrmError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
