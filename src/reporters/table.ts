import { inPieces } from './pieces.js';
import type { Reporter } from './reporter.js';
import { pageLines } from './terminal/page.js';

/** The page for a terminal, or a pipe without colours: what a person reads. */
export const tableReporter: Reporter = {
  id: 'table',
  title: { zh: '屏幕上的表格', en: 'tables on the screen' },
  extensions: ['txt'],
  write: (report, style) => inPieces(withEnds(pageLines(report, style))),
};

function* withEnds(lines: Iterable<string>): Generator<string> {
  for (const line of lines) yield `${line}\n`;
}
