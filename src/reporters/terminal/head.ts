import type { Report } from '../../model/report.js';
import { widthOf } from '../../util/width.js';
import { wrap } from '../../util/wrap.js';
import { basisText, fileNames, moreFiles, periodText } from '../about.js';
import { type Canvas, clipped } from './canvas.js';

/** Whose orders these are, which days, as of when and why, on which clock, in which currency. */
export function headLines(canvas: Canvas, report: Report): readonly string[] {
  const title = clipped(canvas, titleText(canvas, report), canvas.width);
  const period = periodText(canvas.period, canvas.lang);
  const blanks = canvas.width - widthOf(title) - widthOf(period);
  const { strong, quiet } = canvas.paint;
  const top =
    blanks >= 2
      ? [strong(title) + ' '.repeat(blanks) + quiet(period)]
      : [strong(title), ...wrap(period, canvas.width).map(quiet)];
  return [...top, ...wrap(basisText(report, canvas.lang), canvas.width).map(quiet)];
}

function titleText({ lang, width }: Canvas, report: Report): string {
  const all = fileNames(report, lang);
  return widthOf(all) <= width / 2 || report.files.length < 2 ? all : moreFiles(report, lang);
}
