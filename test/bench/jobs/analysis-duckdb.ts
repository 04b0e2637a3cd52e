import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PieceWriter } from '../data/piece-writer.js';
import { purchases } from '../data/purchases.js';
import { type Job, timed } from './job.js';
import { duckDb, numbers } from './peers.js';

const VISITS = `CREATE TABLE visits AS SELECT customer, day, sum(net) AS net, count(*) AS orders,
  min(day) OVER (PARTITION BY customer) AS first,
  day - lag(day) OVER (PARTITION BY customer ORDER BY day) AS gap FROM orders GROUP BY customer, day`;

const COHORTS = `SELECT date_trunc('month', DATE '1970-01-01' + first::INT) AS cohort,
  date_diff('month', DATE '1970-01-01' + first::INT, DATE '1970-01-01' + day::INT) AS period,
  count(DISTINCT customer), sum(net) FROM visits GROUP BY cohort, period ORDER BY cohort, period`;

const GAPS = `SELECT count(gap), quantile_cont(gap, [0.1, 0.25, 0.5, 0.75, 0.9]) FROM visits WHERE gap IS NOT NULL`;

/** The same questions as SQL: purchases by customer and day, totals, cohorts by month, gaps. */
export const duckDbAnalysis: Job = async (_, size) => {
  const connection = await duckDb();
  const path = ordersFile(size);
  await connection.run(`CREATE TABLE orders AS SELECT * FROM read_csv('${path}',
    columns = {'customer': 'INTEGER', 'day': 'INTEGER', 'net': 'BIGINT'})`);
  rmSync(join(path, '..'), { recursive: true });
  const { answer, cpu } = await timed(async () => {
    await connection.run(VISITS);
    const totals = await numbers(
      connection,
      `SELECT count(*), sum(times), sum(CASE WHEN times > 1 THEN 1 ELSE 0 END), sum(net)
        FROM (SELECT count(*) AS times, sum(net) AS net FROM visits GROUP BY customer)`,
    );
    for (const query of [COHORTS, GAPS]) await connection.runAndReadAll(query);
    return totals;
  });
  const [customers = 0, visits = 0, repeaters = 0, net = 0] = answer;
  return { checksum: { customers, purchases: visits, repeaters, net }, cpu };
};

function ordersFile(size: number): string {
  const path = join(mkdtempSync(join(tmpdir(), 'huitouke-bench-')), 'orders.csv');
  const file = new PieceWriter(path);
  const { day, customer, net } = purchases(size);
  let text = 'customer,day,net\n';
  for (let order = 0; order < size; order++) {
    text += `${customer[order]},${day[order]},${net[order]}\n`;
    if (text.length < 1 << 20 && order < size - 1) continue;
    file.write(Buffer.from(text));
    text = '';
  }
  file.close();
  return path;
}
