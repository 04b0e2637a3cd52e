import type { Words } from '../words.js';

export const ordersNotes = {} as const satisfies Record<string, Words>;
