import { asked } from './asked.js';
import { sortJob } from './functions.js';
import { Job } from './job.js';
import type { Kernel } from './kernel.js';
import type { Kernels } from './kernels.js';

const INT = 4;
const DOUBLE = 8;
/** Counts of six digits of eleven bits. */
const COUNTS = 6 * 2 ** 11 * INT;
/** What is needed beside the columns, with a surplus for their alignment. */
const BESIDE = COUNTS + 1024;

/** Whose numbers stand where when they are in order. */
export interface Sequence {
  /** Places of the numbers, that of the smallest first. */
  readonly places: Int32Array;
  /** Runs of equal numbers among `places`, longer than one: where each begins and where it has ended, in turn. */
  readonly equal: Int32Array;
}

/**
 * Sorts numbers: ascending, equal ones in their sequence, −0 as 0, NaN last. `otherwise`: what stands for each that is
 * NaN. Null where there is no kernel.
 */
export function sequenceInKernel(
  numbers: Float64Array,
  otherwise: Float64Array | null,
  lent?: Kernels,
): Sequence | null {
  const { length } = numbers;
  return asked(
    length * 2 * (DOUBLE + INT) + BESIDE,
    (kernel) => {
      const job = sortingOf(kernel, numbers);
      if (otherwise !== null) {
        // What stands there is looked at before the room is needed.
        job.set(sortJob.otherwise, job.get(sortJob.spareKeys));
        kernel.doubles.set(otherwise, job.get(sortJob.spareKeys) / DOUBLE);
      }
      for (const place of [sortJob.owners, sortJob.spareOwners]) job.set(place, kernel.take(length * INT));
      kernel.functions.sortOwners(job.place);
      const runs = kernel.functions.equalKeys(job.place);
      return {
        places: job.list(sortJob.owners, length).slice(),
        equal: job.list(sortJob.spareOwners, runs * 2).slice(),
      };
    },
    lent,
  );
}

/** Numbers in ascending order as the engine has it, whole numbers from 0 to 2³² − 1 with −0 as 0. Null as above. */
export function ascendingInKernel(numbers: Float64Array, lent?: Kernels): Float64Array | null {
  const { length } = numbers;
  return asked(
    length * 2 * DOUBLE + BESIDE,
    (kernel) => {
      const job = sortingOf(kernel, numbers);
      kernel.functions.sortValues(job.place);
      const first = job.get(sortJob.keys) / DOUBLE;
      return kernel.doubles.slice(first, first + length);
    },
    lent,
  );
}

function sortingOf(kernel: Kernel, numbers: Float64Array): Job {
  const job = new Job(kernel, sortJob);
  job.set(sortJob.size, numbers.length);
  job.set(sortJob.otherwise, 0);
  for (const place of [sortJob.keys, sortJob.spareKeys]) job.set(place, kernel.take(numbers.length * DOUBLE));
  job.set(sortJob.counts, kernel.take(COUNTS));
  kernel.doubles.set(numbers, job.get(sortJob.keys) / DOUBLE);
  return job;
}
