import { describe, expect, test } from 'vitest';
import { cleanup } from '../../src/world/cleanup.js';
import { type ProgressOptions, startProgress } from '../../src/world/progress.js';

/** A clock that only moves when it is told to, and a terminal that keeps what is written. */
function stage(change: Partial<ProgressOptions> = {}) {
  const said: string[] = [];
  let time = 0;
  let waiting: { readonly due: number; readonly call: () => void }[] = [];
  const after = (milliseconds: number, call: () => void) => {
    const entry = { due: time + milliseconds, call };
    waiting.push(entry);
    return () => {
      waiting = waiting.filter((other) => other !== entry);
    };
  };
  const pass = (milliseconds: number) => {
    for (const until = time + milliseconds; time < until; ) {
      time += 1;
      for (const entry of waiting.filter(({ due }) => due <= time)) {
        waiting = waiting.filter((other) => other !== entry);
        entry.call();
      }
    }
  };
  const options = { isTTY: true, env: {}, quiet: false, width: 20, say: (text: string) => said.push(text), after };
  return { progress: startProgress({ ...options, ...change }), said, pass, left: () => waiting.length };
}

describe('progress', () => {
  test('appears after 300 ms, hides the cursor, and erases itself', () => {
    const { progress, said, pass, left } = stage();
    progress.show('1 %');
    pass(299);
    expect(said).toEqual([]);
    pass(1);
    expect(said).toEqual(['\u001b[?25l\r\u001b[2K1 %']);
    progress.done();
    progress.done();
    expect(said.slice(1)).toEqual(['\r\u001b[2K\u001b[?25h']);
    expect(left()).toBe(0);
  });

  test('redraws every 80 ms, the latest text, and only when it changed', () => {
    const { progress, said, pass } = stage();
    progress.show('1 %');
    pass(300);
    for (const text of ['2 %', '3 %']) progress.show(text);
    pass(79);
    expect(said).toHaveLength(1);
    pass(1);
    expect(said[1]).toBe('\r\u001b[2K3 %');
    pass(800);
    expect(said).toHaveLength(2);
  });

  test('of short work is never seen', () => {
    const { progress, said, pass } = stage();
    progress.show('1 %');
    pass(200);
    progress.done();
    pass(1000);
    expect(said).toEqual([]);
  });

  test.each<[string, Partial<ProgressOptions>]>([
    ['on a pipe', { isTTY: false }],
    ['in CI', { env: { CI: 'true' } }],
    ['on a dumb terminal', { env: { TERM: 'dumb' } }],
    ['when quiet', { quiet: true }],
  ])('%s is silent', (_, change) => {
    const { progress, said, pass } = stage(change);
    progress.show('1 %');
    pass(1000);
    progress.done();
    expect(said).toEqual([]);
  });

  test('never fills the line, also with Chinese', () => {
    const { progress, said, pass } = stage();
    progress.show('正在读取 二零二零年二月的全部订单.csv');
    pass(300);
    expect(said[0]?.split('\u001b[2K')[1]).toBe('正在读取 二零二零年');
  });

  test('gives the cursor back when the run is interrupted', () => {
    const { progress, said, pass } = stage();
    progress.show('1 %');
    pass(300);
    cleanup.run();
    expect(said.at(-1)).toBe('\r\u001b[2K\u001b[?25h');
  });
});
