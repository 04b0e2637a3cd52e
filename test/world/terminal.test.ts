import { describe, expect, test } from 'vitest';
import { type ColorChoice, terminalOf } from '../../src/world/terminal.js';

const tty = { isTTY: true, columns: 132 };
const pipe = {};
const rich = { TERM: 'xterm-256color', COLORTERM: 'truecolor' };

describe('colour', () => {
  test.each<[string, { isTTY?: boolean }, Record<string, string>, ColorChoice, number]>([
    ['a terminal gets what it can', tty, rich, 'auto', 3],
    ['a terminal of 256 colours', tty, { TERM: 'xterm-256color' }, 'auto', 2],
    ['a plain terminal', tty, { TERM: 'xterm' }, 'auto', 1],
    ['the Linux console', tty, { TERM: 'linux' }, 'auto', 1],
    ['a multiplexer', tty, { TERM: 'tmux-256color' }, 'auto', 2],
    ['24 bit by another word', tty, { TERM: 'xterm', COLORTERM: '24bit' }, 'auto', 3],
    ['the terminal of Windows', tty, { WT_SESSION: 'x' }, 'auto', 3],
    ['the console of Windows', tty, { OS: 'Windows_NT' }, 'auto', 3],
    ['no TERM', tty, {}, 'auto', 0],
    ['an unknown TERM', tty, { TERM: 'printer' }, 'auto', 0],
    ['TERM=dumb', tty, { TERM: 'dumb', COLORTERM: 'truecolor' }, 'auto', 0],
    ['a pipe gets none', pipe, rich, 'auto', 0],
    ['a file gets none', { isTTY: false }, rich, 'auto', 0],
    ['NO_COLOR', tty, { ...rich, NO_COLOR: '1' }, 'auto', 0],
    ['NO_COLOR=0 is not empty', tty, { ...rich, NO_COLOR: '0' }, 'auto', 0],
    ['an empty NO_COLOR says nothing', tty, { ...rich, NO_COLOR: '' }, 'auto', 3],
    ['NO_COLOR goes before FORCE_COLOR', tty, { ...rich, NO_COLOR: '1', FORCE_COLOR: '3' }, 'auto', 0],
    ['FORCE_COLOR on a pipe', pipe, { FORCE_COLOR: '2' }, 'auto', 2],
    ['FORCE_COLOR=true on a pipe without TERM', pipe, { FORCE_COLOR: 'true' }, 'auto', 1],
    ['an empty FORCE_COLOR on a pipe of a rich terminal', pipe, { ...rich, FORCE_COLOR: '' }, 'auto', 3],
    ['FORCE_COLOR=0', tty, { ...rich, FORCE_COLOR: '0' }, 'auto', 0],
    ['FORCE_COLOR=false', tty, { ...rich, FORCE_COLOR: 'false' }, 'auto', 0],
    ['--color never', tty, { ...rich, FORCE_COLOR: '3' }, 'never', 0],
    ['--color always on a pipe', pipe, rich, 'always', 3],
    ['--color always goes before NO_COLOR', pipe, { NO_COLOR: '1' }, 'always', 1],
    ['--color always on a dumb terminal', tty, { TERM: 'dumb' }, 'always', 1],
  ])('%s', (_, stream, env, choice, depth) => {
    expect(terminalOf(stream, env, choice).color).toBe(depth);
  });
});

describe('width', () => {
  test.each<[string, object, Record<string, string>, number]>([
    ['a terminal knows its own', tty, { COLUMNS: '60' }, 132],
    ['a terminal that does not', { isTTY: true }, { COLUMNS: '60' }, 60],
    ['a terminal that says 0', { isTTY: true, columns: 0 }, {}, 80],
    ['a pipe', pipe, {}, 100],
    ['a pipe with COLUMNS', pipe, { COLUMNS: '120' }, 120],
    ['COLUMNS=20', pipe, { COLUMNS: '20' }, 20],
    ['too narrow', { isTTY: true, columns: 5 }, {}, 20],
    ['too wide', pipe, { COLUMNS: '1000000' }, 500],
    ['COLUMNS that are no number', pipe, { COLUMNS: 'wide' }, 100],
    ['COLUMNS that are empty, negative or broken', pipe, { COLUMNS: '-3' }, 100],
    ['a file keeps no columns of a terminal', { isTTY: false, columns: 132 }, {}, 100],
  ])('%s', (_, stream, env, width) => {
    expect(terminalOf(stream, env).width).toBe(width);
  });
});

describe('background', () => {
  test.each<[Record<string, string>, boolean]>([
    [{}, false],
    [{ COLORFGBG: '15;0' }, false],
    [{ COLORFGBG: '0;15' }, true],
    [{ COLORFGBG: '0;default;15' }, true],
    [{ COLORFGBG: '0;7' }, true],
    [{ COLORFGBG: '12;8' }, false],
    [{ COLORFGBG: '0;default' }, false],
    [{ COLORFGBG: '0;15', CRM_THEME: 'dark' }, false],
    [{ CRM_THEME: 'light' }, true],
    [{ CRM_THEME: 'pink', COLORFGBG: '0;15' }, true],
  ])('%o', (env, light) => {
    expect(terminalOf(tty, env).light).toBe(light);
  });
});
