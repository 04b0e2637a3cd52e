/** A table every reader must give back: rows of texts, null for an empty cell. */
export interface ContractCase {
  readonly title: string;
  readonly rows: readonly (readonly (string | null)[])[];
}

/** What every reader must survive, whatever the file format. The first row is the header; widths are equal. */
export const contractCases: readonly ContractCase[] = [
  {
    title: 'a shop with one order',
    rows: [
      ['订单编号', '买家会员名'],
      ['1001', 'tb_ann'],
    ],
  },
  {
    title: 'order numbers of nineteen digits keep every digit',
    rows: [
      ['订单编号', '金额'],
      ['3510000000000057912', '201.12'],
      ['0000000000000000001', '0.00'],
    ],
  },
  {
    title: 'names with rare characters, emoji and accents',
    rows: [
      ['买家', '备注'],
      ['㐀𠀀𪚥龴', '🎁 送礼'],
      ['Zoë', '“引号”—破折号'],
      ['＝1', 'e\u0301'],
    ],
  },
  {
    title: 'messages with commas, quotes, semicolons and tabs',
    rows: [
      ['买家', '留言'],
      ['ann', 'a,b;c|d'],
      ['bob', '5" pot'],
      ['cid', '"quoted"'],
      ['dan', '，；'],
    ],
  },
  {
    title: 'a message of several lines',
    rows: [
      ['买家', '留言', '金额'],
      ['ann', 'first\nsecond\nthird', '1'],
      ['bob', 'x', '2'],
    ],
  },
  {
    title: 'headers that are names of object members',
    rows: [
      ['__proto__', 'constructor', 'toString'],
      ['a', 'b', 'c'],
    ],
  },
  {
    title: 'the same header twice and a header without name',
    rows: [
      ['分销员', '分销员', null, '金额'],
      ['a', 'b', 'c', '1'],
    ],
  },
  {
    title: 'empty cells in the middle and at the end',
    rows: [
      ['a', 'b', 'c'],
      ['1', null, '3'],
      ['1', null, null],
      [null, null, '3'],
    ],
  },
  {
    title: 'hostile texts stay texts',
    rows: [
      ['买家', '金额'],
      ['=HYPERLINK("x")', '-2+3'],
      ['<script>', '@SUM(1)'],
      ['a&amp;b', "'x"],
    ],
  },
];
