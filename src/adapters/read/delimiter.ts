const SAMPLE = 64 * 1024;
const candidates = [',', '\t', ';', '|'] as const;

/** What sets the cells of a text apart: a character, or `blank` for runs of blanks. */
export interface Delimiter {
  readonly delimiter: string;
  /** Excel's own line `sep=;` stands before the table. */
  readonly skipFirstLine: boolean;
}

/**
 * Finds the delimiter in the first 64 KB. The one that gives most rows the same number of cells wins (outside quotes;
 * a first row of that width counts extra, more cells break a tie); blanks only where lines are evidently padded with
 * them and nothing else fits. A text with one column is taken as comma-separated.
 */
export function findDelimiter(sample: Uint8Array, forced: string): Delimiter {
  const text = new TextDecoder('utf-8').decode(sample.subarray(0, SAMPLE));
  const marked = /^sep=([,;|\t:^~])\r*(?:\n|$)/i.exec(text)?.[1];
  if (forced !== 'auto') return { delimiter: forced, skipFirstLine: marked !== undefined };
  if (marked !== undefined) return { delimiter: marked, skipFirstLine: true };
  const wholeRows = sample.length > SAMPLE ? text.slice(0, text.lastIndexOf('\n') + 1) || text : text;
  const scored = candidates.map((delimiter) => ({ delimiter, ...bestWidth(widths(wholeRows, delimiter)) }));
  const fitting = scored.filter(({ width, score }) => width > 1 && score >= 0.5);
  const best = Math.max(...fitting.map(({ score }) => score));
  const close = fitting.filter(({ score }) => score > best - 0.05).sort((a, b) => b.width - a.width)[0];
  if (close !== undefined) return { delimiter: close.delimiter, skipFirstLine: false };
  return { delimiter: paddedWithBlanks(wholeRows) ? 'blank' : ',', skipFirstLine: false };
}

/** The commonest width above 1 and the share of rows that have it. */
function bestWidth(rows: readonly number[]): { readonly width: number; readonly score: number } {
  const counts = new Map<number, number>();
  for (const width of rows) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [width, count] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  const share = rows.length === 0 ? 0 : count / rows.length;
  return { width, score: share + (rows[0] === width ? 0.2 : 0) };
}

/** Cells of each row that is not blank. A quote opens a quoted cell only at its start. */
function widths(text: string, delimiter: string): number[] {
  const rows: number[] = [];
  let cells = 1;
  let cellStart = true;
  let quoted = false;
  let content = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at]!;
    if (quoted) {
      if (letter === '"') quoted = false;
      content = true;
    } else if (letter === '\n' || letter === '\r') {
      if (content) rows.push(cells);
      cells = 1;
      cellStart = true;
      content = false;
    } else if (letter === delimiter) {
      cells += 1;
      cellStart = true;
    } else {
      quoted = letter === '"' && cellStart;
      cellStart = false;
      content ||= letter.trim() !== '';
    }
  }
  if (content) rows.push(cells);
  return rows;
}

function paddedWithBlanks(text: string): boolean {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  const padded = lines.filter((line) => /^ | {2}|\t/.test(line)).length;
  const { width, score } = bestWidth(lines.map((line) => line.trim().split(/[ \t]+/).length));
  return width >= 3 && score >= 0.9 && padded * 2 > lines.length;
}
