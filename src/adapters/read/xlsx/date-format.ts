/** Built-in formats that show a date or a time; 27–36 and 50–58 do in the Chinese, Japanese and Korean editions. */
export function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** Parts of a format that show no date whatever letters they hold: quoted and escaped text, brackets, digits, General. */
const passed =
  /"[^"]*(?:"|$)|[\\_][\s\S]?|\[[^\]]*(?:\]|$)|[.0#](?:[0#?.,E+%-]|\\-(?=[0#]))*|\*[\s\S]?|\d+|General|GENERAL|general/g;

/**
 * Whether a number format of the book's own shows a date or a time: it holds a letter of one outside quotes, escapes
 * and brackets, or an elapsed time in brackets (`[h]`). Digits take the `E` of `0.00E+00` with them. ECMA-376 18.8.31.
 */
export function isDateFormat(code: string): boolean {
  let elapsed = false;
  const letters = code.replace(passed, (part) => {
    elapsed ||= /^\[(?:h+|m+|s+)\]$/i.test(part);
    return '\0';
  });
  return elapsed || /[ymdhsegb]|a\/p|am\/pm|上午\/下午/i.test(letters);
}
