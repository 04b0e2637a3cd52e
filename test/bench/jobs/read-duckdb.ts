import { amounts, checked, header, needed, times } from '../data/layout.js';
import type { Job } from './job.js';
import { type DuckConnection, duckDb, numbers } from './peers.js';

/**
 * DuckDB as it comes, a thread for every core: the needed columns into a table in memory, amounts and times as such, ids
 * without their ="…". The table is what counts; asking it for the sums is not.
 */
export const duckDbCsv: Job = async (path) => tableOf(await duckDb(), path);

/** The same in one thread, which costs it less CPU and more time. */
export const duckDbCsvOneThread: Job = async (path) => {
  const connection = await duckDb();
  await connection.run('SET threads = 1');
  return tableOf(connection, path);
};

async function tableOf(connection: DuckConnection, path: string): ReturnType<Job> {
  const types = header.map((_, column) => `${nameOf(column)}: '${typeOf(column)}'`).join(', ');
  const options = `header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', strict_mode = false, nullstr = ['', 'null']`;
  const wanted = needed.map((column) => `${cleanOf(column)} AS ${nameOf(column)}`).join(', ');
  await connection.run(
    `CREATE TABLE orders AS SELECT ${wanted} FROM read_csv('${path}', ${options}, columns = {${types}})`,
  );
  const { user, system } = process.cpuUsage();
  const [rows = 0, orders = 0, buyers = 0, paid = 0] = await numbers(
    connection,
    `SELECT count(*), count(DISTINCT ${nameOf(checked.order)}), count(DISTINCT nullif(${nameOf(checked.buyer)}, '')),
      CAST(sum(${nameOf(checked.paid)}) * 100 AS BIGINT) FROM orders`,
  );
  return { checksum: { rows, orders, buyers, paid }, cpu: (user + system) / 1e6 };
}

function nameOf(column: number): string {
  return `"${header[column]?.trim()}"`;
}

function typeOf(column: number): string {
  return amounts.includes(column) ? 'DECIMAL(18, 2)' : times.includes(column) ? 'TIMESTAMP' : 'VARCHAR';
}

/** Only the order number is written ="…" among the needed columns. */
function cleanOf(column: number): string {
  const name = nameOf(column);
  return column === checked.order ? `CASE WHEN ${name}[1] = '=' THEN ${name}[3:-2] ELSE ${name} END` : name;
}
