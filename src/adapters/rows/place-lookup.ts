import { NONE } from '../../model/orders.js';
import { ByteDictionary } from '../../util/byte-dictionary.js';
import { type Place, placeOf } from '../values/address.js';
import { CodeTranslation } from './code-translation.js';

/** In a column of provinces or cities while files are read: the row itself says nothing, only its address may. */
export const AS_ADDRESS = -2;

/** In such a column: what the address says or, where it says nothing, this code. */
export function unlessAddressed(code: number): number {
  return AS_ADDRESS - 1 - code;
}

/** Such a column with other codes in place of its own. */
export function withCodes(own: Int32Array, codes: Int32Array): Int32Array {
  return own.map((code) => (code >= 0 ? codes[code]! : code < AS_ADDRESS ? unlessAddressed(codes[bare(code)]!) : code));
}

/** The code that was given to `unlessAddressed`. */
function bare(code: number): number {
  return AS_ADDRESS - 1 - code;
}

const WORDS = 3;
const NOWHERE = 0;

/** Places as codes of two dictionaries. */
export interface PlaceTexts {
  readonly province: ByteDictionary;
  readonly city: ByteDictionary;
}

/**
 * Where the addresses of a dictionary are. Each is looked at once. Nearly all differ in the street and agree in their
 * first three words, so those are looked up and understood once; the whole address is only parsed where they hold no
 * province.
 */
export class AddressPlaces {
  readonly #province: number[] = [NONE];
  readonly #city: number[] = [NONE];
  /** Index of each place, by its two codes. */
  readonly #indexes = new Map<string, number>();
  /** By address: index of its place. */
  readonly #of: Int32Array;

  constructor(
    addresses: ByteDictionary,
    private readonly texts: PlaceTexts,
  ) {
    this.#of = new Int32Array(addresses.size);
    const prefixes = new ByteDictionary();
    const known = new CodeTranslation(prefixes, (text) => this.#add(placeOf(text)));
    addresses.eachPrefix(WORDS, prefixes, (address, prefix) => {
      const beginning = known.of(prefix);
      this.#of[address] = beginning === NOWHERE ? this.#add(placeOf(addresses.decode(address))) : beginning;
    });
  }

  /** A column of provinces where the addresses have their say. */
  provinces(own: Int32Array, addresses: Int32Array): Int32Array {
    return this.#told(this.#province, own, addresses);
  }

  /** A column of cities where the addresses have their say. */
  cities(own: Int32Array, addresses: Int32Array): Int32Array {
    return this.#told(this.#city, own, addresses);
  }

  #told(ofPlace: readonly number[], own: Int32Array, addresses: Int32Array): Int32Array {
    const told = own.slice();
    for (let row = 0; row < told.length; row++) {
      if (own[row]! > AS_ADDRESS) continue;
      const address = addresses[row]!;
      const code = address < 0 ? NONE : ofPlace[this.#of[address]!]!;
      told[row] = code !== NONE || own[row] === AS_ADDRESS ? code : bare(own[row]!);
    }
    return told;
  }

  #add({ province, city }: Place): number {
    if (province === '') return NOWHERE;
    const codes = [
      this.texts.province.internText(province),
      city === '' ? NONE : this.texts.city.internText(city),
    ] as const;
    const key = codes.join(' ');
    const known = this.#indexes.get(key);
    if (known !== undefined) return known;
    this.#indexes.set(key, this.#province.length);
    this.#city.push(codes[1]);
    return this.#province.push(codes[0]) - 1;
  }
}
