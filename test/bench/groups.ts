import type { Files } from './data/files.js';
import { canBind, type Meter } from './measure.js';
import { asMuchAs, beyond, heapPerRow, lessThanPeer, memory, type Row } from './row.js';
import { inTurn, type Task } from './task.js';

/** What every group needs of the run. */
export interface Bench {
  readonly files: Files;
  readonly meter: Meter;
  /** Orders of the big files: 1,000,000, or 100,000 in a quick run. */
  readonly big: number;
  readonly runs: number;
  readonly jobs: string;
  readonly crm: string;
  readonly tell: (done: string) => void;
}

/** Processes that are measured in turn, and the rows they give. */
export type Group = (bench: Bench) => Promise<readonly Row[]>;

const job = ({ jobs, runs }: Bench, name: string, path: string, size = 0): Task => ({
  args: [jobs, name, path, String(size)],
  isJob: true,
  runs,
});

const crm = (bench: Bench, args: readonly string[], runs = bench.runs): Task => ({
  args: [bench.crm, ...args],
  isJob: false,
  runs,
});

const oneThread = (rows: string) =>
  named(
    `CSV ${rows} × 37, UTF-8 读成列 / DuckDB，单线程`,
    `CSV ${rows} × 37, UTF-8 into columns / DuckDB, one thread`,
    null,
    null,
  );

const csv: Group = async (bench) => {
  const [utf8, gbk] = [bench.files.csv(bench.big, 'utf-8'), bench.files.csv(bench.big, 'gb18030')];
  const tasks = {
    utf8: job(bench, 'read', utf8),
    duckDb: job(bench, 'duckdb-csv', utf8),
    duckDbOne: job(bench, 'duckdb-csv-one-thread', utf8),
    gbk: job(bench, 'read', gbk),
    csvParse: job(bench, 'csv-parse', utf8),
    csvParseGbk: job(bench, 'csv-parse-gbk', gbk),
  };
  const found = await inTurn(tasks, bench.meter, bench.tell);
  const rows = size(bench.big);
  return [
    lessThanPeer(columnsOf(`CSV ${rows} × 37, UTF-8`, 'csv-parse', 6, 16), found.utf8, found.csvParse),
    lessThanPeer(columnsOf(`CSV ${rows} × 37, GBK`, 'csv-parse', 6, 16), found.gbk, found.csvParseGbk),
    lessThanPeer(columnsOf(`CSV ${rows} × 37, UTF-8`, 'DuckDB', 1, 2), found.utf8, found.duckDb),
    lessThanPeer(oneThread(rows), found.utf8, found.duckDbOne),
    asMuchAs(columnsOf(`CSV ${rows}, GBK`, 'UTF-8', 1.15, 1.05), found.gbk, found.utf8),
  ];
};

const whole: Group = async (bench) => {
  const [utf8, gbk] = [bench.files.csv(bench.big, 'utf-8'), bench.files.csv(bench.big, 'gb18030')];
  const tasks = {
    read: job(bench, 'read', utf8),
    utf8: job(bench, 'import', utf8),
    gbk: job(bench, 'import', gbk),
    analyze: crm(bench, ['analyze', utf8, '--quiet']),
  };
  const found = await inTurn(tasks, bench.meter, bench.tell);
  const rows = size(bench.big);
  return [
    asMuchAs(
      named(`整个导入 / 只读成列，${rows}`, `whole import / only into columns, ${rows}`, null, null),
      found.utf8,
      found.read,
    ),
    asMuchAs(
      named(`整个导入 ${rows}, GBK / UTF-8`, `whole import ${rows}, GBK / UTF-8`, null, null),
      found.gbk,
      found.utf8,
    ),
    asMuchAs(
      named(`crm analyze / 只导入，${rows}`, `crm analyze / import alone, ${rows}`, 1.5, 1.2),
      found.analyze,
      found.utf8,
    ),
  ];
};

const workbooks: Group = async (bench) => {
  const orders = bench.big / 10;
  const [shared, inline] = [bench.files.workbook(orders, 'shared'), bench.files.workbook(orders, 'inline')];
  const tasks = {
    shared: job(bench, 'read', shared),
    sheetJs: job(bench, 'sheetjs', shared),
    inline: job(bench, 'read', inline),
    excelJs: job(bench, 'exceljs', shared),
    sheetJsInline: job(bench, 'sheetjs', inline),
  };
  const found = await inTurn(tasks, bench.meter, bench.tell);
  const rows = size(orders);
  return [
    lessThanPeer(columnsOf(`XLSX ${rows} × 37, shared`, 'SheetJS', 10, 20), found.shared, found.sheetJs),
    lessThanPeer(columnsOf(`XLSX ${rows} × 37, shared`, 'exceljs', 8, 18), found.shared, found.excelJs),
    lessThanPeer(columnsOf(`XLSX ${rows} × 37, inline`, 'SheetJS', 10, 20), found.inline, found.sheetJsInline),
  ];
};

const bigWorkbook: Group = async (bench) => {
  const path = bench.files.workbook(bench.big, 'inline');
  const tasks = {
    read: job(bench, 'read', path),
    inflate: job(bench, 'inflate', path),
    import: job(bench, 'import', path),
  };
  const found = await inTurn(tasks, bench.meter, bench.tell);
  const rows = size(bench.big);
  return [
    asMuchAs(
      named(`XLSX ${rows} 读成列 / 解压加一遍扫描`, `XLSX ${rows} into columns / inflate + one pass`, 3.5, 2),
      found.read,
      found.inflate,
    ),
    memory(named(`XLSX ${rows} 读成列，最大内存`, `XLSX ${rows} into columns, peak memory`, 600, 370), found.read),
    memory(named(`XLSX ${rows} 整个导入，最大内存`, `XLSX ${rows}, whole import, peak memory`, 600, 370), found.import),
  ];
};

