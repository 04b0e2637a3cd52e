import type { Words } from '../words.js';

export const analysisNotes = {} as const satisfies Record<string, Words>;
