import type { ExclusionRule } from '../../model/imported.js';
import type { Note } from '../../model/report.js';
import type { OrdersMade } from '../settle/to-orders.js';
import { REASON } from '../settle/uncounted.js';
import { noteIf } from './note-parts.js';

/** What must be said of exclusions: how many orders they took, which took none, what a list names that is not there. */
export function exclusionNotes({ exclusions, table }: OrdersMade): readonly Note[] {
  if (exclusions === null) return [];
  const { rules, ruleOf } = exclusions;
  const taken = rules.map(() => 0);
  const named = rules.map(() => 0);
  for (let row = 0; row < table.size; row++) {
    const rule = ruleOf[row]! - 1;
    if (rule < 0) continue;
    named[rule]!++;
    if (table.uncounted[row] === REASON.excluded) taken[rule]!++;
  }
  const all = taken.reduce((sum, one) => sum + one, 0);
  return [
    ...noteIf(true, 'info', 'exclusions-took', { orders: all }),
    ...rules.flatMap((rule, index) => [
      ...(taken[index] === 0 ? [idle(rule, named[index]!)] : []),
      ...noteIf((rule.missing ?? 0) > 0, 'warning', 'exclusion-missing', {
        file: rule.name,
        missing: rule.missing ?? 0,
        listed: rule.listed ?? 0,
      }),
    ]),
  ];
}

/** A rule that took nothing: nobody has it, or only orders that do not count anyway. */
function idle({ kind, name }: ExclusionRule, named: number): Note {
  if (named > 0) return { id: 'exclusion-uncounted', level: 'info', params: { name, named } };
  const id = kind === 'memo' ? 'exclusion-word-idle' : 'exclusion-list-idle';
  return { id, level: 'warning', params: { name } };
}
