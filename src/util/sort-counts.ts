/** Puts whole numbers from 0 on into order, in place: days, counts. They are counted and not compared; linear. */
export function sortCounts(numbers: Int32Array): Int32Array {
  let highest = 0;
  for (let at = 0; at < numbers.length; at++) highest = Math.max(highest, numbers[at]!);
  const times = new Int32Array(highest + 1);
  for (let at = 0; at < numbers.length; at++) times[numbers[at]!]!++;
  let to = 0;
  for (let number = 0; number <= highest; number++) {
    const from = to;
    to += times[number]!;
    numbers.fill(number, from, to);
  }
  return numbers;
}
