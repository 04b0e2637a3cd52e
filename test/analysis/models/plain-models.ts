import gammaln from '@stdlib/math-base-special-gammaln';
import type { Row } from '../../../src/analysis/models/rows.js';

/**
 * The models as the papers print them: row by row, nothing collapsed, no derivative, Nelder–Mead from one start. The
 * oracle of the quick ones, and their peer in the benchmark.
 */
export type PlainLikelihood = (parameters: readonly number[], rows: readonly Row[]) => number;

export const plainBgNbd: PlainLikelihood = ([r = 0, alpha = 0, a = 0, b = 0], rows) => {
  let sum = 0;
  for (const { x, tx, T } of rows) {
    const rates = gammaln(r + x) - gammaln(r) + r * Math.log(alpha);
    const stays = betaln(a, b + x) - betaln(a, b);
    const ends = x > 0 ? Math.exp(Math.log(a / (b + x - 1)) - (r + x) * Math.log(alpha + tx)) : 0;
    sum += rates + stays + Math.log(Math.exp(-(r + x) * Math.log(alpha + T)) + ends);
  }
  return sum;
};

export const plainMbgNbd: PlainLikelihood = ([r = 0, alpha = 0, a = 0, b = 0], rows) => {
  let sum = 0;
  for (const { x, tx, T } of rows) {
    const rates = gammaln(r + x) - gammaln(r) + r * Math.log(alpha);
    const stays = betaln(a, b + x + 1) - betaln(a, b);
    const ends = Math.exp(Math.log(a / (b + x)) - (r + x) * Math.log(alpha + tx));
    sum += rates + stays + Math.log(Math.exp(-(r + x) * Math.log(alpha + T)) + ends);
  }
  return sum;
};

/** A₀ as printed, both forms. */
export const plainParetoNbd: PlainLikelihood = ([r = 0, alpha = 0, s = 0, beta = 0], rows) => {
  let sum = 0;
  for (const { x, tx, T } of rows) {
    const n = r + s + x;
    const [most, least, second] = alpha >= beta ? [alpha, beta, s + 1] : [beta, alpha, r + x];
    const part = (t: number) => gauss(n, second, n + 1, (most - least) / (most + t)) / (most + t) ** n;
    const alive = (alpha + T) ** -(r + x) * (beta + T) ** -s;
    const front = gammaln(r + x) - gammaln(r) + r * Math.log(alpha) + s * Math.log(beta);
    sum += front + Math.log(alive + (s / n) * (part(tx) - part(T)));
  }
  return sum;
};

/** Expected purchases as in Fader, Hardie & Lee 2005 eq. 10. */
export function plainExpected(
  [r = 0, alpha = 0, a = 0, b = 0]: readonly number[],
  { x, tx, T }: Row,
  t: number,
): number {
  const z = t / (alpha + T + t);
  const bracket = 1 - ((alpha + T) / (alpha + T + t)) ** (r + x) * gauss(r + x, b + x, a + b + x - 1, z);
  const left = x > 0 ? (a / (b + x - 1)) * ((alpha + T) / (alpha + tx)) ** (r + x) : 0;
  return (((a + b + x - 1) / (a - 1)) * bracket) / (1 + left);
}

/** ₂F₁ by its power series. */
export function gauss(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 0; n < 10_000 && Math.abs(term) > 1e-16 * Math.abs(sum); n++) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    sum += term;
  }
  return sum;
}

/** Maximises over the logarithms of the parameters. */
export function plainFit(
  likelihood: PlainLikelihood,
  rows: readonly Row[],
  start: readonly number[],
): { parameters: readonly number[]; value: number; evaluations: number } {
  let evaluations = 0;
  const cost = (u: readonly number[]) => {
    evaluations++;
    const value = -likelihood(u.map(Math.exp), rows);
    return Number.isFinite(value) ? value : 1e300;
  };
  const found = nelderMead(cost, start.map(Math.log));
  return { parameters: found.at.map(Math.exp), value: -found.cost, evaluations };
}

interface Corner {
  readonly at: readonly number[];
  readonly cost: number;
}

/** Nelder & Mead 1965 with the usual coefficients, until the corners agree to 1e−8 in cost and place. */
function nelderMead(cost: (u: readonly number[]) => number, start: readonly number[]): Corner {
  const corner = (at: readonly number[]): Corner => ({ at, cost: cost(at) });
  let simplex = [corner(start), ...start.map((_, i) => corner(start.map((u, j) => (i === j ? u + 0.5 : u))))];
  for (let step = 0; step < 4000; step++) {
    simplex = simplex.toSorted((one, other) => one.cost - other.cost);
    const best = simplex[0]!;
    const worst = simplex.at(-1)!;
    const wide = Math.max(...simplex.map(({ at }) => Math.max(...at.map((u, i) => Math.abs(u - best.at[i]!)))));
    if (worst.cost - best.cost < 1e-8 && wide < 1e-6) break;
    const others = simplex.slice(0, -1);
    const centre = start.map((_, i) => others.reduce((sum, { at }) => sum + at[i]!, 0) / others.length);
    const along = (by: number) => corner(centre.map((u, i) => u + by * (u - worst.at[i]!)));
    const mirrored = along(1);
    const next = mirrored.cost < best.cost ? better(mirrored, along(2)) : mirrored;
    if (next.cost < simplex.at(-2)!.cost) {
      simplex = [...others, next];
      continue;
    }
    const inner = mirrored.cost < worst.cost ? along(0.5) : along(-0.5);
    if (inner.cost < Math.min(mirrored.cost, worst.cost)) simplex = [...others, inner];
    else simplex = simplex.map((one) => (one === best ? one : corner(one.at.map((u, i) => (u + best.at[i]!) / 2))));
  }
  return simplex[0]!;
}

function better(one: Corner, other: Corner): Corner {
  return other.cost < one.cost ? other : one;
}

function betaln(a: number, b: number): number {
  return gammaln(a) + gammaln(b) - gammaln(a + b);
}
