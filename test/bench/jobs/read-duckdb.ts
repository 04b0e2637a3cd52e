import { header, needed } from '../data/layout.js';
import type { Job } from './job.js';
import { duckDb, numbers } from './peers.js';

/** DuckDB: the needed columns into a table in memory, every id without its ="…". */
export const duckDbCsv: Job = async (path) => {
  const connection = await duckDb();
  const wanted = needed.map((column) => `"${header[column]?.trim()}"`).join(', ');
  const options = `header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', strict_mode = false`;
  await connection.run(`CREATE TABLE orders AS SELECT ${wanted} FROM read_csv('${path}', ${options})`);
  const [rows = 0, orders = 0, buyers = 0, paid = 0] = await numbers(
    connection,
    `SELECT count(*), count(DISTINCT "订单编号"), count(DISTINCT nullif("买家会员名", '')),
      sum(CAST(round(CAST("买家实际支付金额" AS DOUBLE) * 100) AS BIGINT)) FROM orders`,
  );
  return { checksum: { rows, orders, buyers, paid } };
};
