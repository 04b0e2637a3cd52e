import { NONE } from '../../model/orders.js';
import { tenThousandthsOf } from '../values/money.js';
import type { BlockLoops } from './block-loops.js';
import type { FieldCells } from './field-cells.js';
import { type RowMeanings, UNKNOWN_CURRENCY } from './row-meanings.js';

/** The currency of each row of a block: what its cell says, else that of the sheet. */
export class BlockCurrency {
  /** Code of the currency; UNKNOWN_CURRENCY where the cell says something that is none. */
  readonly codes: Int32Array;
  /** Ten-thousandths in a minor unit of it; of an unknown one as of the sheet's. */
  readonly units: Float64Array;

  constructor(
    readonly cells: FieldCells,
    private readonly meanings: Pick<RowMeanings, 'currency' | 'defaultCurrency' | 'decimals'>,
    loops: BlockLoops,
  ) {
    this.codes = loops.ints().fill(meanings.defaultCurrency);
    this.units = loops.doubles().fill(this.#unitOf(meanings.defaultCurrency));
  }

  /** Looks at the first `rows` rows; those with a currency nobody knows are marked. */
  choose(rows: number, marked: Uint8Array): void {
    const { currency, defaultCurrency } = this.meanings;
    for (let row = 0; this.cells.present && row < rows; row++) {
      const code = this.cells.code(row);
      const known = code === NONE ? defaultCurrency : currency.of(code);
      if (known === UNKNOWN_CURRENCY) marked[row] = 1;
      this.codes[row] = known;
      this.units[row] = this.#unitOf(known === UNKNOWN_CURRENCY ? defaultCurrency : known);
    }
  }

  /** The currency of a row that is counted: never unknown. */
  counted(row: number): number {
    const code = this.codes[row]!;
    return code === UNKNOWN_CURRENCY ? this.meanings.defaultCurrency : code;
  }

  #unitOf(currency: number): number {
    return tenThousandthsOf(this.meanings.decimals(currency));
  }
}
