import { ByteArena } from './byte-arena.js';
import { CodeSlots } from './code-slots.js';

/** From so many texts on room is made for as many as are expected; before, it costs little to make it several times. */
const LARGE = 1 << 16;
/** Room is made for so many times the texts there are. A wild guess must not take all memory. */
const LEAST_GROWTH = 2;
const MOST_GROWTH = 32;

/** Distinct texts by their bytes, numbered from 0 in the order of first appearance. */
export class TextIndex {
  readonly texts = new ByteArena();
  readonly slots: CodeSlots;
  #growth = LEAST_GROWTH;
  /** How often it was lent to the kernel. */
  lendings = 0;
  /** Means nothing: keeps memory that is fetched ahead from being optimised away. */
  touched = 0;

  /** Room for `expected` texts. */
  constructor(expected: number) {
    this.slots = new CodeSlots(expected);
  }

  /** The code of these bytes, whose hash is known; −1 if they were never seen. */
  find(hash: number, view: DataView, from: number, to: number): number {
    this.room(0, 0);
    const entry = this.slots.table[this.#slotOf(hash, view, from, to)]!;
    return (entry & this.slots.mask) - 1;
  }

  /** The code of these bytes, whose hash is known, a new one if they were never seen. */
  codeOf(hash: number, view: DataView, from: number, to: number): number {
    this.room(1, to - from);
    return this.#code(hash, view, from, to);
  }

  /** Says that there may come to be `times` as many texts as there are. */
  expect(times: number): void {
    this.#growth = times > LEAST_GROWTH ? Math.min(times, MOST_GROWTH) : LEAST_GROWTH;
  }

  /** Lets go of what only new texts need; looking one up brings it back. */
  seal(): void {
    this.slots.release();
  }

  /** Makes room for so many more texts with so many bytes. */
  room(texts: number, bytes: number): void {
    if (this.blankRoom(texts, bytes)) this.slots.put(this.texts.size);
  }

  /** The same; whether the table is a new one, into which the codes must still be put. */
  blankRoom(texts: number, bytes: number): boolean {
    const { size } = this.texts;
    const growth = size < LARGE ? LEAST_GROWTH : this.#growth;
    this.texts.room(texts, bytes, growth);
    return this.slots.room(size + texts, size, growth);
  }

  #code(hash: number, view: DataView, from: number, to: number): number {
    const slot = this.#slotOf(hash, view, from, to);
    const entry = this.slots.table[slot]!;
    if (entry !== 0) return (entry & this.slots.mask) - 1;
    const code = this.texts.add(view, from, to);
    this.slots.take(slot, hash, code);
    return code;
  }

  /** The slot where these bytes stand, or the free one where they belong. */
  #slotOf(hash: number, view: DataView, from: number, to: number): number {
    const { table, mask } = this.slots;
    let slot = hash & mask;
    for (let entry = table[slot]!; entry !== 0; entry = table[slot]!) {
      if (((entry ^ hash) & ~mask) === 0 && this.texts.is((entry & mask) - 1, view, from, to)) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
