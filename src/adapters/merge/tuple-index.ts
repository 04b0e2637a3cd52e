const WIDTH = 4;

/**
 * Numbers tuples of up to four whole numbers 0, 1, 2 … in order of first appearance. Open addressing over typed arrays:
 * no object and no string per tuple, so that a million orders can be told apart by platform, shop and number.
 */
export class TupleIndex {
  #size = 0;
  #keys: Float64Array;
  #slots: Int32Array;

  constructor(expected: number) {
    const capacity = Math.max(16, expected);
    this.#keys = new Float64Array(capacity * WIDTH);
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(capacity * 2)));
  }

  /** How many different tuples have been seen. */
  get size(): number {
    return this.#size;
  }

  /** The number of a tuple, a new one if it was not seen before. */
  codeOf(a: number, b: number, c = 0, d = 0): number {
    const mask = this.#slots.length - 1;
    for (let slot = hashOf(a, b, c, d) & mask; ; slot = (slot + 1) & mask) {
      const code = this.#slots[slot]! - 1;
      if (code < 0) return this.#add(slot, a, b, c, d);
      if (this.#holds(code, a, b, c, d)) return code;
    }
  }

  #holds(code: number, a: number, b: number, c: number, d: number): boolean {
    const at = code * WIDTH;
    const keys = this.#keys;
    return keys[at] === a && keys[at + 1] === b && keys[at + 2] === c && keys[at + 3] === d;
  }

  #add(slot: number, a: number, b: number, c: number, d: number): number {
    const code = this.#size++;
    const at = code * WIDTH;
    if (at === this.#keys.length) this.#keys = grown(this.#keys);
    this.#keys[at] = a;
    this.#keys[at + 1] = b;
    this.#keys[at + 2] = c;
    this.#keys[at + 3] = d;
    this.#slots[slot] = code + 1;
    if (this.#size * 2 > this.#slots.length) this.#spread();
    return code;
  }

  #spread(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    const keys = this.#keys;
    for (let code = 0, at = 0; code < this.#size; code++, at += WIDTH) {
      let slot = hashOf(keys[at]!, keys[at + 1]!, keys[at + 2]!, keys[at + 3]!) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = code + 1;
    }
    this.#slots = slots;
  }
}

function grown(keys: Float64Array): Float64Array {
  const larger = new Float64Array(keys.length * 2);
  larger.set(keys);
  return larger;
}

/** Mixes the low and high halves of each number with the multipliers of MurmurHash3. */
function hashOf(a: number, b: number, c: number, d: number): number {
  let hash = mixed(0x9747b28c, a);
  hash = mixed(hash, b);
  hash = mixed(hash, c);
  hash = mixed(hash, d);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

function mixed(hash: number, part: number): number {
  const high = part > 0x7fffffff || part < -0x80000000 ? Math.floor(part / 0x1_0000_0000) : 0;
  const scrambled = Math.imul((part ^ Math.imul(high, 0x9e3779b1)) | 0, 0xcc9e2d51);
  const turned = Math.imul((scrambled << 15) | (scrambled >>> 17), 0x1b873593);
  const next = hash ^ turned;
  return (Math.imul((next << 13) | (next >>> 19), 5) + 0xe6546b64) | 0;
}
