import type { Kernel } from './kernel.js';
import { type Kernels, kernels } from './kernels.js';

/** A kernel that needed more bytes for a question is not kept: its memory cannot be given back otherwise. */
const KEPT = 2 ** 26;
/** Questions that need more are answered without a kernel: its places are numbers of 32 bits, one of them the sign. */
const MOST = 2 ** 31 - 2 ** 16;

/**
 * The answer of a kernel to one question, for which `bytes` of its memory are needed; null where it cannot be asked. What
 * the answer shows of that memory must be copied: it is used for other things then.
 */
export function asked<Answer>(
  bytes: number,
  question: (kernel: Kernel) => Answer,
  lent: Kernels = kernels,
): Answer | null {
  const kernel = bytes > MOST ? null : lent.borrow();
  if (kernel === null) return null;
  try {
    return hasRoom(kernel, bytes) ? question(kernel) : null;
  } finally {
    if (bytes <= KEPT) lent.giveBack(kernel);
  }
}

function hasRoom(kernel: Kernel, bytes: number): boolean {
  try {
    kernel.take(bytes);
    return true;
  } catch {
    return false;
  } finally {
    kernel.clear();
  }
}
