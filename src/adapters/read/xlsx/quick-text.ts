import { marks, standsForItself } from './cell-text.js';

const LESS = 60;
const GREATER = 62;
const BLANK = 32;
/** What most programs write behind `<t`. */
const PRESERVED = Uint8Array.from('xml:space="preserve">', (character) => character.charCodeAt(0));

/** Where the characters of a text begin, `at` standing behind `<t`; 0 where its tag is written unlike most. */
export function textStart(bytes: Uint8Array, at: number): number {
  if (bytes[at] === GREATER) return at + 1;
  if (bytes[at] !== BLANK) return 0;
  for (let index = 0; index < PRESERVED.length; index++) if (bytes[at + 1 + index] !== PRESERVED[index]) return 0;
  return at + 1 + PRESERVED.length;
}

/**
 * The position of the `<` that ends the characters at `from`; its negative where not every character stands for itself;
 * 0 where none comes before `end`.
 */
export function textEnd(bytes: Uint8Array, from: number, end: number): number {
  let literal = true;
  for (let to = from; ; to++) {
    while (marks[bytes[to]!] === 0) to++;
    if (to >= end) return 0;
    if (bytes[to] === LESS) return literal ? to : -to;
    if (literal) literal = standsForItself(bytes, to);
  }
}
