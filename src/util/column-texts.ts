import type { AskedTexts, KernelCells } from '../kernel/cells.js';

/**
 * Takes the texts of a column while files are read and gives each a number: a dictionary, whose numbers are codes (equal
 * texts have equal ones), or `LaterTexts`, which does not look at them before somebody asks.
 */
export interface ColumnTexts {
  /** Takes the texts that the kernel finds in a column of cells; their numbers go to the rows of `target` from `first` on. */
  internCells(cells: KernelCells, asked: AskedTexts, target: Int32Array): void;
  /** The number of these bytes goes to `target[row]`, at once or with the next `settle`. */
  internLater(bytes: Uint8Array, from: number, to: number, target: Int32Array, row: number): void;
  /** Makes all numbers final. */
  settle(): void;
  /** The number of a text, at once. */
  internText(text: string): number;
  text(number: number): string;
  /** As `text`, without keeping the string: for texts that are looked at once. */
  decode(number: number): string;
  /** The bytes of a text, not to be written to. */
  bytesOf(number: number): Uint8Array;
  /** Whether two numbers stand for equal texts. */
  same(one: number, other: number): boolean;
  /** Hash of the bytes of a text; see `hashOf`. */
  hash(number: number): number;
  /** Says that there may come to be `times` as many texts as there are. */
  expect(times: number): void;
  /** Lets go of what only new texts need. */
  seal(): void;
}
