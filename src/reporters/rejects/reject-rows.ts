import { type Lang, say } from '../../i18n/words.js';
import type { RejectedRows } from '../../model/rejected.js';
import { issueAdvice, issueExpected, issueProblem } from '../labels.js';

/** What stands before the cells of a rejected row: names no export uses, so that the list can be read again once corrected. */
const about = [
  ...['crm.file', 'crm.sheet', 'crm.line', 'crm.column'],
  ...['crm.reason', 'crm.problem', 'crm.expected', 'crm.advice'],
] as const;

/** Rejected rows as a list: where each stands, what is wrong with it, what to do, and its own cells. */
export interface RejectList {
  readonly header: readonly string[];
  readonly rows: AsyncIterable<readonly (string | number | null)[]>;
}

/** The list, in one language; its header and the reason (a key) are the same in both. */
export function rejectList({ headers, rows }: RejectedRows, lang: Lang): RejectList {
  return { header: [...about, ...headers], rows: listed(rows, lang) };
}

async function* listed(rows: RejectedRows['rows'], lang: Lang): AsyncGenerator<readonly (string | number | null)[]> {
  for await (const { file, sheet, line, column, problem, cells } of rows) {
    const words = [say(issueProblem(problem), lang), issueExpected(problem, lang), issueAdvice(problem)[lang]];
    yield [file, sheet === '' ? null : sheet, line, column, problem, ...words, ...cells];
  }
}
