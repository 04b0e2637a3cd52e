import type { Field } from '../dialect.js';
import { CodeColumn } from './code-column.js';
import { CELL, type StagedColumn, VALUE_CELL } from './staged-column.js';

/** Fields of which all columns of a sheet count, one text below the other: any of them may hold the word looked for. */
export const joinedFields: ReadonlySet<Field> = new Set(['memo']);

/** The texts of several columns in one, each once, in the order of the columns; put together once per combination. */
export class JoinedTexts {
  readonly #known = new Map<string, number>();

  /** The code of the texts of a row; `first`: of the first column that is filled. */
  of(columns: readonly StagedColumn[], row: number, first: number): number {
    let joined = first;
    for (const column of columns) {
      const code = column.values[row]!;
      if (!(column instanceof CodeColumn) || (column.states[row]! & CELL) !== VALUE_CELL || code === first) continue;
      joined = this.#pair(column, joined, code);
    }
    return joined;
  }

  #pair({ texts: dictionary }: CodeColumn, one: number, other: number): number {
    const key = `${one} ${other}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const texts = dictionary.text(one).split('\n');
    const text = dictionary.text(other);
    const code = texts.includes(text) ? one : dictionary.internText(`${dictionary.text(one)}\n${text}`);
    this.#known.set(key, code);
    return code;
  }
}
