import type { analysisNotes } from '../../i18n/notes/analysis.js';
import type { Params } from '../../i18n/words.js';
import type { Note } from '../../model/report.js';

/** A note whose wording exists. */
export function note(level: Note['level'], id: keyof typeof analysisNotes, params: Params = {}): Note {
  return { id, level, params };
}

/** A share as people read it in a sentence: `12.3 %`. */
export function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}
