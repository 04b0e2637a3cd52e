import { NONE } from '../../model/orders.js';
import { ByteDictionary } from '../../util/byte-dictionary.js';
import { resizedTo } from '../../util/resized-to.js';
import { type Place, placeOf } from '../values/address.js';
import { CodeTranslation } from './code-translation.js';
import type { FieldCells } from './field-cells.js';
import type { RowColumns } from './row-columns.js';
import type { RowRun } from './row-fill.js';
import type { RowDictionaries } from './row-store-builder.js';
import { CELL, VALUE_CELL } from './staged-column.js';

/** Codes of province and city. */
interface PlaceCodes {
  readonly province: number;
  readonly city: number;
}

const WORDS = 3;
const NOWHERE = 0;

/**
 * Where addresses are. Each address is looked at once. Nearly all differ in the street and agree in their first three
 * words, so those are looked up and understood once; the whole address is only parsed where they hold no province.
 */
export class PlaceLookup {
  readonly #places: PlaceCodes[] = [{ province: NONE, city: NONE }];
  /** Index of each place, by its two codes. */
  readonly #indexes = new Map<string, number>();
  readonly #prefixes = new ByteDictionary();
  readonly #known = new CodeTranslation(this.#prefixes, (text) => this.#add(placeOf(text)));
  /** By code of the address: 1 + index of its place, 0 = not looked at yet. */
  #ofAddress = new Uint16Array(64);
  /** The first address that was not there when this was made, or looked at. */
  #next: number;

  constructor(private readonly texts: RowDictionaries) {
    this.#next = texts.address.size;
  }

  /** Fills province and city of a run of rows. */
  fill({ from, to, target }: RowRun, { states, values }: FieldCells, { province, city }: RowColumns): void {
    this.#lookAtNew();
    for (let row = from, at = target; row < to; row++, at++) {
      const place = this.#places[(states[row]! & CELL) === VALUE_CELL ? this.#of(values[row]!) : NOWHERE]!;
      province[at] = place.province;
      city[at] = place.city;
    }
  }

  /** Looks at all addresses that are new. */
  #lookAtNew(): void {
    const { address } = this.texts;
    if (this.#next === address.size) return;
    this.#room(address.size);
    address.eachPrefix(this.#next, WORDS, this.#prefixes, (code, prefix) => this.#look(code, prefix));
    this.#next = address.size;
  }

  #room(addresses: number): void {
    const { length } = this.#ofAddress;
    if (addresses > length) this.#ofAddress = resizedTo(this.#ofAddress, Math.max(addresses, length * 2), Uint16Array);
  }

  /** Index of the place of an address. */
  #of(address: number): number {
    this.#room(address + 1);
    const known = this.#ofAddress[address]!;
    return known !== 0 ? known - 1 : this.#look(address, this.texts.address.prefix(address, WORDS, this.#prefixes));
  }

  /** The same of one that was not looked at yet; `prefix`: its first words. */
  #look(address: number, prefix: number): number {
    const beginning = this.#known.of(prefix);
    const place = beginning === NOWHERE ? this.#add(placeOf(this.texts.address.decode(address))) : beginning;
    if (place < 0xffff) this.#ofAddress[address] = place + 1;
    return place;
  }

  #add({ province, city }: Place): number {
    if (province === '') return NOWHERE;
    const codes = {
      province: this.texts.province.internText(province),
      city: city === '' ? NONE : this.texts.city.internText(city),
    };
    const key = `${codes.province} ${codes.city}`;
    const known = this.#indexes.get(key);
    if (known !== undefined) return known;
    this.#indexes.set(key, this.#places.length);
    return this.#places.push(codes) - 1;
  }
}
