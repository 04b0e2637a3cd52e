import { Buffer } from 'node:buffer';
import type { AskedTexts, KernelCells } from '../kernel/cells.js';
import { ByteDictionary } from './byte-dictionary.js';
import { hashOf } from './byte-hash.js';
import { viewOf } from './byte-words.js';
import type { ColumnTexts } from './column-texts.js';
import { includePart, type TextPart } from './dictionary-part.js';
import { OpenTexts } from './open-texts.js';
import { copyRepeats, partOf } from './text-batch.js';
import { TextParts } from './text-parts.js';

/** Bytes of texts that wait at most: where every row says the same, waiting would take ever more memory for nothing. */
const MOST_WAITING = 1 << 28;
const encoder = new TextEncoder();
const one = new Int32Array(1);
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * The texts of a column that few runs ask for, such as addresses: looking up each in a dictionary would be a third of the
 * reading. While files are read their bytes are only put one after another, as parts, and each text gets the next number:
 * equal texts may have several. When the column is asked for, all are looked up in the sequence of their numbers, so that
 * `dictionary` and `codesOf` give what looking up each at once would have given: equal texts, equal codes, in the order of
 * first appearance. When that happens changes nothing: it also does where too many bytes wait.
 */
export class LaterTexts implements ColumnTexts {
  readonly #known = new ByteDictionary();
  /** By number: the codes of the texts that were looked up. Those with higher numbers wait. */
  #codes = new Int32Array(0);
  #waiting = new TextParts(0);
  /** Those that came one by one last: their numbers come after all that wait. */
  readonly #open = new OpenTexts();

  constructor(private readonly mostWaiting = MOST_WAITING) {}

  /** The text gets the next number; again the last if it is the same. */
  internLater(bytes: Uint8Array, from: number, to: number, target: Int32Array, row: number): void {
    target[row] = this.#waiting.end + this.#open.add(bytes, from, to);
    if (this.#open.isFull) this.#close();
  }

  /** Each text gets the next number, and one that the kernel has just found the same number. */
  internCells(cells: KernelCells, asked: AskedTexts, target: Int32Array): void {
    this.#close();
    const first = this.#waiting.end;
    const found = cells.bareTexts(asked);
    const copied = cells.copies(found, first);
    if (copied !== null) target.set(copied.numbers, asked.first);
    else {
      for (let at = 0; at < found.count; at++) target[found.rows[at]!] = first + at;
      copyRepeats(found, target);
    }
    this.#wait(copied?.texts ?? partOf(found));
  }

  internText(text: string): number {
    const bytes = encoder.encode(text);
    this.internLater(bytes, 0, bytes.length, one, 0);
    return one[0]!;
  }

  settle(): void {}

  expect(_times: number): void {}

  seal(): void {
    this.#close();
    this.#known.seal();
  }

  text(number: number): string {
    return number < 0 ? '' : this.decode(number);
  }

  decode(number: number): string {
    return decoder.decode(this.bytesOf(number));
  }

  same(one: number, other: number): boolean {
    return one === other || Buffer.compare(this.bytesOf(one), this.bytesOf(other)) === 0;
  }

  hash(number: number): number {
    const bytes = this.bytesOf(number);
    return hashOf(viewOf(bytes), 0, bytes.length);
  }

  /** The distinct texts. */
  get dictionary(): ByteDictionary {
    this.#lookUp();
    return this.#known;
  }

  /** The codes, in the dictionary, of the texts with these numbers; what is below 0 stays. */
  codesOf(numbers: Int32Array): Int32Array {
    this.#lookUp();
    const known = this.#codes;
    const codes = numbers.slice();
    for (let row = 0; row < codes.length; row++) if (codes[row]! >= 0) codes[row] = known[codes[row]!]!;
    return codes;
  }

  /**
   * The texts as plain data, one part after another, which other threads can be given, and the column of numbers as it is
   * for these; neither must be used after that.
   */
  parts(numbers: Int32Array): { readonly numbers: Int32Array; readonly parts: readonly TextPart[] } {
    this.#close();
    if (this.#codes.length === 0) return { numbers, parts: this.#waiting.list };
    return { numbers: this.codesOf(numbers), parts: [this.#known.part()] };
  }

  /** Takes the texts of another, as they are; what is to be added to their numbers. */
  adopt(parts: readonly TextPart[]): number {
    this.#close();
    const first = this.#waiting.end;
    for (const part of parts) this.#wait(part);
    return first;
  }

  #close(): void {
    if (this.#open.size > 0) this.#wait(this.#open.take());
  }

  #wait(part: TextPart): void {
    if (part.size === 0) return;
    this.#waiting.add(part);
    if (this.#waiting.bytes > this.mostWaiting) this.#lookUp();
  }

  /** Looks up what waits; each part is let go of when it is done. */
  #lookUp(): void {
    this.#close();
    const { list, end } = this.#waiting;
    if (list.length === 0) return;
    const codes = new Int32Array(end);
    let at = this.#codes.length;
    codes.set(this.#codes);
    this.#codes = codes;
    this.#waiting = new TextParts(end);
    list.reverse();
    for (let part = list.pop(); part !== undefined; part = list.pop()) {
      this.#known.expect(end / (at + part.size));
      codes.set(includePart(this.#known, part), at);
      at += part.size;
    }
  }

  bytesOf(number: number): Uint8Array {
    this.#close();
    const waits = number >= this.#codes.length;
    return waits ? this.#waiting.bytesOf(number) : this.#known.bytesOf(this.#codes[number]!);
  }
}
