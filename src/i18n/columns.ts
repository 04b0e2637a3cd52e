import type { Words } from './words.js';

export const columns = {} as const satisfies Record<string, Words>;
