import type { Words } from './words.js';

export const values = {} as const satisfies Record<string, Words>;
