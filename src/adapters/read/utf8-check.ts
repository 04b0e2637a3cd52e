import { isUtf8 } from 'node:buffer';
import { countReplacements, cutUtf8 } from './utf8.js';

/** Checks pieces of any size as one UTF-8 text, through the runtime's own check; characters may be cut between pieces. */
export class Utf8Check {
  /** U+FFFD seen. */
  replacements = 0;
  /** Bytes before the piece that comes next. */
  #offset = 0;
  #carry: Uint8Array = new Uint8Array(0);

  /** Bytes at the end that begin a character and do not finish it. */
  get cut(): number {
    return this.#carry.length;
  }

  /** Where the first character not checked to the end begins. */
  get checked(): number {
    return this.#offset - this.#carry.length;
  }

  /** Whether all bytes so far are whole characters, but for a beginning of one at the end. */
  take(piece: Uint8Array): boolean {
    const joined = this.#carry.length === 0 ? piece : Buffer.concat([this.#carry, piece]);
    const cut = cutUtf8(joined);
    const whole = joined.subarray(0, joined.length - cut);
    if (!isUtf8(whole)) return false;
    this.replacements += countReplacements(whole);
    this.#carry = joined.subarray(joined.length - cut);
    this.#offset += piece.length;
    return true;
  }
}
