/**
 * Numbers things 0, 1, 2 … in the sequence in which they come. Thing of each of `size` rows: `thingOf` of the code in
 * `codes` of the row, −1 for none. Writes to `into` its number, −1 for none, and to `firsts` the thing of each number; how
 * many there are. `table`: a number for each thing, all 0.
 */
export function renumber(
  rows: usize,
  size: i32,
  codes: usize,
  thingOf: usize,
  table: usize,
  into: usize,
  firsts: usize,
): i32 {
  let found = 0;
  for (let at: usize = 0; at < <usize>size; at++) {
    const code = load<i32>(codes + ((<usize>load<i32>(rows + (at << 2))) << 2));
    const thing = code < 0 ? -1 : load<i32>(thingOf + ((<usize>code) << 2));
    let number = 0;
    if (thing >= 0) {
      number = load<i32>(table + ((<usize>thing) << 2));
      if (number === 0) {
        store<i32>(firsts + ((<usize>found) << 2), thing);
        number = ++found;
        store<i32>(table + ((<usize>thing) << 2), number);
      }
    }
    store<i32>(into + (at << 2), number - 1);
  }
  return found;
}