const linear: Group = async (bench) => {
  const sizes = [20, 10, 5, 2.5].map((part) => bench.big / part);
  const tasks = sizes.map((orders) => [orders, job(bench, 'import', bench.files.csv(orders, 'utf-8'))] as const);
  const largest = bench.files.csv(sizes.at(-1)!, 'utf-8');
  const found = await inTurn(Object.fromEntries(tasks), bench.meter, bench.tell);
  const steps = sizes.slice(1).map((orders, index) => {
    const title = `${size(sizes[index]!)} → ${size(orders)}`;
    return asMuchAs(named(`导入 ${title}`, `import ${title}`, 2.3, null), found[orders]!, found[sizes[index]!]!);
  });
  const { heap } = await inTurn({ heap: job(bench, 'heap', largest) }, bench.meter, bench.tell);
  const rows = size(sizes.at(-1)!);
  return [
    steps.reduce((worst, step) => ((step.value ?? 0) > (worst.value ?? 0) ? step : worst)),
    heapPerRow(named(`读 ${rows} 行，每行留在堆上`, `reading ${rows}, left on the heap per row`, 4, null), heap),
  ];
};

const start: Group = async (bench) => {
  const workbook = bench.files.workbook(10_000, 'shared');
  const often = 5 * bench.runs;
  const tasks = {
    node: { args: ['--eval', '0'], isJob: false, runs: often },
    help: crm(bench, ['--help'], often),
    commandHelp: crm(bench, ['analyze', '--help'], often),
    workbook: crm(bench, ['analyze', workbook, '--quiet'], often),
  };
  const found = await inTurn(tasks, bench.meter, bench.tell);
  return [
    beyond(
      named('crm analyze，1 万行工作簿，整个进程', 'crm analyze, workbook of 10,000 rows, whole process', 0.25, 0.14),
      found.workbook,
      null,
      'seconds',
    ),
    beyond(
      named('crm --help，比空的 node 多', 'crm --help, beyond an empty node', 25, 9),
      found.help,
      found.node,
      'milliseconds',
    ),
    beyond(
      named('crm analyze --help，比空的 node 多', 'crm analyze --help, beyond an empty node', 90, 40),
      found.commandHelp,
      found.node,
      'milliseconds',
    ),
  ];
};

const cores: Group = async (bench) => {
  const folder = bench.files.csvFolder(20, bench.big / 10);
  const once = Math.min(bench.runs, 3);
  const alone = ['analyze', folder, '--quiet', '--jobs', '1'];
  const tasks = {
    two: crm(bench, ['analyze', folder, '--quiet', '--jobs', '2'], once),
    one: { ...crm(bench, alone, once), onOneCore: true },
    unbound: crm(bench, alone, once),
  };
  const found = await inTurn(tasks, bench.meter, bench.tell);
  const files = `20 × ${size(bench.big / 10)}`;
  const [one, oneZh] = canBind ? ['bound to one', '只用一核'] : ['--jobs 1', '--jobs 1'];
  return [
    asMuchAs(
      named(`${files} 单，两核 / ${oneZh}（钟表时间）`, `${files} orders, two cores / ${one} (clock)`, 0.7, null),
      found.two,
      found.one,
      'wall',
    ),
    asMuchAs(
      named(
        `${files} 单，--jobs 2 / --jobs 1，后者的编译与清理仍用第二核（钟表时间）`,
        `${files} orders, --jobs 2 / --jobs 1, which still compiles and clears up on the second core (clock)`,
        null,
        null,
      ),
      found.two,
      found.unbound,
      'wall',
    ),
  ];
};

const analysis: Group = async (bench) => {
  const orders = bench.big * 10;
  const tasks = { ours: job(bench, 'analysis', '', orders), duckDb: job(bench, 'duckdb-analysis', '', orders) };
  const found = await inTurn(tasks, bench.meter, bench.tell);
  return [
    lessThanPeer(
      named(`分析 ${size(orders)} 单 / DuckDB`, `analysis of ${size(orders)} orders / DuckDB`, 4, 6),
      found.ours,
      found.duckDb,
    ),
  ];
};

const model: Group = async (bench) => {
  const tasks = { ours: job(bench, 'model', '', 23_570), plain: job(bench, 'plain-model', '', 23_570) };
  const found = await inTurn(tasks, bench.meter, bench.tell);
  return [
    lessThanPeer(
      named('BG/NBD 拟合加预测，23,570 位买家 / 逐行写法', 'BG/NBD fit and predict, 23,570 customers / plain', 10, 30),
      found.ours,
      found.plain,
    ),
  ];
};

/** All groups, in the order of the table. */
export const groups: Readonly<Record<string, Group>> = {
  csv,
  whole,
  workbooks,
  bigWorkbook,
  linear,
  start,
  cores,
  analysis,
  model,
};

function columnsOf(what: string, peer: string, must: number, aim: number) {
  return named(`${what} 读成列 / ${peer}`, `${what}, into columns / ${peer}`, must, aim);
}

function named(zh: string, en: string, must: number | null, aim: number | null) {
  return { zh, en, must, aim };
}

function size(orders: number): string {
  return orders.toLocaleString('en-US');
}
