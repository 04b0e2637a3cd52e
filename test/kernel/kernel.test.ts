import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Kernel, newKernel } from '../../src/kernel/kernel.js';
import { kernels } from '../../src/kernel/kernels.js';
import { hashOf } from '../../src/util/byte-hash.js';
import { viewOf } from '../../src/util/byte-words.js';

const kernel = newKernel() as Kernel;

describe('the memory of a kernel', () => {
  test('is handed out piece after piece, and grows', () => {
    const one = newKernel() as Kernel;
    const [first, second, third] = [one.take(10), one.take(300_000), one.take(8)];
    expect([first % 64, second % 64, third % 64]).toEqual([0, 0, 0]);
    expect(second).toBeGreaterThanOrEqual(first + 10);
    expect(third).toBeGreaterThanOrEqual(second + 300_000);
    expect(one.bytes.length).toBeGreaterThanOrEqual(third + 8);
    expect(one.bytes.buffer).toBe(one.doubles.buffer);
    one.clear();
    expect(one.take(1)).toBe(first);
  });

  test('is lent again when it was given back', () => {
    const one = kernels.borrow() as Kernel;
    const other = kernels.borrow() as Kernel;
    expect(other).not.toBe(one);
    kernels.giveBack(one);
    expect(kernels.borrow()).toBe(one);
    kernels.giveBack(one);
    kernels.giveBack(other);
  });
});

test('a text has the hash it has without the kernel', () => {
  const place = kernel.take(400);
  const text = fc.uint8Array({ maxLength: 300 });
  fc.assert(
    fc.property(text, fc.nat({ max: 8 }), (bytes, shift) => {
      kernel.bytes.set(bytes, place + shift);
      const from = place + shift;
      expect(kernel.functions.hashText(from, from + bytes.length)).toBe(hashOf(viewOf(bytes), 0, bytes.length));
    }),
  );
});
