import type { Imported } from '../../model/imported.js';
import { uncountedReasons } from '../../model/orders.js';
import { placesText } from './places.js';
import { placeOfOrder } from './problems.js';
import { percent, type Remark, SERIOUS } from './remark.js';

/** Orders whose status nobody knows. */
export function unknownStatus({ table, files, notes }: Imported): readonly Remark[] {
  const code = uncountedReasons.indexOf('unknown-status');
  const rows: number[] = [];
  let count = 0;
  for (let row = 0; row < table.size; row++) {
    if (table.uncounted[row] !== code) continue;
    count++;
    if (rows.length < 20) rows.push(row);
  }
  if (count === 0) return [];
  const places = placesText(
    rows.map((row) => placeOfOrder({ table, files }, row)),
    count,
  );
  const weight = count > table.size * SERIOUS ? 'bad' : 'look';
  const told = notes.filter(({ id }) => id === 'unknown-statuses').map(({ params }) => String(params['statuses']));
  const statuses = [...new Set(told)].join('、');
  return [
    {
      id: 'check-unknown-status',
      weight,
      params: { orders: count, share: percent(count / table.size), statuses, places },
    },
  ];
}

/** Orders without a usable buyer matter from a twentieth on; guesses and refused groups always. */
export function buyers(imported: Imported): readonly Remark[] {
  const { table, identity } = imported;
  const of = (id: string) => identity.findings.filter((finding) => finding.id === id);
  const remarks: Remark[] = [];
  const [without] = of('withoutBuyer');
  const unknown = without?.orders ?? 0;
  if (table.size > 0 && unknown === table.size)
    remarks.push({ id: 'check-no-buyers', weight: 'bad', params: { orders: unknown } });
  else if (unknown > table.size * SERIOUS) {
    const places = placesText(
      (without?.rows ?? []).map((row) => placeOfOrder(imported, row)),
      unknown,
    );
    const params = {
      orders: unknown,
      share: percent(unknown / table.size),
      masked: of('maskedBuyer')[0]?.orders ?? 0,
      places,
    };
    remarks.push({ id: 'check-few-buyers', weight: 'look', params });
  }
  const guessed = of('guessed')[0]?.orders ?? 0;
  if (guessed > 0) remarks.push({ id: 'check-guessed', weight: 'look', params: { orders: guessed } });
  const refused = of('refusedGroup');
  if (refused.length > 0)
    remarks.push({ id: 'check-refused-groups', weight: 'look', params: { groups: refused.length } });
  return remarks;
}

/** Rows of one order that contradict each other. */
export function conflicts({ issues }: Imported): readonly Remark[] {
  const count = issues.byProblem.get('conflicting-states') ?? 0;
  if (count === 0) return [];
  const known = issues.first.filter(({ problem }) => problem === 'conflicting-states');
  return [{ id: 'check-conflicts', weight: 'look', params: { count, places: placesText(known, count) } }];
}
