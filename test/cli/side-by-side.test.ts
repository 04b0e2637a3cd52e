import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { gb18030Bytes, workbookBytes } from '../adapters/read/write-files.js';
import { answer, crm } from '../crm.js';
import { orderCsv, THREE, tempFolder } from './temp.js';

const BIN = fileURLToPath(new URL('../../bin/crm.js', import.meta.url));
const LONG = process.env['LONG'] !== undefined;
const folder = tempFolder();
const header = ['订单编号', '买家会员名', '买家实际支付金额', '订单状态', '订单付款时间'];
const [first, second, third] = THREE as [(typeof THREE)[number], (typeof THREE)[number], (typeof THREE)[number]];
const unpaid = ['3510000000000000009', '示例丁', 'x', '奇怪的状态', '2024-03-31 23:59:59'] as const;

mkdirSync(join(folder.path, 'exports'));
folder.file('exports/a.csv', orderCsv([first, unpaid]));
folder.file('exports/b.csv', gb18030Bytes(orderCsv([second, first])));
folder.file('exports/c.xlsx', workbookBytes({ a: [header, [...third]] }, 'xlsx'));
folder.file('exports/d.xls', workbookBytes({ a: [header, [...second]], b: [['x'], ['y']] }, 'biff8'));
folder.file('exports/e.csv', orderCsv([first, unpaid]));
folder.file('exports/f.csv', '商品名称,浏览量,访客数\npan,1,2\n');
folder.file('exports/g.csv', '');
const exports = join(folder.path, 'exports');

const run = (args: readonly string[]) => {
  const { exit, stdout, stderr } = crm(args);
  return { exit, stdout: stdout.replaceAll(/ --jobs \d/g, ''), stderr: stderr.replaceAll(/ --jobs \d/g, '') };
};

describe('files read side by side', () => {
  const commands = [
    ['check', exports, '--format', 'json', '--show-values'],
    ['analyze', join(exports, 'a.csv'), join(exports, 'f.csv'), join(exports, 'g.csv')],
    ['analyze', exports, '--strict'],
    ['analyze', exports, '--format', 'table'],
    ['customers', exports, '--format', 'csv'],
    ['analyze', join(exports, 'f.csv'), join(exports, 'g.csv')],
    ['check', exports, '--sheet', 'a', '--format', 'json'],
  ];
  test.each(LONG ? commands : commands.slice(0, 3))(
    'give the same bytes, words and status as one after another: %s',
    (...args) => {
      expect(run([...args, '--jobs', '3'])).toEqual(run([...args, '--jobs', '1']));
    },
  );

  test.skipIf(process.platform === 'win32')('need few open files', () => {
    const limited = spawnSync('sh', ['-c', `ulimit -n 32; "$0" "$@"`, process.execPath, BIN, 'analyze', exports], {
      encoding: 'utf8',
    });
    expect(limited).toMatchObject({ status: 0, stdout: run(['analyze', exports]).stdout });
  });

  test('a number that is none is refused', () => {
    expect(crm(['analyze', exports, '--jobs', '0'])).toMatchObject({ exit: 2, stdout: '' });
  });
});

describe('large files', () => {
  const large = join(folder.path, 'large');
  mkdirSync(large);
  const rows = Array.from({ length: 40_000 }, (_, at): (typeof THREE)[number] => {
    const number = String(3_510_000_000_000_000_000n + BigInt(at));
    return [number, `示例${at % 9000}`, '10.00', '交易成功', `2024-0${1 + (at % 9)}-05 10:00:00`];
  });
  for (let part = 0; part < 4; part++) {
    folder.file(join('large', `${part}.csv`), orderCsv(rows.slice(part * 9000, part * 9000 + 13_000)));
  }

  test('give what one file of all their orders gives', () => {
    const all = folder.file('all.csv', orderCsv(rows));
    const tables = (args: readonly string[]) =>
      (answer(args).document['tables'] as readonly { id: string }[]).filter(({ id }) => id !== 'reconciliation');
    expect(tables(['analyze', large, '--jobs', '2'])).toEqual(tables(['analyze', all]));
  });

  test.skipIf(process.platform === 'win32')('are let go of at once when the run is interrupted', async () => {
    for (const [signal, status] of [
      ['SIGINT', 130],
      ['SIGTERM', 143],
    ] as const) {
      const child = spawn(process.execPath, [BIN, 'analyze', large, '--jobs', '2'], {
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let said = '';
      child.stderr.on('data', (text: Buffer) => {
        said += text.toString();
      });
      await pause(350);
      child.kill(signal);
      const [code] = (await once(child, 'close')) as [number | null];
      // Null: it came before the program listened; 0: after the end of the work.
      expect([null, 0, status]).toContain(code);
      expect(said).toBe('');
    }
  });

  test('that grow while they are read end the run with 7', async () => {
    const growing = join(large, '3.csv');
    const before = readFileSync(growing);
    const child = spawn(process.execPath, [BIN, 'analyze', large, '--jobs', '2'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const ended = once(child, 'close') as Promise<[number | null]>;
    let code: number | null | undefined;
    void ended.then(([status]) => {
      code = status;
    });
    while (code === undefined) {
      appendFileSync(growing, '\r\n');
      await pause(5);
    }
    folder.file(join('large', '3.csv'), before);
    expect(code).toBe(7);
  });
});
