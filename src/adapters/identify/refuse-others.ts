import { generic } from '../dialects/generic.js';
import { normalHeader } from './header.js';
import type { HeaderRow } from './header-row.js';
import { mapColumns } from './mapping.js';
import { otherTables, purchaseWords, statisticsWords } from './other-tables.js';
import { refusal, type SheetPlace } from './refusal.js';

/** Refuses tables of platforms that are not read yet, refund reports and account statements, by what only they have. */
export function refusePlatforms(header: HeaderRow, place: SheetPlace): void {
  const present = new Set(header.names.map(normalHeader));
  for (const { code, platform, marks } of otherTables) {
    if (!marks.every((group) => group.some((name) => present.has(normalHeader(name))))) continue;
    throw refusal(
      code,
      header,
      place,
      { platform },
      code === 'unsupported-platform' ? [['--platform', 'generic']] : [],
    );
  }
}

/** Refuses these and, where there is no order number, tables whose columns tell of statistics, purchases or stock. */
export function refuseOthers(header: HeaderRow, place: SheetPlace): void {
  refusePlatforms(header, place);
  const names = header.names.map(normalHeader);
  const numbered = mapColumns(generic, header, names.length, [], new Set()).columns.some(
    ({ field }) => field === 'order',
  );
  if (numbered) return;
  const statistic = header.names.filter((_, index) => statisticsWords.test(names[index] ?? ''));
  if (statistic.length > 0)
    throw refusal('not-orders-statistics', header, place, { names: statistic.slice(0, 4).join('、') });
  const purchase = header.names.filter((_, index) => purchaseWords.test(names[index] ?? ''));
  if (purchase.length > 0)
    throw refusal('not-orders-purchases', header, place, { names: purchase.slice(0, 4).join('、') });
}
