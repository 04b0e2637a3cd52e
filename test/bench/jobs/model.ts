import { bgNbd } from '../../../src/analysis/models/bg-nbd.js';
import { expectedOf, totalOf } from '../../../src/analysis/models/forecast-rows.js';
import { type CustomerTimes, customerRows, type Row } from '../../../src/analysis/models/rows.js';
import { plainBgNbd, plainExpected, plainFit } from '../../analysis/models/plain-models.js';
import { simulated } from '../../analysis/models/simulated.js';
import { type Checksum, type Job, timed } from './job.js';

const DAYS_AHEAD = 365;
/** Starts as near to the truth as a first guess usually is. */
const START = [1, 100, 1, 1];

/** Customers of whole days, as the import of two years makes them. */
function customers(size: number): CustomerTimes {
  return simulated('bg-nbd', [0.6, 60, 0.9, 2.4], { customers: size, days: 730, spread: 600, seed: 7 }, true);
}

/** BG/NBD fitted, and the purchases of the next year of every customer. */
export const modelJob: Job = async (_, size) => {
  const times = customers(size);
  const { answer, cpu } = await timed(() => {
    const rows = customerRows(times);
    const fit = bgNbd.fit(rows);
    if (!('expected' in fit)) throw new Error('not fittable');
    return totalOf(rows, expectedOf(fit, rows, DAYS_AHEAD));
  });
  return { checksum: rounded(size, answer), cpu };
};

/** The same, row by row as the paper prints it, searched with Nelder and Mead. */
export const plainModelJob: Job = async (_, size) => {
  const { x, tx, T } = customers(size);
  const rows: Row[] = Array.from(x, (count, index) => ({ x: count, tx: tx[index]!, T: T[index]! }));
  const { answer, cpu } = await timed(() => {
    const { parameters } = plainFit(plainBgNbd, rows, START);
    return rows.reduce((sum, row) => sum + plainExpected(parameters, row, DAYS_AHEAD), 0);
  });
  return { checksum: rounded(size, answer), cpu };
};

/** Two searches stop at slightly different places: the sum of the purchases agrees to a thousandth. */
function rounded(size: number, expected: number): Checksum {
  return { customers: size, expected: Math.round((expected / size) * 1000) };
}
