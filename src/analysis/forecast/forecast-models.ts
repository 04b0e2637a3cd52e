import { type Clock, calendarClock } from '../models/clock.js';
import type { AnyModelId, CustomerModel, Fitted, NotFittable } from '../models/customer-model.js';
import type { PurchaseRows } from '../models/inputs.js';
import { mbgCnbd } from '../models/mbg-cnbd.js';
import { customerModels } from '../models/model.js';

/** A model, alone or with the season of the shop on top. */
export type ForecastId = AnyModelId | `${AnyModelId}-season`;

/** Which forecast a fit is of; `model` is the model alone. */
interface Named {
  readonly id: ForecastId;
}

/** A model that could be fitted, whatever it is of. */
export type ModelFit = Fitted<AnyModelId>;

/** A fit of any forecast. */
export type AnyFitted = ModelFit & Named;

export type AnyFit = AnyFitted | (NotFittable<AnyModelId> & Named);

/** Every model that can forecast; the first is the default, the last the one for regular repurchase. */
export const forecastModels: readonly CustomerModel<AnyModelId>[] = [...customerModels, mbgCnbd];

/** How the models are called in sentences. */
export const modelNames: Readonly<Record<AnyModelId, string>> = {
  'mbg-nbd': 'MBG/NBD',
  'bg-nbd': 'BG/NBD',
  'pareto-nbd': 'Pareto/NBD',
  'mbg-cnbd-k': 'MBG/CNBD-k',
};

/** The id of a model on rows whose time a clock counts: another clock than the calendar's is a season. */
export function forecastId(model: AnyModelId, clock: Clock): ForecastId {
  return clock === calendarClock ? model : `${model}-season`;
}

/** Fits a model to the rows of a history. */
export function fitOf(model: CustomerModel<AnyModelId>, rows: PurchaseRows): AnyFit {
  return { ...model.fit(rows), id: forecastId(model.id, rows.clock) };
}
