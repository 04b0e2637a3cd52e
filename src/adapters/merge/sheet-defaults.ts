import { type Dictionary, NONE } from '../../model/orders.js';
import { isConstant } from '../../util/is-constant.js';

/** A column of codes with the texts they stand for. */
export interface CodedTexts {
  readonly codes: Int32Array;
  readonly texts: Dictionary;
}

/**
 * A column in which every row that names nothing takes what its sheet's dialect says (platform, currency). Equal texts
 * get equal codes, whether a cell or the dialect said them. A column that comes out as it went in is not copied.
 */
export function withSheetDefault(
  codes: Int32Array,
  texts: Dictionary,
  sheet: Int32Array,
  defaults: readonly string[],
): CodedTexts {
  const known = new Map<string, number>();
  const numbered = (text: string): number => {
    const code = known.get(text) ?? known.size;
    known.set(text, code);
    return code;
  };
  const ofSheet = Int32Array.from(defaults, numbered);
  const only = onlyCode(codes);
  if (only !== null && (only !== NONE || known.size === 1)) {
    const number = only === NONE ? 0 : numbered(texts.text(only));
    const same = number === only ? codes : new Int32Array(codes.length).fill(number);
    return { codes: same, texts: dictionaryOf([...known.keys()]) };
  }
  const ofText = new Int32Array(texts.size).fill(NONE);
  const result = new Int32Array(codes.length);
  let isSame = true;
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (code !== NONE && ofText[code] === NONE) ofText[code] = numbered(texts.text(code));
    const number = code === NONE ? ofSheet[sheet[row]!]! : ofText[code]!;
    result[row] = number;
    if (number !== code) isSame = false;
  }
  return { codes: isSame ? codes : result, texts: dictionaryOf([...known.keys()]) };
}

/** The code that stands in every row; null where there are several, or no rows. */
function onlyCode(codes: Int32Array): number | null {
  return codes.length > 0 && isConstant(codes) ? codes[0]! : null;
}

/** A dictionary over texts that are already there. */
export function dictionaryOf(texts: readonly string[]): Dictionary {
  return { size: texts.length, text: (code) => texts[code] ?? '' };
}
