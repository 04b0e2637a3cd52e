import { type Kernel, newKernel } from './kernel.js';

/**
 * Kernels that are lent and given back: whoever reads a file has one to itself, and a thousand small files need no
 * thousand memories.
 */
export interface Kernels {
  /** Null: there is none, do without. */
  borrow(): Kernel | null;
  giveBack(kernel: Kernel): void;
}

const free: Kernel[] = [];

/** Those of this thread. */
export const kernels: Kernels = {
  borrow: () => free.pop() ?? newKernel(),
  giveBack: (kernel) => {
    kernel.clear();
    free.push(kernel);
  },
};

/** None at all: the paths without a kernel, which are also what it is compared with. */
export const noKernels: Kernels = { borrow: () => null, giveBack: () => undefined };
