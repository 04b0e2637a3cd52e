import { describe, expect, test } from 'vitest';
import { catalogue } from '../../src/commands/catalogue.generated.js';
import { crm } from '../crm.js';

const CJK = /[\u3400-\u9fff]/;

describe('help', () => {
  test('crm alone says what it does and how to begin', () => {
    const { exit, stdout } = crm([]);
    expect(exit).toBe(0);
    expect(stdout).toContain('crm analyze orders.xlsx');
    expect(stdout.split('\n').length).toBeLessThan(10);
  });

  test.each(['zh', 'en'] as const)('crm --help lists every command and exit code (%s)', (lang) => {
    const { exit, stdout } = crm(['--help', '--lang', lang]);
    expect(exit).toBe(0);
    for (const { id, summary } of catalogue) {
      expect(stdout).toContain(id);
      expect(stdout.replace(/\s+/g, ' ')).toContain(summary[lang]);
    }
    for (const code of ['0', '1', '2', '3', '4', '5', '6', '7', '129 130 143'])
      expect(stdout).toMatch(new RegExp(`^  ${code} `, 'm'));
  });

  test.each(catalogue.map(({ id }) => id))('crm %s --help is complete in both languages', (id) => {
    const entry = catalogue.find((one) => one.id === id);
    for (const lang of ['zh', 'en'] as const) {
      const { exit, stdout } = crm([id, '--help', '--lang', lang], { env: { COLUMNS: '80' } });
      expect(exit).toBe(0);
      for (const { flag } of entry?.flags ?? []) expect(stdout).toContain(flag);
      for (const line of stdout.split('\n')) expect(widthOf(line), line).toBeLessThanOrEqual(80);
    }
    expect(entry?.summary.zh).toMatch(CJK);
    for (const { words } of entry?.flags ?? []) {
      expect(words.en).not.toMatch(CJK);
    }
  });

  test('help asked of a command, and the version', () => {
    expect(crm(['help', 'repeat']).stdout).toBe(crm(['repeat', '--help']).stdout);
    expect(crm(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

function widthOf(line: string): number {
  return [...line].reduce(
    (sum, character) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(character)
        ? 2
        : 1),
    0,
  );
}
