import type { Job } from './job.js';

/** Every job by the name the runner calls it; only the code of the one that is called is loaded. */
const jobs: Readonly<Record<string, () => Promise<Job>>> = {
  import: async () => (await import('./import-orders.js')).importJob,
  read: async () => (await import('./read-orders.js')).readJob,
  heap: async () => (await import('./read-orders.js')).heapJob,
  'csv-parse': async () => (await import('./read-csv-parse.js')).csvParseUtf8,
  'csv-parse-gbk': async () => (await import('./read-csv-parse.js')).csvParseGbk,
  'duckdb-csv': async () => (await import('./read-duckdb.js')).duckDbCsv,
  'duckdb-csv-one-thread': async () => (await import('./read-duckdb.js')).duckDbCsvOneThread,
  sheetjs: async () => (await import('./read-sheetjs.js')).sheetJs,
  exceljs: async () => (await import('./read-exceljs.js')).excelJs,
  inflate: async () => (await import('./inflate.js')).inflateOnce,
  analysis: async () => (await import('./analysis.js')).analysisJob,
  'duckdb-analysis': async () => (await import('./analysis-duckdb.js')).duckDbAnalysis,
  model: async () => (await import('./model.js')).modelJob,
  'plain-model': async () => (await import('./model.js')).plainModelJob,
};

const [name = '', path = '', size = '0'] = process.argv.slice(2);
const load = jobs[name];
if (load === undefined) throw new Error(`no job ${name}`);
console.log(JSON.stringify(await (await load())(path, Number(size))));
