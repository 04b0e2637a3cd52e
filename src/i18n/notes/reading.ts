import type { Words } from '../words.js';

export const readingNotes = {} as const satisfies Record<string, Words>;
