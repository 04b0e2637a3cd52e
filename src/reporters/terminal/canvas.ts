import type { Lang } from '../../i18n/words.js';
import type { Cell, Currency, Report, Unit, Window } from '../../model/report.js';
import { cut } from '../../util/width.js';
import { periodOf } from '../about.js';
import { columnTexts, NOTHING } from '../format.js';
import type { KeyPlace } from '../labels.js';
import type { Style } from '../reporter.js';
import { type Paint, paintFor } from './paint.js';

/** What a part of the page needs to know to be drawn. */
export interface Canvas {
  readonly lang: Lang;
  /** Columns a line may take. */
  readonly width: number;
  readonly currency: Currency;
  /** The days the page says it is about; a table repeats its own only where they differ. */
  readonly period: Window | null;
  readonly paint: Paint;
  readonly showValues: boolean;
  readonly ascii: boolean;
  /** Drawn once for each column of a bar. */
  readonly bar: string;
}

const NARROWEST = 20;

/** The canvas of a style. Narrower screens than 20 columns get 20. */
export function canvasFor(style: Style, report: Report): Canvas {
  return {
    lang: style.lang,
    width: Math.max(NARROWEST, Math.floor(style.width)),
    currency: report.currency,
    period: periodOf(report),
    paint: paintFor(style),
    showValues: style.showValues,
    ascii: style.ascii,
    bar: style.ascii ? '#' : '█',
  };
}

/** A cell as it is shown here. */
export function shown(canvas: Canvas, cell: Cell, unit: Unit, place?: KeyPlace): string {
  return shownColumn(canvas, [cell], unit, place)[0] ?? '';
}

/** More of a text is never measured: no line of a screen holds it. */
const LONGEST = 1000;

function shortened(cell: Cell): Cell {
  return typeof cell === 'string' && cell.length > LONGEST ? `${cell.slice(0, LONGEST)}…` : cell;
}

/** The cells of a column as they are shown here. */
export function shownColumn(canvas: Canvas, cells: readonly Cell[], unit: Unit, place?: KeyPlace): readonly string[] {
  const texts = columnTexts(cells.map(shortened), unit, canvas.lang, canvas.currency, place);
  return canvas.ascii ? texts.map((text) => (text === NOTHING ? '-' : text)) : texts;
}

/** A text cut to a width with this canvas's mark. */
export function clipped(canvas: Canvas, text: string, width: number): string {
  return cut(text, width, canvas.ascii ? '..' : '…');
}
