/**
 * Makes the function that is told how many rows a block has and says how many there may be from it on to the sheet's end,
 * by the share of the file (0–1) that all rows so far came from. A guess, for making room.
 */
export function rowsExpected(share: () => number): (rows: number) => number {
  let before = 0;
  return (rows) => {
    const read = share();
    const expected = read > 0 ? (before + rows) / read - before : rows;
    before += rows;
    return expected;
  };
}
