import { NONE } from '../../model/orders.js';
import { joined, madeLater, once } from '../../util/later.js';
import type { LaterTexts } from '../../util/later-texts.js';
import { AddressPlaces, AS_ADDRESS } from './place-lookup.js';
import { finished, type MadeLater, type RowColumns } from './row-columns.js';
import { contentHash, placedHash } from './row-hash.js';
import type { RowDictionaries } from './row-store-builder.js';
import type { RowSheet, RowStore, RowTexts } from './rows.js';

/**
 * The row store made of filled columns. Receivers and addresses are looked up, and provinces and cities told from
 * addresses, when the column or its texts are first asked for: most runs never do. What makes a column later holds no
 * other column, as they last to the end of the run: so each maker is made by a function of its own.
 */
export function laterStore(
  columns: RowColumns,
  size: number,
  sheets: readonly RowSheet[],
  texts: RowDictionaries,
): RowStore {
  const receiver = ownColumn(columns, 'receiver', size, NONE);
  const address = ownColumn(columns, 'address', size, NONE);
  const codes = { receiver: codesLater(texts.receiver, receiver), address: codesLater(texts.address, address) };
  const places = placesLater(texts);
  const told = {
    province: toldLater('provinces', ownColumn(columns, 'province', size, AS_ADDRESS), codes.address, places),
    city: toldLater('cities', ownColumn(columns, 'city', size, AS_ADDRESS), codes.address, places),
  };
  const rest = { ...finished(columns, size), size, sheets };
  const hashOf = hashes(joined(rest, madeLater({ receiver, address, ...told })), texts);
  return joined({ ...rest, hashOf, texts: storeTexts(texts, places) }, madeLater({ ...codes, ...told }));
}

/** A column as it was filled; `blank` everywhere if it was not. */
function ownColumn(columns: RowColumns, name: MadeLater, size: number, blank: number): () => Int32Array {
  if (columns[name].length === 0) return blankLater(size, blank);
  return filledLater(columns[name].subarray(0, size));
}

function blankLater(size: number, blank: number): () => Int32Array {
  return once(() => new Int32Array(size).fill(blank));
}

function filledLater(column: Int32Array): () => Int32Array {
  return () => column;
}

function codesLater(texts: LaterTexts, numbers: () => Int32Array): () => Int32Array {
  return once(() => texts.codesOf(numbers()));
}

function placesLater(texts: RowDictionaries): () => AddressPlaces {
  return once(() => new AddressPlaces(texts.address.dictionary, texts));
}

function toldLater(
  what: 'provinces' | 'cities',
  own: () => Int32Array,
  addresses: () => Int32Array,
  places: () => AddressPlaces,
): () => Int32Array {
  return once(() => places()[what](own(), addresses()));
}

function hashes(columns: RowColumns, texts: RowDictionaries): RowStore['hashOf'] {
  return (row) => placedHash(contentHash(columns, texts, row), columns.place[row]!);
}

/** The dictionaries; those of places hold what the addresses name. */
function storeTexts(texts: RowDictionaries, places: () => AddressPlaces): RowTexts {
  const named = (name: 'province' | 'city') => () => {
    places();
    return texts[name];
  };
  const { receiver, address, province: _, city: __, ...rest } = texts;
  const later = { receiver: () => receiver.dictionary, address: () => address.dictionary };
  return joined(rest, madeLater({ ...later, province: named('province'), city: named('city') }));
}
