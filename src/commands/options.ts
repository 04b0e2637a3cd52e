import { costOptions } from './options/costs.js';
import { countOptions } from './options/count.js';
import { customerOptions } from './options/customers.js';
import { generalOptions } from './options/general.js';
import { inputOptions } from './options/input.js';
import { outputOptions } from './options/output.js';
import { dueOptions, forecastOptions } from './options/own.js';
import { peopleOptions } from './options/people.js';

export { costOptions } from './options/costs.js';
export { generalOptions } from './options/general.js';
export { inputOptions } from './options/input.js';
export { outputOptions } from './options/output.js';
export {
  demoOptions,
  dueOptions,
  forecastOptions,
  initOptions,
  listOptions,
  outlookOptions,
  retentionOptions,
} from './options/own.js';

/** Options of the commands that analyse files. */
export const analysisOptions = {
  ...inputOptions,
  ...countOptions,
  ...customerOptions,
  ...peopleOptions,
  ...outputOptions,
  ...generalOptions,
} as const;

/** Options a config file may set for the commands that have them. */
export const configurableOptions = { ...analysisOptions, ...forecastOptions, ...costOptions, ...dueOptions } as const;
