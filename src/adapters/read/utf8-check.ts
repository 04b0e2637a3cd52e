import { isUtf8 } from 'node:buffer';
import { countReplacements, cutUtf8 } from './utf8.js';

/** Checks pieces of any size as one UTF-8 text, through the runtime's own check; characters may be cut between pieces. */
export class Utf8Check {
  /** U+FFFD seen. */
  replacements = 0;
  /** Where the first character not checked to the end begins. */
  checked = 0;
  /** A character that was begun and not finished: at most three bytes, a copy. */
  #carry = new Uint8Array(0);

  /** Bytes at the end that begin a character and do not finish it. */
  get cut(): number {
    return this.#carry.length;
  }

  /** Whether all bytes so far are whole characters, but for a beginning of one at the end. */
  take(piece: Uint8Array): boolean {
    const begun = this.#carry.length;
    const rest = this.#finished(piece);
    if (rest === null) return false;
    const cut = cutUtf8(rest);
    const whole = rest.subarray(0, rest.length - cut);
    if (!isUtf8(whole)) return false;
    this.replacements += countReplacements(whole);
    if (cut > 0) this.#carry = new Uint8Array(rest.subarray(rest.length - cut));
    this.checked += begun + piece.length - this.#carry.length;
    return true;
  }

  /** What follows the character that was begun before; null where it is none. */
  #finished(piece: Uint8Array): Uint8Array | null {
    if (this.#carry.length === 0) return piece;
    const width = widthOf(this.#carry[0]!);
    const needed = Math.min(width - this.#carry.length, piece.length);
    const character = Uint8Array.from([...this.#carry, ...piece.subarray(0, needed)]);
    const isWhole = character.length === width;
    this.#carry = isWhole ? new Uint8Array(0) : character;
    if (isWhole ? !isUtf8(character) : cutUtf8(character) !== character.length) return null;
    if (isWhole) this.replacements += countReplacements(character);
    return piece.subarray(needed);
  }
}

/** Bytes of the character that a byte begins. */
function widthOf(lead: number): number {
  return lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
}
