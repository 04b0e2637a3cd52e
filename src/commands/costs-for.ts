import type { AcquisitionCost } from '../analysis/forecast/acquisition-cost.js';
import type { AnalysisInput } from '../analysis/metric.js';
import { CrmError } from '../errors.js';
import type { CostFlags } from './options/costs.js';

/** The costs a command was told, in minor units of the input's currency; null = not said. */
export interface Costs {
  readonly acquisition: AcquisitionCost | null;
  readonly years: number | null;
  readonly upkeep: number | null;
  readonly service: number | null;
}

/**
 * The costs as typed, for the report of one currency. They are amounts of the shop's main currency: the reports of other
 * currencies (`isFirst` false) have none. Ad spend goes before clicks: it is what was paid.
 */
export function costsFor({ scope }: AnalysisInput, flags: CostFlags, isFirst: boolean): Costs {
  if (flags.adSpend === undefined) mustBeTogether(flags);
  const minor = (major: number | undefined) =>
    major === undefined || !isFirst ? null : Math.round(major * 10 ** scope.currency.decimals * 1e6) / 1e6;
  const [adSpend, perClick] = [minor(flags.adSpend), minor(flags.cpc)];
  return {
    acquisition: acquisitionOf(adSpend, perClick, flags.cvr ?? null),
    years: flags.years ?? null,
    upkeep: minor(flags.upkeep),
    service: minor(flags.service),
  };
}

function mustBeTogether({ cpc, cvr }: CostFlags): void {
  if (cpc !== undefined && cvr === undefined) throw new CrmError('option-needs', '--cpc', { other: '--cvr' });
  if (cvr !== undefined && cpc === undefined) throw new CrmError('option-needs', '--cvr', { other: '--cpc' });
}

function acquisitionOf(
  adSpend: number | null,
  perClick: number | null,
  conversion: number | null,
): AcquisitionCost | null {
  if (adSpend !== null) return { kind: 'spend', adSpend };
  return perClick === null || conversion === null ? null : { kind: 'click', perClick, conversion };
}
