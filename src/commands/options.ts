import { countOptions } from './options/count.js';
import { customerOptions } from './options/customers.js';
import { generalOptions } from './options/general.js';
import { inputOptions } from './options/input.js';
import { outputOptions } from './options/output.js';

export { generalOptions } from './options/general.js';
export { inputOptions } from './options/input.js';
export { demoOptions, dueOptions, forecastOptions, listOptions, retentionOptions } from './options/own.js';

/** Options of the commands that analyse files. */
export const analysisOptions = {
  ...inputOptions,
  ...countOptions,
  ...customerOptions,
  ...outputOptions,
  ...generalOptions,
} as const;
