import { cleanup } from './cleanup.js';
import type { Say } from './stderr.js';

/** A line on the terminal that says how far the work is. */
export interface Progress {
  /** What to show from now on, sanitised by the caller; drawn at the next redraw. */
  show(text: string): void;
  /** Erases the line until there is something new to show: for a question. */
  pause(): void;
  /** Erases the line; the cursor is visible again. Harmless when called twice. */
  done(): void;
}

/** When progress is shown and through what; timers are handed in for tests. */
export interface ProgressOptions {
  readonly isTTY: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly quiet: boolean;
  readonly width: number;
  readonly say: Say;
  /** Calls after so many milliseconds; the answer stops it. */
  readonly after?: (milliseconds: number, call: () => void) => () => void;
}

const firstAfter = 300;
const redrawAfter = 80;
const hideCursor = '\u001b[?25l';
const showCursor = '\u001b[?25h';
const eraseLine = '\r\u001b[2K';

/** Progress on standard error: none on pipes, on dumb terminals, in CI or when quiet, and none for short work. */
export function startProgress(options: ProgressOptions): Progress {
  const { isTTY, env, quiet } = options;
  const none = () => undefined;
  if (!isTTY || quiet || env['CI'] || env['TERM'] === 'dumb') return { show: none, pause: none, done: none };
  return new DrawnProgress(options);
}

class DrawnProgress implements Progress {
  private text = '';
  private drawn: string | null = null;
  private paused = false;
  private stop: () => void;
  private readonly after: NonNullable<ProgressOptions['after']>;
  private forget: () => void = () => undefined;

  constructor(private readonly options: ProgressOptions) {
    this.after = options.after ?? realTimer;
    this.stop = this.after(firstAfter, () => this.draw());
  }

  show(text: string): void {
    this.text = text;
    if (!this.paused) return;
    this.paused = false;
    this.stop = this.after(firstAfter, () => this.draw());
  }

  pause(): void {
    this.done();
    this.paused = true;
  }

  done(): void {
    this.stop();
    this.forget();
    if (this.drawn !== null) this.options.say(`${eraseLine}${showCursor}`);
    this.drawn = null;
  }

  private draw(): void {
    const first = this.drawn === null;
    if (first) this.forget = cleanup.add(() => this.done());
    if (this.text !== this.drawn)
      this.options.say((first ? hideCursor : '') + eraseLine + cut(this.text, this.options.width - 1));
    this.drawn = this.text;
    this.stop = this.after(redrawAfter, () => this.draw());
  }
}

/** Every character that is not ASCII counts as two columns: never too long, whatever the terminal takes it for. */
function cut(text: string, columns: number): string {
  let room = columns;
  let kept = '';
  for (const character of text) {
    room -= character <= '\u007e' ? 1 : 2;
    if (room < 0) break;
    kept += character;
  }
  return kept;
}

function realTimer(milliseconds: number, call: () => void): () => void {
  const timer = setTimeout(call, milliseconds);
  timer.unref();
  return () => clearTimeout(timer);
}
