import { expect, test } from 'vitest';
import { tempFolder } from '../cli/temp.js';
import { canBind, Meter } from './measure.js';

const folder = tempFolder();

test.skipIf(!canBind)('a measured program that is to have one core has one', async () => {
  const answer = 'console.log(JSON.stringify({ cpu: os.availableParallelism(), checksum: null }))';
  const task = { args: ['--eval', answer], isJob: true };
  const meter = new Meter(folder.path);
  expect(await meter.run({ ...task, onOneCore: true })).toMatchObject({ cpu: 1 });
  expect((await meter.run(task)).cpu).toBeGreaterThanOrEqual(1);
});
