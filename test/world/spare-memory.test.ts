import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { letGo } from '../../src/world/spare-memory.js';

function unused(): WeakRef<object> {
  return new WeakRef({ rows: new Int32Array(1000) });
}

test('what nobody uses any more is let go of', async () => {
  const rows = unused();
  await setImmediate();
  letGo();
  expect(rows.deref()).toBeUndefined();
});
