import { widthOf } from '../../util/width.js';
import { GAP } from './grid.js';

/** A column of texts that is to find room on the screen. */
export interface Lane {
  readonly key: string;
  readonly label: string;
  readonly align: 'left' | 'right';
  readonly cells: readonly string[];
  /** Whether its cells may be cut: texts may, numbers never. */
  readonly flexible: boolean;
  /** The higher, the sooner it is left out. The first lane always stays. */
  readonly rank: number;
}

/** A lane that got room. */
export interface FittedLane extends Lane {
  readonly width: number;
}

const SMALLEST = 10;

/**
 * Which lanes fit and how wide they are. Texts give way first (down to 10 columns), then lanes are left out by rank;
 * what then remains goes back to the texts from left to right. A lone lane is cut to the screen.
 */
export function fitted(
  lanes: readonly Lane[],
  width: number,
): { readonly lanes: readonly FittedLane[]; readonly hidden: readonly Lane[] } {
  let kept = [...lanes];
  while (kept.length > 1 && total(kept.map(least)) > width) kept = kept.filter((lane) => lane !== firstToGo(kept));
  const widths = kept.map(least);
  let spare = width - total(widths);
  for (const [index, lane] of kept.entries()) {
    const wish = Math.min(Math.max(0, spare), natural(lane) - widths[index]!);
    widths[index]! += wish;
    spare -= wish;
  }
  return {
    lanes: kept.map((lane, index) => ({ ...lane, width: Math.min(widths[index]!, width) })),
    hidden: lanes.filter((lane) => !kept.includes(lane)),
  };
}

/** Columns that lanes of these widths take together. */
export function total(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0) + Math.max(0, widths.length - 1) * GAP.length;
}

function natural(lane: Lane): number {
  return Math.max(widthOf(lane.label), ...lane.cells.map(widthOf));
}

function least(lane: Lane): number {
  return lane.flexible ? Math.min(SMALLEST, natural(lane)) : natural(lane);
}

/** Of equal rank the last one goes first. */
function firstToGo(lanes: readonly Lane[]): Lane | undefined {
  let worst: Lane | undefined;
  for (const lane of lanes.slice(1)) if (worst === undefined || lane.rank >= worst.rank) worst = lane;
  return worst;
}
