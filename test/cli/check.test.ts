import { describe, expect, test } from 'vitest';
import { answer, crm } from '../crm.js';
import { tempFolder } from './temp.js';

const folder = tempFolder();
const header = '订单编号,买家会员名,总金额,买家实际支付金额,退款金额,订单状态,订单创建时间,订单付款时间,联系手机';
const day = (at: number) =>
  `20${22 + Math.floor(at / 336)}-${String(1 + (Math.floor(at / 28) % 12)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`;
const order = (
  at: number,
  more: { buyer?: string; paid?: string; total?: string; status?: string; time?: string } = {},
) => {
  const {
    buyer = `示例${at % 50}`,
    paid = '20.00',
    total = paid,
    status = '交易成功',
    time = `${day(at)} 10:00:00`,
  } = more;
  return `${3510000000000000000n + BigInt(at)},${buyer},${total},${paid},0,${status},${time},${time},`;
};
const days = Array.from({ length: 500 }, (_, at) => at);
const file = (name: string, rows: readonly string[]) => folder.file(name, `${[header, ...rows].join('\n')}\n`);
const clean = file(
  'clean.csv',
  days.map((at) => order(at)),
);

/** Ids of the verdict, the sentence first. */
function findings(...args: string[]): readonly string[] {
  const { document } = answer(['check', ...args]);
  return (document['findings'] as readonly { id: string }[]).map(({ id }) => id);
}

describe('the verdict of crm check', () => {
  test('a whole, clean history can be believed', () => {
    expect(findings(clean)).toEqual(['check-says-yes']);
    const { stdout, stderr } = crm(['check', clean]);
    expect(stdout.split('\n').slice(3, 5)).toEqual([
      '能不能信',
      '  可以信：500 行全部读懂，500 单有效，从行到买家逐级相加，分毫不差。',
    ]);
    expect(stderr).toBe('');
  });
  test('a few rows that were not understood are named with their places and what to do', () => {
    const some = file(
      'some.csv',
      days.map((at) => order(at, at === 7 ? { paid: '12块' } : {})),
    );
    expect(findings(some)).toEqual(['check-says-mostly', 'check-rejected']);
    const { stdout } = crm(['check', some, '--lang', 'en']);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('Most often (1): the amount cannot be read; some.csv 9.');
    expect(crm(['check', some]).stdout).toMatch(/怎么办：在原表里改正后再读/);
  });
  test('many of them make the numbers wrong', () => {
    const many = file(
      'many.csv',
      days.map((at) => order(at, at % 10 === 7 ? { time: 'soon' } : {})),
    );
    expect(findings(many)[0]).toBe('check-says-no');
  });
  test('without buyers sales can be believed, and nothing is said of new customers', () => {
    const masked = file(
      'masked.csv',
      days.slice(0, 100).map((at) => order(at, { buyer: 't**1' })),
    );
    expect(findings(masked)).toEqual(['check-says-sales', 'check-no-buyers']);
  });
  test('a missing export, a short history, doubtful totals, unknown statuses and contradictions', () => {
    const gap = file(
      'gap.csv',
      days.filter((at) => at < 100 || at > 140).map((at) => order(at)),
    );
    expect(findings(gap)).toEqual(['check-says-mostly', 'check-missing-days']);
    const short = file(
      'short.csv',
      days.slice(0, 100).map((at) => order(at)),
    );
    expect(findings(short)).toEqual(['check-says-mostly', 'check-short-history']);
    const totals = file(
      'totals.csv',
      days.map((at) => order(at, at % 10 === 0 ? { total: '99' } : {})),
    );
    expect(findings(totals)).toEqual(['check-says-no', 'check-totals']);
    const status = file(
      'status.csv',
      days.map((at) => order(at, at === 3 ? { status: '等待火星' } : {})),
    );
    expect(findings(status)).toEqual(['check-says-mostly', 'check-unknown-status']);
    const other = file('other.csv', [order(5, { paid: '30.00' })]);
    expect(findings(clean, other)).toEqual(['check-says-mostly', 'check-conflicts']);
  });
  test('no order that counts, and no order at all', () => {
    const unpaid = file('unpaid.csv', [order(1, { status: '等待买家付款' })]);
    expect(findings(unpaid)).toEqual(['check-says-no', 'check-no-orders']);
    expect(findings(file('empty.csv', []))).toEqual(['check-says-no', 'check-no-orders']);
  });
});

describe('the tables of crm check', () => {
  const rows = days.slice(0, 60).map((at) => order(at));
  const first = file('a.csv', rows);
  const newer = file('b.csv', [order(1), order(2, { status: '交易关闭' }), order(3, { time: `${day(3)} 11:00:00` })]);
  const copy = file('c.csv', rows);

  test('duplicates: whole files, and rows with why the other counts', () => {
    expect(answer(['check', first, newer, copy]).rows('duplicates')).toEqual([
      { scope: 'wholeFile', why: 'identical', rows: 60, places: 'c.csv' },
      { scope: 'otherFile', why: 'later-stage', rows: 1, places: 'a.csv 4' },
      { scope: 'otherFile', why: 'later-time', rows: 1, places: 'a.csv 5' },
      { scope: 'otherFile', why: 'identical', rows: 1, places: 'b.csv 2' },
    ]);
  });
  test('who the customers are: masked names that collide, customers that are perhaps the same', () => {
    const phone = '13800000001';
    const people = file('people.csv', [
      order(1, { buyer: 't**1' }),
      order(2, { buyer: 't**1' }),
      order(3) + phone,
      order(4, { buyer: '' }) + phone,
    ]);
    expect(answer(['check', people]).rows('identity')).toEqual([
      { finding: 'withoutBuyer', orders: 2, customers: null, places: 'people.csv 2, 3' },
      { finding: 'maskedBuyer', orders: 2, customers: null, places: 'people.csv 2, 3' },
      { finding: 'maskedNames', orders: 2, customers: 1, places: 'people.csv 2, 3' },
      { finding: 'perhapsTheSame', orders: 1, customers: 1, places: 'people.csv 4' },
    ]);
  });
  test('by what the platform was told, and the longest gaps without an order', () => {
    const { rows: of } = answer(['check', first]);
    expect(of('sheets')[0]).toMatchObject({ platform: 'taobao-orders', toldBy: '买家实际支付金额 + 订单编号' });
    const gap = file(
      'gaps.csv',
      days
        .filter((at) => at < 10 || at > 20)
        .slice(0, 30)
        .map((at) => order(at)),
    );
    expect(answer(['check', gap]).rows('empty-days')[0]).toEqual({ from: '2022-01-11', to: '2022-01-21', days: 11 });
  });
  test('many files are a table, the same columns are told once, and all lines fit', () => {
    const many = Array.from({ length: 6 }, (_, at) => file(`m${at}.csv`, [order(600 + at)]));
    for (const [lang, width] of [
      ['zh', 80],
      ['en', 120],
    ] as const) {
      const { stdout } = crm(['check', ...many, '--lang', lang], { env: { COLUMNS: String(width) } });
      expect(stdout).toContain(many.map((_, at) => `m${at}.csv`).join(lang === 'zh' ? '、' : ', '));
      expect(stdout.match(/买家会员名/g)!.length).toBe(1);
    }
  });
});
