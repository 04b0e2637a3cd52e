/** In so few codes the engine's own search is quicker than looking at each, as long as it seldom stops. */
const FEW = 1 << 17;
const SELDOM = 32;

/** The places where a code stands in a column, in ascending order. */
export function placesOf(codes: Int32Array, code: number): Int32Array {
  const places = new Int32Array(codes.length);
  const most = codes.length > FEW ? 0 : Math.ceil(codes.length / SELDOM);
  let count = 0;
  let at = codes.indexOf(code);
  while (at >= 0 && count < most) {
    places[count++] = at;
    at = codes.indexOf(code, at + 1);
  }
  if (at >= 0) for (; at < codes.length; at++) if (codes[at] === code) places[count++] = at;
  return places.subarray(0, count);
}
