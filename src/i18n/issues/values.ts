import type { IssueWords } from '../issues.js';

export const valuesIssues = {} as const satisfies Record<string, IssueWords>;
