/** States of cells, as in adapters/rows/staged-column.ts; ODD: for a closer look without the kernel. */
export const BLANK: i32 = 0;
export const VALUE: i32 = 1;
export const ROUNDED: i32 = 32;
export const ODD: i32 = 128;
