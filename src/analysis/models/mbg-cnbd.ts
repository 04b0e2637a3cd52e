import { betaGeometric } from './beta-geometric.js';
import type { CustomerModel, Fitted, NotFittable } from './customer-model.js';
import type { CustomerRows } from './rows.js';

type RegularModel = CustomerModel<'mbg-cnbd-k'>;

/** Phases tried; 1 is MBG/NBD. */
const PHASES = [1, 2, 3, 4] as const;

const models = new Map<number, RegularModel>(
  PHASES.map((k) => [k, betaGeometric('mbg-cnbd-k', { atStart: 1, k })] as const),
);

/**
 * MBG/CNBD-k, for shops with regular repurchase: as MBG/NBD, but the time between two purchases of a customer is Erlang
 * with k phases, less random the larger k. Fitted for k = 1 to 4, the k of the highest likelihood taken (all have the
 * same number of parameters); k = 1 where the times between purchases are not known. α and λ are those of a phase.
 * Source: Platzer & Reutterer 2016, "Ticking away the moments: timing regularity helps to better predict customer
 * activity", Marketing Science 35.
 */
export const mbgCnbd: RegularModel = {
  id: 'mbg-cnbd-k',
  parameterNames: ['k', 'r', 'alpha', 'a', 'b'],
  fit: (rows) => mostLikely(rows),
  at: ([k = 1, ...parameters]) => modelOf(k).at(parameters),
};

/** MBG/CNBD-k for one k. */
export function modelOf(k: number): RegularModel {
  return models.get(k) ?? betaGeometric('mbg-cnbd-k', { atStart: 1, k });
}

function mostLikely(rows: CustomerRows): Fitted<'mbg-cnbd-k'> | NotFittable<'mbg-cnbd-k'> {
  const simple = modelOf(1);
  let best = simple.fit(rows);
  let regularity = 1;
  if (best.state === 'not-fittable') return best;
  for (const k of rows.logGaps === null ? [] : PHASES.slice(1)) {
    const model = modelOf(k);
    const found = model.fit(rows);
    if (found.state === 'not-fittable' || found.logLikelihood <= best.logLikelihood) continue;
    best = found;
    regularity = k;
  }
  const parameters = [{ name: 'k', estimate: regularity, se: null }, ...best.parameters];
  return { ...best, parameters, values: [regularity, ...best.values] };
}
