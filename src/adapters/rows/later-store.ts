import { NONE } from '../../model/orders.js';
import { joined, madeLater, once } from '../../util/later.js';
import { AddressPlaces, AS_ADDRESS } from './place-lookup.js';
import { finished, type MadeLater, type RowColumns } from './row-columns.js';
import { contentHash, placedHash } from './row-hash.js';
import type { RowDictionaries } from './row-store-builder.js';
import type { RowSheet, RowStore, RowTexts } from './rows.js';

/**
 * The row store made of filled columns. Receivers and addresses are looked up, and provinces and cities told from
 * addresses, when the column or its texts are first asked for: most runs never do.
 */
export function laterStore(
  columns: RowColumns,
  size: number,
  sheets: readonly RowSheet[],
  texts: RowDictionaries,
): RowStore {
  const own = (name: MadeLater, blank: number) =>
    columns[name].length > 0 ? columns[name].subarray(0, size) : new Int32Array(size).fill(blank);
  const codes = {
    receiver: once(() => texts.receiver.codesOf(own('receiver', NONE))),
    address: once(() => texts.address.codesOf(own('address', NONE))),
  };
  const places = once(() => new AddressPlaces(texts.address.dictionary, texts));
  const told = {
    province: once(() => places().provinces(own('province', AS_ADDRESS), codes.address())),
    city: once(() => places().cities(own('city', AS_ADDRESS), codes.address())),
  };
  const rest = { ...finished(columns, size), size, sheets };
  const hashed = joined(
    rest,
    madeLater({ receiver: () => own('receiver', NONE), address: () => own('address', NONE), ...told }),
  );
  const hashOf = (row: number) => placedHash(contentHash(hashed, texts, row), rest.place[row]!);
  return joined({ ...rest, hashOf, texts: storeTexts(texts, places) }, madeLater({ ...codes, ...told }));
}

/** The dictionaries; those of places hold what the addresses name. */
function storeTexts(texts: RowDictionaries, places: () => AddressPlaces): RowTexts {
  const named = (name: 'province' | 'city') => () => {
    places();
    return texts[name];
  };
  const { receiver, address, province: _, city: __, ...rest } = texts;
  return joined(
    rest,
    madeLater({
      receiver: () => receiver.dictionary,
      address: () => address.dictionary,
      province: named('province'),
      city: named('city'),
    }),
  );
}
