import type { IssueWords } from '../issues.js';

export const ordersIssues = {} as const satisfies Record<string, IssueWords>;
