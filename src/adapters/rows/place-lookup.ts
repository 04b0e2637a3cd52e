import { NONE } from '../../model/orders.js';
import { ByteDictionary } from '../../util/byte-dictionary.js';
import { type Place, placeOf } from '../values/address.js';
import { CodeTranslation } from './code-translation.js';
import type { RowDictionaries } from './row-store-builder.js';

/** Codes of province and city. */
export interface PlaceCodes {
  readonly province: number;
  readonly city: number;
}

const WORDS = 3;
const nowhere: PlaceCodes = { province: NONE, city: NONE };

/**
 * Where addresses are. Nearly all differ in the street and agree in their first three words, so those are looked up and
 * understood once; the whole address is only parsed where they hold no province.
 */
export class PlaceLookup {
  readonly #places: PlaceCodes[] = [];
  readonly #prefixes = new ByteDictionary();
  readonly #known = new CodeTranslation(this.#prefixes, (text) => this.#add(placeOf(text)));

  constructor(private readonly texts: RowDictionaries) {}

  /** Of a code of the address dictionary. */
  of(address: number): PlaceCodes {
    const place = this.#known.of(this.texts.address.prefix(address, WORDS, this.#prefixes));
    if (place >= 0) return this.#places[place] ?? nowhere;
    const whole = placeOf(this.texts.address.decode(address));
    return whole.province === '' ? nowhere : this.#codes(whole);
  }

  #add(place: Place): number {
    if (place.province === '') return NONE;
    this.#places.push(this.#codes(place));
    return this.#places.length - 1;
  }

  #codes({ province, city }: Place): PlaceCodes {
    return {
      province: this.texts.province.internText(province),
      city: city === '' ? NONE : this.texts.city.internText(city),
    };
  }
}
