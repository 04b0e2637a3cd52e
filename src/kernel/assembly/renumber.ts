/** Stands for no thing, among numbers of things. */
const NOTHING: i32 = i32.MAX_VALUE;

/**
 * As `renumbered` of util/renumbered.ts, for `size` rows: their numbers to `into`, the thing of each number to `things`;
 * how many there are. `state`: the thing of each of `codes` codes, and room for all things.
 */
export function renumber(
  rows: usize,
  size: i32,
  codeOf: usize,
  state: usize,
  codes: i32,
  most: i32,
  into: usize,
  things: usize,
): i32 {
  for (let code: usize = 0; code < <usize>codes; code++) {
    if (load<i32>(state + (code << 2)) < 0) store<i32>(state + (code << 2), NOTHING);
  }
  for (let thing: usize = <usize>codes; thing < <usize>most; thing++) store<i32>(state + (thing << 2), <i32>thing);
  let found = 0;
  for (let at: usize = 0; at < <usize>size; at++) {
    const code = load<i32>(codeOf + ((<usize>load<i32>(rows + (at << 2))) << 2));
    let known = code < 0 ? NOTHING : load<i32>(state + ((<usize>code) << 2));
    if (known >= 0 && known !== NOTHING) {
      const thing = known;
      known = load<i32>(state + ((<usize>thing) << 2));
      if (known >= 0) {
        store<i32>(things + ((<usize>found) << 2), thing);
        known = ~found++;
        store<i32>(state + ((<usize>thing) << 2), known);
      }
      store<i32>(state + ((<usize>code) << 2), known);
    }
    store<i32>(into + (at << 2), known === NOTHING ? -1 : ~known);
  }
  return found;
}
