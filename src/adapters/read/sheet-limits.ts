/** Most columns and rows a sheet of any kind may have: what a workbook can hold. */
export const MAX_COLUMNS = 16_384;
export const MAX_ROWS = 1_048_576;
