import type { Lang } from '../i18n/words.js';
import type { Report, Window } from '../model/report.js';
import { isoDay } from '../util/calendar.js';
import { sanitise } from '../util/sanitise.js';
import { onPage } from './labels.js';

/** The days a report says it is about: its window, else from the first day in the files to the as-of day. */
export function periodOf({ window, files, asOf }: Report): Window | null {
  if (window !== null || asOf === null) return window;
  let from = Number.POSITIVE_INFINITY;
  for (const { sheets } of files) for (const { firstDay } of sheets) from = Math.min(from, firstDay ?? from);
  return from > asOf ? null : { from, to: asOf };
}

/** The files by name, safe to show; the command where there are none. */
export function fileNames({ files, command }: Report, lang: Lang): string {
  const names = files.map(({ name }) => sanitise(name));
  return names.length === 0 ? `crm ${command}` : names.join(onPage('list.comma', lang));
}

/** The first file and how many more. */
export function moreFiles({ files }: Report, lang: Lang): string {
  const first = files[0]?.name ?? '';
  return onPage('moreFiles', lang, { first, files: files.length, more: files.length - 1 });
}

/** The days in words, and how many. */
export function periodText(period: Window | null, lang: Lang): string {
  if (period === null) return onPage('noOrders', lang);
  const { from, to } = period;
  return onPage('period', lang, { from: isoDay(from), to: isoDay(to), days: to - from + 1 });
}

/** As of when and why, on which clock, in which currency. */
export function basisText({ asOf, asOfReason, clock, currency }: Report, lang: Lang): string {
  return [
    onPage(`asOf.${asOf === null ? 'none' : asOfReason}`, lang, { day: asOf === null ? '' : isoDay(asOf) }),
    onPage(clock.zone === '' ? 'clock.no-zone' : `clock.${clock.source}`, lang, { zone: clock.zone }),
    onPage('currency', lang, { code: currency.code }),
  ].join(onPage('comma', lang));
}
