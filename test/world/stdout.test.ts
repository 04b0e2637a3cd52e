import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { standardError } from '../../src/world/stderr.js';
import { fileWriter, streamWriter, writePieces } from '../../src/world/stdout.js';
import { bash, folderWith, refusalOf, rounds } from './folder.js';

const print = '"$NODE" "$PROGRAMS/print.mjs"';

function failingStream(code: string): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })) });
}

describe('standard output', () => {
  test('every byte arrives at a slow reader', async () => {
    const { code, stdout, stderr } = await bash(`${print} 5000000 | (sleep 0.3; wc -c); exit \${PIPESTATUS[0]}`);
    expect([code, stdout.trim(), stderr]).toEqual([0, '5000000', '']);
  });

  test('every byte arrives in a file, also after what was there', async () => {
    const cwd = await folderWith({ out: 'old\n' });
    const { code, stdout } = await bash(`${print} 300000 >> '${cwd}/out'; wc -c < '${cwd}/out'`);
    expect([code, stdout.trim()]).toEqual([0, '300004']);
  });

  test('a reader that has seen enough ends the run quietly with 0', async () => {
    const times = rounds(5, 50);
    const line = `for n in $(seq ${times}); do ${print} 5000000 | head -1; echo "\${PIPESTATUS[0]}"; done | sort | uniq -c`;
    const { stdout, stderr } = await bash(line);
    expect(stdout.trim().split(/\s+/)).toEqual([String(times), '0', String(times), 'x'.repeat(99)]);
    expect(stderr).toBe('');
  });

  test.skipIf(process.platform !== 'linux')('a full disk behind it is no success', async () => {
    expect(await bash(`${print} 100 > /dev/full`)).toEqual({ code: 6, stdout: '', stderr: 'stdout-no-space stdout\n' });
  });

  test('closed, or with standard error closed or full, it ends with 0', async () => {
    expect(await bash(`${print} 100 >&-`)).toEqual({ code: 0, stdout: '', stderr: '' });
    expect((await bash(`${print} 100 2>&-`)).code).toBe(0);
    expect((await bash(`${print} 100 2>/dev/full`)).code).toBe(0);
  });

  test('a failing stream: gone is quiet, full and broken are refused', async () => {
    const pieces = ['a', Buffer.from('b')];
    expect(await writePieces(streamWriter(failingStream('EPIPE')), pieces)).toBe(false);
    expect(await refusalOf(writePieces(streamWriter(failingStream('ENOSPC')), pieces))).toMatchObject({
      code: 'stdout-no-space',
      exit: 6,
    });
    expect(await refusalOf(writePieces(streamWriter(failingStream('EIO')), pieces))).toMatchObject({
      code: 'stdout-failed',
      exit: 6,
    });
  });

  test('no more pieces are made once the reader is gone', async () => {
    let made = 0;
    function* pieces() {
      for (; ; made++) yield 'x'.repeat(1023) + '\n';
    }
    expect(await writePieces(streamWriter(failingStream('EPIPE')), pieces())).toBe(false);
    expect(made).toBe(63);
  });

  test('a file that takes a few bytes at a time, interrupted, gets them all', async () => {
    const taken: number[] = [];
    let calls = 0;
    const writeSome = async (_: number, bytes: Uint8Array, offset: number, length: number) => {
      calls += 1;
      if (calls % 3 === 0) throw Object.assign(new Error('interrupted'), { code: 'EINTR' });
      taken.push(...bytes.subarray(offset, offset + Math.min(2, length)));
      return { bytesWritten: Math.min(2, length), buffer: bytes };
    };
    expect(await fileWriter(1, writeSome as never).write('abcdefg')).toBe(true);
    expect(Buffer.from(taken).toString()).toBe('abcdefg');
  });
});

describe('standard error', () => {
  test('never throws, and tries again when it cannot take more just now', async () => {
    const descriptor = openSync(join(await folderWith(), 'notes'), 'w');
    const said: string[] = [];
    let calls = 0;
    const write = (_: number, bytes: Uint8Array) => {
      calls += 1;
      if (calls % 2 === 0) throw Object.assign(new Error('later'), { code: 'EAGAIN' });
      said.push(Buffer.from(bytes.subarray(0, 3)).toString());
      return Math.min(3, bytes.length);
    };
    standardError(2, write as never)('abcdefg\n');
    expect(said.join('')).toBe('abcdefg\n');
    closeSync(descriptor);
    standardError(descriptor)('nobody hears this');
  });
});
