import type { Words } from './words.js';

export const page = {} as const satisfies Record<string, Words>;
