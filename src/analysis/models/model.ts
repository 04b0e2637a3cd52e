import { bgNbd } from './bg-nbd.js';
import type { CustomerModel } from './customer-model.js';
import { mbgNbd } from './mbg-nbd.js';
import { paretoNbd } from './pareto-nbd.js';

/** Every model of purchases to come; the first is the default. */
export const customerModels: readonly CustomerModel[] = [mbgNbd, bgNbd, paretoNbd];
