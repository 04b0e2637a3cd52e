import { parse } from 'smol-toml';
import { beforeEach, describe, expect, test } from 'vitest';
import { fieldNames } from '../../src/adapters/dialect.js';
import type { CommandWorld } from '../../src/commands/command.js';
import { shapeOf } from '../../src/commands/init/shown-columns.js';
import { init } from '../../src/commands/init.js';
import { memorySource } from '../../src/commands/memory-source.js';
import { columnMap } from '../../src/commands/values.js';
import type { CrmError } from '../../src/errors.js';
import { imported } from '../adapters/csv-import.js';

const own = `编号,会员号,日期时刻,实收,备注
A001,示例甲,2024-01-05 10:00:00,12.50,"x
y"
A002,示例乙,2024-01-06 11:00:00,20.00,
A003,示例甲,2024-02-06 11:00:00,30.00,
`;

/** What was asked and said, and what was written, of one run. */
interface Run {
  readonly asked: { question: string; labels: readonly string[]; initial: string }[];
  readonly saved: Map<string, string>;
  said: string;
}
let run: Run;
beforeEach(() => {
  run = { asked: [], saved: new Map(), said: '' };
});

/** Runs `crm init` with answers instead of a terminal; null: nobody can be asked. An answer left out takes what is marked. */
async function learn(
  text: string,
  answers: readonly (string | null)[] | null,
  options = {},
  there: readonly string[] = [],
) {
  const left = [...(answers ?? [])];
  const world = {
    openInputs: async () => ({ sources: [memorySource('my.csv', [Buffer.from(text)])], passedOver: [] }),
    choose:
      answers === null
        ? null
        : async (question: string, choices: readonly { value: string; label: string }[], initial: string) => {
            run.asked.push({ question, labels: choices.map(({ label }) => label), initial });
            return left.shift() ?? initial;
          },
    tell: (said: string) => {
      run.said += said;
    },
    exists: async (path: string) => there.includes(path),
    save: async (target: string, pieces: Iterable<Uint8Array>) => {
      run.saved.set(target, Buffer.concat([...pieces]).toString());
    },
  } as unknown as CommandWorld;
  const outcome = await init.run({ args: ['my.csv'], options, lang: 'zh', width: 80, world });
  return outcome.kind === 'text' ? outcome.text : '';
}

const refusal = (answer: Promise<unknown>): Promise<CrmError> =>
  answer.then(
    () => Promise.reject(new Error('not refused')),
    (error: CrmError) => error,
  );

describe('a layout that nobody knows', () => {
  test('is asked about where it is unclear, and the config that is written reads it', async () => {
    const said = await learn(own, ['0']);
    expect(run.asked.map(({ question, initial }) => [question, initial])).toEqual([
      ['哪一列是订单号？', '-'],
      ['哪一列是买家？', '1'],
      ['哪一列是付款时间？', '2'],
      ['哪一列是实付？', '3'],
    ]);
    expect(said).toContain('crm analyze my.csv\n');
    const config = parse(run.saved.get('crm.toml') ?? '') as { map: Record<string, string> };
    expect(config).toEqual({ map: { order: '编号', buyer: '会员号', time: '日期时刻', paid: '实收' } });
    const { table } = await imported({ 'my.csv': own }, { map: columnMap.parse(config.map) });
    expect([table.size, table.net.reduce((sum, net) => sum + net)]).toEqual([3, 6250]);
  });

  test('shows the shape of what stands in the columns, the contents only when asked to', async () => {
    await learn(own, []);
    expect(run.said).toContain('会员号    字字字 · 字字字');
    expect(run.said + JSON.stringify(run.asked)).not.toContain('示例');
    run.said = '';
    await learn(own, [], { showValues: true });
    expect(run.said).toContain('示例甲 · 示例乙');
    expect(shapeOf('tb_2024-Ab 示例（甲）')).toBe('xx_9999-xx 字字（字）');
  });

  test('is asked nothing that its header tells', async () => {
    await learn('订单编号,下单时间,实收\n1,2024-01-05,9\n', ['-']);
    expect(run.asked.map(({ question }) => question)).toEqual(['哪一列是买家？', '哪一列是实付？']);
    expect(parse(run.saved.get('crm.toml') ?? '')).toEqual({ map: { paid: '实收' } });
  });

  test('may have no header, or headers that are no use: positions are written, and what was given with flags', async () => {
    await learn('a;2024-01-05;9\nb;2024-01-06;8\n', ['-', '0', '1', '2'], { header: false, delimiter: ';' });
    const config = parse(run.saved.get('crm.toml') ?? '');
    expect(config).toEqual({ delimiter: ';', header: false, map: { buyer: 1, time: 2, paid: 3 } });
    await learn('x,x,2024,钱\n甲,1,2024-01-05,9\n', ['-', '1', '2', '3']);
    expect(parse(run.saved.get('crm.toml') ?? '')).toEqual({ map: { buyer: 2, time: 3, paid: '钱' } });
  });

  test('a config that is there is replaced only when that is said', async () => {
    const kept = await refusal(learn(own, [], {}, ['crm.toml']));
    expect([kept.code, kept.exit, run.saved.size]).toEqual(['init-kept', 2, 0]);
    await learn(own, ['yes'], {}, ['crm.toml']);
    expect([...run.saved.keys()]).toEqual(['crm.toml']);
    expect(await learn(own, [], { write: 'shop.toml' })).toContain('crm analyze my.csv --config shop.toml');
  });

  test('without a terminal the columns and a command to copy are shown, and nothing is written', async () => {
    const error = await refusal(learn(own, null));
    expect([error.code, error.exit]).toEqual(['init-needs-terminal', 2]);
    expect(error.commands).toEqual(['crm analyze my.csv --map buyer=会员号,time=日期时刻,paid=实收']);
    expect(error.details.join('\n')).not.toContain('示例');
    expect(run.saved.size).toBe(0);
  });
});

test('a file that is known needs no config, unless one is asked for', async () => {
  const known = '订单编号,买家会员名,买家实际支付金额,订单付款时间\n1,示例甲,9.00,2024-01-05 10:00:00\n';
  expect(await learn(known, [])).toContain('taobao-orders');
  expect([run.asked, run.saved.size]).toEqual([[], 0]);
  await learn(known, [], { write: 'shop.toml' });
  expect(parse(run.saved.get('shop.toml') ?? 'x')).toEqual({});
});

test('fields are those that --map takes', async () => {
  await learn(own, ['0']);
  const { map } = parse(run.saved.get('crm.toml') ?? '') as { map: Record<string, unknown> };
  for (const field of Object.keys(map)) expect(fieldNames).toContain(field);
});
