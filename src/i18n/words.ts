/** A text in both languages. A missing translation does not compile. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** The two languages people read results in; Chinese is the default. */
export type Lang = 'zh' | 'en';

/** Values put into the `{name}` places of a text. Numbers are written with thousands separators. */
export type Params = Readonly<Record<string, string | number>>;

/** A text in one language, its `{name}` places filled. A place without a value stays visible. */
export function say(words: Words, lang: Lang, params: Params = {}): string {
  return words[lang].replace(/\{(\w+)\}/g, (place, name: string) => {
    if (!Object.hasOwn(params, name)) return place;
    const value = params[name];
    return typeof value === 'number' ? grouped(value) : String(value);
  });
}

/** A number with thousands separators, the same under every locale of the machine. */
export function grouped(value: number): string {
  const [whole = '', fraction] = String(Math.abs(value)).split('.');
  const sign = value < 0 ? '-' : '';
  const groups = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? `${sign}${groups}` : `${sign}${groups}.${fraction}`;
}
