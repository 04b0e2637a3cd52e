import type { Dialect, Field } from '../dialect.js';
import type { BlockLoops } from './block-loops.js';
import { FieldCells } from './field-cells.js';
import type { StagedColumn } from './staged-column.js';

/** The cells of all fields of a sheet. */
export class SheetCells {
  readonly list: readonly FieldCells[];
  readonly #byField: ReadonlyMap<Field, FieldCells>;

  constructor(
    byField: ReadonlyMap<Field, readonly StagedColumn[]>,
    private readonly where: string,
    specs: Dialect['fields'],
    private readonly loops: BlockLoops,
  ) {
    this.list = [...byField].map(
      ([field, columns]) =>
        new FieldCells(field, columns, where, loops, specs[field]?.adds === true && columns.length > 1),
    );
    this.#byField = new Map(this.list.map((cells) => [cells.field, cells]));
  }

  /** Looks at a block; see `FieldCells.choose`. */
  choose(rows: number, marked: Uint8Array): void {
    for (const cells of this.list) cells.choose(rows, marked);
  }

  /** The cells of a field; of one the sheet does not have all are blank. */
  of(field: Field): FieldCells {
    return this.#byField.get(field) ?? new FieldCells(field, [], this.where, this.loops);
  }

  /** The cells of those of the fields that the sheet has, each with what belongs to it. */
  each<T>(pairs: readonly (readonly [Field, T])[]): readonly { readonly cells: FieldCells; readonly to: T }[] {
    return pairs.map(([field, to]) => ({ cells: this.of(field), to })).filter(({ cells }) => cells.present);
  }
}
