// The kernel's functions, compiled by AssemblyScript: see ../kernel.ts. Places are byte offsets in the kernel's memory.
export { amountCells } from './amounts';
export { addValues, countStates, markBad, nextWithoutValue } from './cell-states';
export {
  codesOrNone,
  minorAmounts,
  overlayCells,
  overlayMeanings,
  overlayPrecisions,
  secondsOf,
  unitsOrNone,
} from './cell-values';
export { copyTexts } from './copies';
export { passGb18030 } from './gb18030';
export { hashText } from './hash';
export { itemsEnd, judgeItems, scanItems, scanTable } from './items';
export { lookUpTexts, placeCodes } from './lookup';
export { plainNames } from './names';
export { numberCells } from './numbers';
export { countOrders } from './order-counting';
export { dayTally, timeRange } from './order-days';
export { addFacts } from './order-facts';
export { worthOrders } from './order-worth';
export { purchases } from './purchases';
export { scanRecords } from './records';
export { renumber } from './renumber';
export { scanRows } from './sheet-rows';
export { equalKeys, sortOwners, sortValues } from './sort';
export { textCells } from './texts';
