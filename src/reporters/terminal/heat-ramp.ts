/** A background and the text that can be read on it. */
export interface Step<Colour> {
  readonly back: Colour;
  readonly text: Colour;
}

type Ramp<Colour> = readonly Step<Colour>[];

/** A hex colour; a place in the palette of 256. */
interface Ramps {
  readonly true: Ramp<string>;
  readonly palette: Ramp<number>;
}

const steps = <Colour>(backs: readonly Colour[], light: Colour, dark: Colour, firstDark: number, lastDark: number) =>
  backs.map((back, index): Step<Colour> => ({ back, text: index >= firstDark && index <= lastDark ? dark : light }));

const WHITE = '#ffffff';
const INK = '#0b1a18';
/** White and black of the fixed part of the palette: the first sixteen are the terminal's own. */
const PALE = 231;
const BLACK = 16;

/**
 * Six steps of a muted teal, few to many: away from the background of the terminal. Text has a contrast of at least 4.5
 * on every step.
 */
export const heatRamps: Readonly<Record<'dark' | 'light', Ramps>> = {
  dark: {
    true: steps(['#1d2a2c', '#1d3f42', '#1f5755', '#267068', '#45a393', '#7bccb5'], WHITE, INK, 4, 5),
    palette: steps([235, 23, 30, 73, 116, 195], PALE, BLACK, 2, 5),
  },
  light: {
    true: steps(['#eff6f5', '#d8ece8', '#b3dbd4', '#85c5ba', '#4ba498', '#1c6f67'], WHITE, INK, 0, 4),
    palette: steps([195, 152, 115, 73, 30, 23], PALE, BLACK, 0, 4),
  },
};
