/** What the kernel exports; see the doc comments in src/kernel/assembly/. Places are byte offsets in its memory. */
export interface KernelFunctions {
  readonly memory: WebAssembly.Memory;
  passGb18030(from: number, end: number, lineEnd: number, lines: number, count: number): number;
  /** Scans rows of a sheet; why it stopped. `request`: see assembly/sheet-request.ts. */
  scanRows(request: number): number;
  scanItems(job: number, at: number, limit: number): number;
  scanTable(job: number, at: number, limit: number): number;
  judgeItems(at: number, limit: number, blanks: number, room: number): number;
  itemsEnd(): number;
  hashText(from: number, to: number): number;
  scanRecords(job: number, start: number, end: number, room: number): number;
  textCells(job: number, kind: number): number;
  numberCells(job: number, kind: number, unicode: boolean): number;
  amountCells(job: number): number;
  copyTexts(job: number, lent: number, count: number, first: number): void;
  placeCodes(lent: number): void;
  lookUpTexts(job: number, lent: number, count: number): void;
  sortOwners(job: number): void;
  sortValues(job: number): void;
  equalKeys(job: number): number;
  worthOrders(job: number): void;
  countOrders(job: number): void;
  addFacts(job: number): void;
  timeRange(job: number): void;
  dayTally(job: number): void;
  purchases(job: number): void;
  plainNames(offsets: number, count: number, bytes: number, plain: number): void;
  renumber(
    rows: number,
    size: number,
    codeOf: number,
    state: number,
    codes: number,
    most: number,
    into: number,
    things: number,
  ): number;
  overlayCells(states: number, values: number, rows: number, onto: number, into: number, size: number): void;
  markBad(states: number, rows: number, marked: number): void;
  addValues(states: number, rows: number, counts: number): void;
  nextWithoutValue(states: number, row: number, rows: number): number;
  countStates(states: number, from: number, to: number, mask: number, wanted: number): number;
  codesOrNone(states: number, codes: number, rows: number, into: number): void;
  unitsOrNone(states: number, units: number, rows: number, into: number): void;
  minorAmounts(states: number, amounts: number, units: number, rows: number, into: number): number;
  overlayMeanings(
    states: number,
    codes: number,
    row: number,
    end: number,
    meanings: number,
    known: number,
    into: number,
    size: number,
  ): number;
  secondsOf(states: number, stamps: number, rows: number, into: number): void;
  overlayPrecisions(states: number, stamps: number, rows: number, into: number): void;
}

/** The numbers of `ScanJob` in src/kernel/assembly/scan-job.ts, by their place in it. */
export const scanJob = {
  delimiter: 0,
  wanted: 1,
  places: 2,
  stride: 3,
  lines: 4,
  cells: 5,
  filled: 6,
  content: 7,
  doubled: 8,
  mostColumns: 9,
  mostBytes: 10,
  mostLines: 11,
  line: 12,
  next: 13,
} as const;

/** The numbers of `CellJob` in src/kernel/assembly/cell-job.ts, by their place in it. */
export const cellJob = {
  starts: 0,
  ends: 1,
  rows: 2,
  states: 3,
  values: 4,
  textStarts: 5,
  textEnds: 6,
  hashes: 7,
  textRows: 8,
  firstRow: 9,
  codes: 10,
  scratch: 11,
  repeatRows: 12,
  repeatOf: 13,
  repeats: 14,
  recent: 15,
  recentRaw: 16,
  rawStarts: 17,
  rawEnds: 18,
  odd: 19,
  fetched: 20,
  length: 21,
} as const;

/** The numbers of `LentTexts` in src/kernel/assembly/lent-texts.ts, by their place in it. */
export const lentTexts = {
  size: 0,
  bytes: 1,
  offsets: 2,
  hashes: 3,
  table: 4,
  mask: 5,
} as const;

/** The numbers of `ItemJob` in src/kernel/assembly/item-job.ts, by their place in it. */
export const itemJob = {
  index: 0,
  owners: 1,
  owned: 2,
  columns: 3,
  room: 4,
  counts: 5,
  starts: 6,
  ends: 7,
  indexes: 8,
} as const;

/** The numbers of `SortJob` in src/kernel/assembly/sort-job.ts, by their place in it. */
export const sortJob = {
  size: 0,
  keys: 1,
  otherwise: 2,
  owners: 3,
  spareKeys: 4,
  spareOwners: 5,
  counts: 6,
  behind: 7,
} as const;

/** The numbers of `TableJob` in src/kernel/assembly/table-job.ts, by their place in it. */
export const tableJob = { index: 0, spans: 1, blanks: 2, room: 3 } as const;

/** The numbers of `OrderJob` in src/kernel/assembly/order-job.ts, by their place in it. */
export const orderJob = {
  size: 0,
  createdAt: 1,
  paidAt: 2,
  total: 3,
  goods: 4,
  postage: 5,
  discount: 6,
  paid: 7,
  refund: 8,
  gross: 9,
  refunded: 10,
  paidSheet: 11,
  currency: 12,
  day: 13,
  stage: 14,
  closeReason: 15,
  has: 16,
  found: 17,
  lacking: 18,
  uncounted: 19,
  excluded: 20,
  meanings: 21,
  excludePostage: 22,
  keepZero: 23,
  asOf: 24,
  mainCurrency: 25,
  facts: 26,
  evidence: 27,
  firstDay: 28,
  seen: 29,
  lastOn: 30,
} as const;

/** The numbers of `PurchaseJob` in src/kernel/assembly/purchase-job.ts, by their place in it. */
export const purchaseJob = {
  rows: 0,
  size: 1,
  customerOf: 2,
  dayOf: 3,
  netOf: 4,
  unitsOf: 5,
  customers: 6,
  places: 7,
  sorted: 8,
  customer: 9,
  offsets: 10,
  day: 11,
  net: 12,
  orders: 13,
  units: 14,
  found: 15,
  purchases: 16,
} as const;
