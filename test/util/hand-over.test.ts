import { expect, test } from 'vitest';
import { HandOver } from '../../src/util/hand-over.js';

/** Everything that is taken. */
async function taken(hand: HandOver<number>): Promise<number[]> {
  const all: number[] = [];
  for await (const one of hand.taken()) all.push(one);
  return all;
}

test('what is put in comes out in order, and whoever puts in waits for room', async () => {
  const hand = new HandOver<number>(3);
  let ahead = 0;
  let most = 0;
  const putting = (async () => {
    for (let item = 0; item < 100; item++) {
      await hand.room();
      hand.put(item);
      ahead++;
      most = Math.max(most, ahead);
    }
    hand.end();
  })();
  const all: number[] = [];
  for await (const item of hand.taken()) {
    all.push(item);
    ahead--;
    await Promise.resolve();
  }
  await putting;
  expect(all).toEqual(Array.from({ length: 100 }, (_, at) => at));
  expect(most).toBeLessThanOrEqual(6);
});

test('a failure reaches whoever takes, after what was put in before it', async () => {
  const hand = new HandOver<number>(3);
  hand.put(1);
  hand.end(new Error('broken'));
  hand.end();
  const all: number[] = [];
  await expect(
    (async () => {
      for await (const one of hand.taken()) all.push(one);
    })(),
  ).rejects.toThrow('broken');
  expect(all).toEqual([1]);
});

test('nobody waits for room once nobody takes any more', async () => {
  const hand = new HandOver<number>(1);
  hand.put(1);
  hand.put(2);
  for await (const _ of hand.taken()) break;
  hand.put(3);
  hand.put(4);
  await hand.room();
  const ended = new HandOver<number>(1);
  ended.end();
  expect(await taken(ended)).toEqual([]);
});
