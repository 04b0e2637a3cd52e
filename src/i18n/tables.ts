import type { Words } from './words.js';

export const tables = {} as const satisfies Record<string, Words>;
