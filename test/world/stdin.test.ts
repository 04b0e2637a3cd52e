import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { expandInputs } from '../../src/world/inputs.js';
import { stdinSource } from '../../src/world/stdin.js';
import { bash, folderWith, refusalOf } from './folder.js';

const [input] = await expandInputs(['-'], '/');
const mebibyte = 2 ** 20;

function source(stream: Readable, limit?: number, prompt: () => void = () => undefined) {
  if (input === undefined) throw new Error('no input');
  return stdinSource(input, stream, prompt, limit);
}

describe('standard input', () => {
  test.each([
    [1, 1],
    [65_536, 40],
    [mebibyte, 2],
    [700_001, 3],
    [3 * mebibyte + 5, 2],
  ])('in chunks of %d bytes, %d of them, is the same bytes', async (length, times) => {
    const chunks = Array.from({ length: times }, (_, n) => Buffer.alloc(length, n + 1));
    const whole = Buffer.concat(chunks);
    const stdin = await source(Readable.from(chunks));
    expect([stdin.name, stdin.path, stdin.size]).toEqual(['-', '-', whole.length]);
    expect(await stdin.sha256()).toBe(createHash('sha256').update(whole).digest('hex'));
    for (let pass = 0; pass < 2; pass++) {
      const pieces: Uint8Array[] = [];
      for await (const piece of stdin.pieces()) pieces.push(piece);
      expect(Buffer.concat(pieces).equals(whole)).toBe(true);
      expect(pieces.slice(0, -1).every((piece) => piece.length === mebibyte)).toBe(true);
    }
    for (const [position, wanted] of [
      [0, 4],
      [mebibyte - 2, 5],
      [whole.length - 1, 9],
      [whole.length, 1],
      [0, whole.length],
    ] as const) {
      expect(Buffer.compare(await stdin.at(position, wanted), whole.subarray(position, position + wanted))).toBe(0);
    }
  });

  test('with nothing on it, or closed, is refused', async () => {
    expect(await refusalOf(source(Readable.from([])))).toMatchObject({ code: 'stdin-empty', exit: 3 });
  });

  test('that never ends is refused at the limit', async () => {
    async function* forever() {
      for (;;) yield Buffer.alloc(1000);
    }
    expect(await refusalOf(source(Readable.from(forever()), 5000))).toMatchObject({
      code: 'stdin-too-large',
      params: { limit: '4.88 KiB' },
    });
  });

  test('that is a keyboard prompts, and ends when it is closed', async () => {
    const keyboard = Object.assign(new PassThrough(), { isTTY: true });
    let prompted = 0;
    keyboard.end();
    const refusal = await refusalOf(source(keyboard, undefined, () => (prompted += 1)));
    expect([prompted, refusal.code]).toEqual([1, 'stdin-empty']);
  });

  test('that breaks off is refused with the reason', async () => {
    const broken = new Readable({ read: () => broken.destroy(Object.assign(new Error('i/o'), { code: 'EIO' })) });
    expect(await refusalOf(source(broken))).toMatchObject({ code: 'file-read-failed', params: { reason: 'EIO' } });
  });
});

describe.skipIf(process.platform === 'win32')('standard input of a shell', () => {
  const read = '"$NODE" "$PROGRAMS/stdin.mjs"';

  test.each([
    [`${read} <&-`, 'stdin-empty 3'],
    [`${read} </dev/null`, 'stdin-empty 3'],
    [`${read} </`, 'stdin-empty 3'],
    [`true | ${read}`, 'stdin-empty 3'],
    [`head -c 3000000 /dev/zero | ${read}`, '3000000'],
    [`printf 'a,b' > "$HERE"; ${read} < "$HERE"`, '3'],
  ])('%s', async (line, answer) => {
    const ended = await bash(line, { HERE: join(await folderWith(), 'orders.csv') });
    expect(ended).toEqual({ code: 0, stdout: answer, stderr: '' });
  });
});
