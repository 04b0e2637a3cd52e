import type { Report } from '../../src/model/report.js';
import type { Reporter, Style } from '../../src/reporters/reporter.js';
import { plain } from './invented-report.js';

/** Everything a reporter writes, as one text. For reporters that write text at once. */
export function written(reporter: Reporter, report: Report, style: Partial<Style> = {}): string {
  const pieces = reporter.write(report, { ...plain, ...style });
  if (!(Symbol.iterator in pieces)) throw new Error('written in time, not at once');
  return [...pieces].join('');
}
