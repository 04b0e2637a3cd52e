import type { IssueWords } from '../issues.js';

export const readingIssues = {} as const satisfies Record<string, IssueWords>;
