// What most programs write in a sheet, as the numbers its bytes are when read at once (the first byte is the lowest).
export const SIX: u64 = ((<u64>1) << 48) - 1;
export const ROW: u32 = 0x776f723c; // <row
export const ROW_HEAD: u64 = ((<u64>0x223d7220) << 32) | 0x776f723c; // <row r="
export const ROW_END: u64 = ((<u64>0x3e77) << 32) | 0x6f722f3c; // </row>
export const CELL_HEAD: u64 = ((<u64>0x223d) << 32) | 0x7220633c; // <c r="
export const CELL_END: u32 = 0x3e632f3c; // </c>
export const SHARED_HEAD: u64 = ((<u64>0x3c3e2273) << 32) | 0x223d7420; // ` t="s"><`
export const SHARED_REST: u32 = 0x3e76; // v>
export const NUMBER_HEAD: u32 = 0x3e763c3e; // ><v>
export const FORMULA_HEAD: u32 = 0x663c; // <f
export const FORMULA_END: u32 = 0x3e662f3c; // </f>
export const VALUE_HEAD: u32 = 0x3e763c; // <v>
export const VALUE_END: u64 = ((<u64>0x3e632f3c) << 32) | 0x3e762f3c; // </v></c>
export const ITEM_HEAD: u64 = ((<u64>0x743c) << 32) | 0x3e73693c; // <is><t
export const ITEM_END: u64 = ((<u64>0x3e73692f) << 32) | 0x3c3e742f; // /t></is>
const PRESERVED_1: u64 = ((<u64>0x6170733a) << 32) | 0x6c6d7820; // ` xml:spa`
const PRESERVED_2: u64 = ((<u64>0x73657270) << 32) | 0x223d6563; // `ce="pres`
const PRESERVED_3: u32 = 0x65767265; // `erve`
const QUOTE_AND_END: u32 = 0x3e22; // `">`
export const STYLE: u32 = 0x223d73; // s="
export const TYPE: u32 = 0x223d74; // t="
export const INLINE_1: u64 = ((<u64>0x7453656e) << 32) | 0x696c6e69; // inlineSt
export const INLINE_2: u32 = 0x2272; // `r"`
export const TEXT: u32 = 0x22727473; // `str"`
export const SHARED: u32 = 0x2273; // `s"`
export const NUMBER: u32 = 0x226e; // `n"`
export const TRUTH: u32 = 0x2262; // `b"`
export const ERROR: u32 = 0x2265; // `e"`
export const ITEM_OPEN: u64 = ((<u64>0x743c) << 32) | 0x3e69733c; // <si><t
export const ITEM_SHUT: u64 = ((<u64>0x69732f3c) << 32) | 0x3e742f3c; // </t></si

/** The position after ` xml:space="preserve">`; 0 where something else stands. */
export function preservedEnd(at: usize): usize {
  const stands =
    load<u64>(at) === PRESERVED_1 &&
    load<u64>(at, 8) === PRESERVED_2 &&
    load<u32>(at, 16) === PRESERVED_3 &&
    load<u16>(at, 20) === QUOTE_AND_END;
  return stands ? at + 22 : 0;
}
