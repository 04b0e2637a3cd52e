import type { AnyModelId, CustomerModel, Fitted, NotFittable } from '../models/customer-model.js';
import { mbgCnbd } from '../models/mbg-cnbd.js';
import { customerModels } from '../models/model.js';

/** A fit of any model that can forecast. */
export type AnyFitted = Fitted<AnyModelId>;

export type AnyFit = AnyFitted | NotFittable<AnyModelId>;

/** Every model that can forecast; the first is the default, the last the one for regular repurchase. */
export const forecastModels: readonly CustomerModel<AnyModelId>[] = [...customerModels, mbgCnbd];

/** How the models are called in sentences. */
export const modelNames: Readonly<Record<AnyModelId, string>> = {
  'mbg-nbd': 'MBG/NBD',
  'bg-nbd': 'BG/NBD',
  'pareto-nbd': 'Pareto/NBD',
  'mbg-cnbd-k': 'MBG/CNBD-k',
};
