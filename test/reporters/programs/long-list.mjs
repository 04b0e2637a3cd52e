// node long-list.mjs FORMAT ROWS: writes a list of made-up customers and says what came out and how much memory it took.
import { reporters } from '../../../dist/reporters/index.generated.js';

const [format = 'csv', count = '1000'] = process.argv.slice(2);
const units = ['name', 'name', 'date', 'date', 'count', 'count', 'money', 'price', 'days', 'text', 'name', 'name'];
const keys = 'customer name firstDay lastDay purchases orders sales perPurchase recencyDays recencyClass province city';
const table = {
  id: 'customers',
  definition: '',
  window: null,
  columns: keys.split(' ').map((key, at) => ({ key, unit: units[at] })),
  rows: { [Symbol.iterator]: () => rows(Number(count)) },
  view: 'plain',
  notes: [],
};

function* rows(size) {
  for (let at = 0; at < size; at++) {
    const id = `6226${String(at).padStart(15, '0')}`;
    const sales = (at * 7919) % 1_000_000;
    yield [
      id,
      `买家${at}`,
      18_000 + (at % 900),
      19_000 + (at % 700),
      3,
      3,
      sales,
      sales / 3,
      at % 700,
      'hot',
      '浙江',
      '杭州',
    ];
  }
}

const report = {
  command: 'customers',
  asOf: 19_700,
  asOfReason: 'given',
  window: null,
  clock: { zone: 'Asia/Shanghai', source: 'platform' },
  currency: { code: 'CNY', decimals: 2 },
  files: [],
  tables: [table],
  main: 'customers',
  definitions: {},
  findings: [],
  notes: [],
  issues: { count: 0, byProblem: new Map(), first: [] },
  next: [],
  others: [],
};
const style = { lang: 'zh', width: 100, color: 0, light: false, ascii: false, raw: false, bom: false, table: null };
const started = performance.now();
const reporter = await reporters[format].load();
let bytes = 0;
let lines = 0;
let last = '';
let peak = 0;
for await (const piece of reporter.write(report, { ...style, showValues: false })) {
  bytes += Buffer.byteLength(piece);
  if (typeof piece === 'string') {
    for (let at = piece.indexOf('\n'); at !== -1; at = piece.indexOf('\n', at + 1)) lines++;
    last = piece.slice(-400);
  }
  peak = Math.max(peak, process.memoryUsage.rss());
}
const seconds = (performance.now() - started) / 1000;
process.stdout.write(JSON.stringify({ bytes, lines, last: last.trimEnd().split('\n').at(-1), peak, seconds }));
