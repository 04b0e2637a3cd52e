/** What a result is shown on. */
export interface Terminal {
  /** Columns. */
  readonly width: number;
  /** 0 none, 1 basic, 2 256 colours, 3 truecolor. */
  readonly color: ColorDepth;
  /** Whether the background is light. */
  readonly light: boolean;
}

export type ColorDepth = 0 | 1 | 2 | 3;

/** `--color`. */
export type ColorChoice = 'always' | 'never' | 'auto';

/** What is asked of a stream. */
export interface TerminalStream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

const narrowest = 20;
const widest = 500;

/** Width, colour and background of a stream; stdout and stderr are asked each for itself. */
export function terminalOf(stream: TerminalStream, env: Environment, choice: ColorChoice = 'auto'): Terminal {
  return { width: widthOf(stream, env), color: colorOf(stream, env, choice), light: isLight(env) };
}

/** The stream's own columns, else COLUMNS, else 80 on a terminal and 100 on a pipe; at least 20. */
function widthOf(stream: TerminalStream, env: Environment): number {
  const columns = sane(stream.isTTY ? stream.columns : undefined) ?? sane(Number(env['COLUMNS']));
  return Math.min(widest, Math.max(narrowest, columns ?? (stream.isTTY ? 80 : 100)));
}

function sane(columns: number | undefined): number | null {
  return columns !== undefined && Number.isInteger(columns) && columns > 0 ? columns : null;
}

/** `--color` > NO_COLOR (not empty) > FORCE_COLOR > not a terminal or TERM=dumb: none > what the terminal can. */
function colorOf(stream: TerminalStream, env: Environment, choice: ColorChoice): ColorDepth {
  if (choice === 'never') return 0;
  if (choice === 'always') return atLeastBasic(depthOf(env));
  if (env['NO_COLOR']) return 0;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forcedDepth(forced, env);
  return stream.isTTY ? depthOf(env) : 0;
}

/** FORCE_COLOR: 0 or false none, 1–3 that depth, anything else what the terminal can but at least basic. */
function forcedDepth(forced: string, env: Environment): ColorDepth {
  if (forced === '0' || forced === 'false') return 0;
  if (forced === '1' || forced === '2' || forced === '3') return Number(forced) as ColorDepth;
  return atLeastBasic(depthOf(env));
}

function atLeastBasic(depth: ColorDepth): ColorDepth {
  return depth === 0 ? 1 : depth;
}

function depthOf(env: Environment): ColorDepth {
  const term = env['TERM'] ?? '';
  if (term === 'dumb') return 0;
  if (/^(truecolor|24bit)$/i.test(env['COLORTERM'] ?? '') || /-(direct|truecolor)$/.test(term)) return 3;
  if (env['WT_SESSION'] || env['OS'] === 'Windows_NT') return 3;
  if (/-?256(color)?$/i.test(term)) return 2;
  return /^(screen|tmux|xterm|vt\d|rxvt|linux|cygwin)|color|ansi/i.test(term) || env['COLORTERM'] ? 1 : 0;
}

/** CRM_THEME, else the background in COLORFGBG (`15;0`: the last number; 7 and 9–15 are light), else dark. */
function isLight(env: Environment): boolean {
  const theme = env['CRM_THEME'];
  if (theme === 'light' || theme === 'dark') return theme === 'light';
  const background = /(?:^|;)(\d+)$/.exec(env['COLORFGBG'] ?? '')?.[1];
  return background !== undefined && (background === '7' || (Number(background) >= 9 && Number(background) <= 15));
}
