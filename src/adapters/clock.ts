import type { Clock } from '../model/report.js';
import type { RowStore } from './rows/rows.js';

/**
 * The clock days are counted on: the zone of `--timezone`, else the clock of the platforms, else the times as they are
 * written. Where the files have several clocks, that of most rows (of equal ones the first by name).
 */
export function clockOf({ sheets, sheet }: RowStore, timezone: string | null): Clock {
  if (timezone !== null) return { zone: timezone, source: 'option' };
  const rows = sheets.map(() => 0);
  const clocks = new Set(sheets.map(({ dialect }) => dialect.clock));
  for (let row = 0; clocks.size > 1 && row < sheet.length; row++) rows[sheet[row]!]!++;
  const byClock = new Map<string, number>();
  sheets.forEach(({ dialect }, index) => {
    byClock.set(dialect.clock, (byClock.get(dialect.clock) ?? 0) + rows[index]!);
  });
  const [zone = ''] = [...byClock.keys()].sort(
    (one, other) => byClock.get(other)! - byClock.get(one)! || (one < other ? -1 : 1),
  );
  return zone === '' ? { zone: '', source: 'as-written' } : { zone, source: 'platform' };
}
