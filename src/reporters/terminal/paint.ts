import { Chalk, type ChalkInstance, type ColorSupportLevel } from 'chalk';
import type { Style } from '../reporter.js';
import { type ClassName, classNames, classShades, namedClasses } from './class-shades.js';
import { heatRamps } from './heat-ramp.js';

export type Painter = (text: string) => string;

/** The few colours of the page; all leave the text alone where there is no colour. */
export interface Paint {
  /** Titles. */
  readonly strong: Painter;
  /** Whatever only explains: labels, captions, notes. */
  readonly quiet: Painter;
  /** Key figures. */
  readonly figure: Painter;
  readonly bar: Painter;
  readonly warning: Painter;
  readonly error: Painter;
  /** Steps of a heat map, few to many; none below 256 colours, where numbers stand alone. */
  readonly heat: readonly Painter[];
  /** Customers by how long ago they last bought. */
  readonly classes: Readonly<Record<ClassName, Painter>>;
}

/** Contrast against the usual backgrounds: ≥ 4.5 for text. */
const shades = {
  dark: { quiet: '#8f8f8f', figure: '#4fd1b5', bar: '#2fa392', warning: '#e0b354', error: '#ff7b72' },
  light: { quiet: '#666666', figure: '#0b6e63', bar: '#2b8a7e', warning: '#855700', error: '#b42318' },
} as const;

/** Colours for the depth and background of the terminal: shades from 256 colours up, names at 16, nothing at 0. */
export function paintFor({ color, light }: Pick<Style, 'color' | 'light'>): Paint {
  const level: ColorSupportLevel = color;
  const chalk: ChalkInstance = new Chalk({ level });
  const ground = light ? 'light' : 'dark';
  const styles = level < 2 ? named(chalk, light) : shaded(chalk, shades[ground]);
  const classes = level < 2 ? namedClasses(chalk, light) : shadedClasses(chalk, ground);
  return {
    strong: painter(chalk.bold),
    quiet: painter(styles.quiet),
    figure: painter(styles.figure),
    bar: painter(styles.bar),
    warning: painter(styles.warning),
    error: painter(styles.error),
    heat: heatOf(chalk, color, ground),
    classes: Object.fromEntries(classNames.map((name) => [name, painter(classes[name])])) as Paint['classes'],
  };
}

function painter(style: ChalkInstance): Painter {
  return (text) => style(text);
}

function heatOf(chalk: ChalkInstance, color: Style['color'], ground: 'dark' | 'light'): readonly Painter[] {
  if (color < 2) return [];
  const ramps = heatRamps[ground];
  return color === 3
    ? ramps.true.map(({ back, text }) => painter(chalk.bgHex(back).hex(text)))
    : ramps.palette.map(({ back, text }) => painter(chalk.bgAnsi256(back).ansi256(text)));
}

function shadedClasses(chalk: ChalkInstance, ground: 'dark' | 'light'): Readonly<Record<ClassName, ChalkInstance>> {
  const hues = classShades[ground];
  return {
    hot: chalk.hex(hues.hot),
    warm: chalk.hex(hues.warm),
    sleeping: chalk.hex(hues.sleeping),
    aboutToLeave: chalk.hex(hues.aboutToLeave),
    lost: chalk.hex(hues.lost),
  };
}

type Styles = Readonly<Record<'quiet' | 'figure' | 'bar' | 'warning' | 'error', ChalkInstance>>;

function shaded(chalk: ChalkInstance, shade: (typeof shades)['dark' | 'light']): Styles {
  return {
    quiet: chalk.hex(shade.quiet),
    figure: chalk.bold.hex(shade.figure),
    bar: chalk.hex(shade.bar),
    warning: chalk.hex(shade.warning),
    error: chalk.bold.hex(shade.error),
  };
}

/** Sixteen colours: yellow and bright cyan cannot be read on white. */
function named(chalk: ChalkInstance, light: boolean): Styles {
  return {
    quiet: chalk.gray,
    figure: light ? chalk.bold : chalk.bold.cyan,
    bar: chalk.cyan,
    warning: light ? chalk.bold : chalk.yellow,
    error: chalk.bold.red,
  };
}
