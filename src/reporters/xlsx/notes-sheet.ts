import type { Lang } from '../../i18n/words.js';
import type { Report } from '../../model/report.js';
import { basisText, fileNames, periodOf, periodText } from '../about.js';
import { coverageTexts } from '../coverage.js';
import { findingText } from '../finding.js';
import { onPage, tableSubtitle, tableTitle } from '../labels.js';
import { issueLine, noteLine } from '../messages.js';
import type { PlainSheet } from './sheet.js';
import { cellText } from './text.js';

type Line = readonly [about: string, text: string];

const WIDTHS = [26, 100];

/** What the numbers are about: files, days, coverage, definitions, notes, problems. */
export function notesSheet(report: Report, lang: Lang, showValues: boolean): PlainSheet {
  const lines: readonly Line[] = [
    [onPage('files', lang), fileNames(report, lang)],
    [onPage('period.', lang), periodText(periodOf(report), lang)],
    [onPage('basis', lang), basisText(report, lang)],
    ...coverage(report, lang),
    ...report.tables.flatMap((table) => tableLines(report, table.id, lang)),
    ...report.notes.map((note): Line => [onPage('notes', lang), noteLine(note, lang)]),
    ...report.findings.map((finding): Line => [onPage('findings', lang), findingText(finding, lang, report.currency)]),
    ...report.issues.first.map((issue): Line => [onPage('issues', lang), issueLine(issue, lang, showValues)]),
    ...report.next.map(({ purpose, command }): Line => [purpose[lang], command]),
  ];
  return {
    name: onPage('definitions', lang),
    header: [onPage('about', lang), onPage('text', lang)],
    rows: lines.map((line) => line.map((text) => ({ value: cellText(text), format: null }))),
    widths: WIDTHS,
    shaded: null,
  };
}

function coverage(report: Report, lang: Lang): readonly Line[] {
  const table = report.tables.find(({ id }) => id === 'reconciliation');
  if (table === undefined) return [];
  const { counted, left } = coverageTexts(table, lang);
  return [counted, left].filter((text) => text !== '').map((text) => [onPage('coverage', lang), text]);
}

/** What a table shows, how it is counted, and what is said about it. */
function tableLines({ tables, definitions }: Report, id: string, lang: Lang): readonly Line[] {
  const table = tables.find((candidate) => candidate.id === id);
  const about = tableTitle(id, lang);
  const texts = [
    tableSubtitle(id)?.[lang] ?? '',
    definitions[table?.definition ?? '']?.[lang] ?? '',
    ...(table?.notes ?? []).map((note) => noteLine(note, lang)),
  ];
  return texts.filter((text) => text !== '').map((text) => [about, text]);
}
