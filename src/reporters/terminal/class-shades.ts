import type { ChalkInstance } from 'chalk';

/** The recency classes, from the last month to over a year ago. */
export const classNames = ['hot', 'warm', 'sleeping', 'aboutToLeave', 'lost'] as const;
export type ClassName = (typeof classNames)[number];

/** Warm to cold to gone; as text a contrast of at least 4.5 against the usual backgrounds. */
export const classShades: Readonly<Record<'dark' | 'light', Readonly<Record<ClassName, string>>>> = {
  dark: { hot: '#4fd1b5', warm: '#62b6e8', sleeping: '#e0b354', aboutToLeave: '#e8935a', lost: '#ff7b72' },
  light: { hot: '#0b6e63', warm: '#1264a3', sleeping: '#855700', aboutToLeave: '#a14a12', lost: '#b42318' },
};

/** The same with sixteen colours; yellow cannot be read on white. */
export function namedClasses(chalk: ChalkInstance, light: boolean): Readonly<Record<ClassName, ChalkInstance>> {
  return {
    hot: light ? chalk.reset : chalk.green,
    warm: light ? chalk.blue : chalk.cyan,
    sleeping: light ? chalk.reset : chalk.yellow,
    aboutToLeave: chalk.magenta,
    lost: chalk.red,
  };
}

/** Whether a key names a recency class. */
export function isClassName(key: unknown): key is ClassName {
  return classNames.some((name) => name === key);
}
