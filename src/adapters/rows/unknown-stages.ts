import { NONE } from '../../model/orders.js';
import type { CodeTranslation } from './code-translation.js';
import type { FieldCells } from './field-cells.js';
import { isUnknownStage } from './row-fill.js';
import { CELL, VALUE_CELL } from './staged-column.js';

/** Marks the rows, of the first `rows`, whose status nobody knows. Most rows say the same as the one before. */
export function markUnknownStages(
  { states, values, present }: FieldCells,
  stage: CodeTranslation,
  rows: number,
  marked: Uint8Array,
): void {
  let last = NONE;
  let isUnknown = false;
  for (let row = 0; present && row < rows; row++) {
    if ((states[row]! & CELL) !== VALUE_CELL) continue;
    const code = values[row]!;
    if (code !== last) isUnknown = isUnknownStage(stage.of(code));
    last = code;
    if (isUnknown) marked[row] = 1;
  }
}
