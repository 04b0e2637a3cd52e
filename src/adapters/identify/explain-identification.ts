import type { CrmError } from '../../errors.js';
import type { Mapping } from '../dialect.js';
import { dialects } from '../dialects/index.generated.js';
import type { HeadRow } from '../read/sheet.js';
import { type Claim, claimsOn } from './claims.js';
import { findHeader } from './header-row.js';
import { type IdentifyOptions, identify } from './identify.js';
import type { SheetPlace } from './refusal.js';

/** For `crm platforms FILE`: what a sheet was taken for, and why not for something else. */
export interface IdentificationReport {
  readonly headerLine: number | null;
  readonly headers: readonly string[];
  /** Null when the sheet is not used; then `error` says why. */
  readonly mapping: Mapping | null;
  readonly error: CrmError | null;
  /** What every platform's dialect says to the header: marks it misses, names that rule it out. */
  readonly claims: readonly Claim[];
}

/** Identifies a sheet and keeps the reasons. */
export function explainIdentification(
  head: readonly HeadRow[],
  options: IdentifyOptions,
  place: SheetPlace,
): IdentificationReport {
  const names = options.map.flatMap(({ column }) => (typeof column === 'string' ? [column] : []));
  const header = options.header ? findHeader(head, names) : null;
  const found = identify(head, options, place);
  return {
    headerLine: header?.line ?? null,
    headers: header?.names ?? [],
    mapping: found.kind === 'orders' ? found.mapping : null,
    error: found.kind === 'skipped' ? found.error : null,
    claims: claimsOn(header?.names ?? [], dialects),
  };
}
