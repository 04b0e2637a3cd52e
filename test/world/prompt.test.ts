import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { askHidden, canAsk, type PromptOptions } from '../../src/world/prompt.js';

/** A keyboard, what is written beside it, and how often it was interrupted. */
function keyboard(more: Partial<PromptOptions> = {}) {
  const raw: boolean[] = [];
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: (on: boolean) => raw.push(on) });
  const said: string[] = [];
  let interrupted = 0;
  const options: PromptOptions = {
    stdin: () => stdin,
    isTTY: true,
    env: {},
    say: (text) => said.push(text),
    interrupt: () => (interrupted += 1),
    ...more,
  };
  return { stdin, said, raw, options, interrupts: () => interrupted };
}

describe('a question for a password', () => {
  test.each<[string, string, string | null]>([
    ['what was typed', 'Ab 12\r', 'Ab 12'],
    ['Chinese', '密码\n', '密码'],
    ['a slip taken back', 'Ax\x7fb\r', 'Ab'],
    ['a line begun again', 'wrong\x15right\r', 'right'],
    ['nothing', '\r', null],
    ['the end of the input', '\x04', null],
  ])('gives %s, and shows none of it', async (_, typed, answer) => {
    const { stdin, said, raw, options } = keyboard();
    const asked = askHidden('Password: ', options);
    stdin.write(typed);
    expect(await asked).toBe(answer);
    expect(said.join('')).toBe('Password: \n');
    expect(raw).toEqual([true, false]);
  });

  test('ends the run on Ctrl-C, with the terminal as it was', async () => {
    const { stdin, raw, options, interrupts } = keyboard();
    const asked = askHidden('Password: ', options);
    stdin.write('secret\x03');
    expect(await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, 50, 'waiting'))])).toBe('waiting');
    expect([interrupts(), raw.at(-1)]).toEqual([1, false]);
  });

  test('may be asked again', async () => {
    const { stdin, options } = keyboard();
    for (const word of ['one', 'two']) {
      const asked = askHidden('Password: ', options);
      stdin.write(`${word}\r`);
      expect(await asked).toBe(word);
    }
  });

  test.each<[string, Partial<PromptOptions>]>([
    ['standard input is no keyboard', { stdin: () => new PassThrough() }],
    ['standard error is no terminal', { isTTY: false }],
    ['it runs in CI', { env: { CI: 'true' } }],
    ['the terminal can do nothing', { env: { TERM: 'dumb' } }],
  ])('is not asked where %s', async (_, more) => {
    const { said, options } = keyboard(more);
    expect(canAsk(options)).toBe(false);
    expect(await askHidden('Password: ', options)).toBeNull();
    expect(said).toEqual([]);
  });
});
