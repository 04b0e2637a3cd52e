import { describe, expect, test } from 'vitest';
import { CrmError } from '../../src/errors.js';
import type { Issue } from '../../src/model/issue.js';
import { errorBlock, issueLine, noteLine } from '../../src/reporters/messages.js';
import { hostile } from './hostile.js';
import { plain } from './invented-report.js';

const issue: Issue = {
  file: 'orders.csv',
  sheet: '',
  line: 88,
  column: '金额',
  problem: 'nobody-worded-this',
  got: 'text, 11 characters',
  value: '\u001b[2J=1+1',
  done: 'rejected',
};

describe('a refusal', () => {
  const error = new CrmError(
    'file-missing',
    'or\u001b[2Jders.xlsx',
    {},
    {
      details: ['订单编号  付款时间', '  会员号\u202e'],
      commands: ['crm analyze orders.xlsx --map buyer=会员号', 'crm init orders.xlsx'],
    },
  );

  test('says where and what, the evidence, the remedy, and commands with what they are for', () => {
    const lines = errorBlock(error, 'zh', plain).split('\n');
    expect(lines[0]).toMatch(/^错误 or␛\[2Jders\.xlsx: \S+。$/);
    expect(lines.slice(1, 5)).toEqual(['', '  订单编号 付款时间'.replace(' 付', '  付'), '    会员号\\u202E', '']);
    expect(lines.slice(-2)).toEqual([
      '  可以运行  crm analyze orders.xlsx --map buyer=会员号',
      '  以后都用  crm init orders.xlsx',
    ]);
  });

  test('is English for English readers', () => {
    expect(errorBlock(error, 'en', plain)).toMatch(/^error or␛\[2Jders\.xlsx: .*\.\n/);
  });

  test('colours one word only', () => {
    const painted = errorBlock(error, 'zh', { ...plain, color: 3 });
    expect(painted.replace(/\u001b\[[0-9;]*m/g, '')).toBe(errorBlock(error, 'zh', plain));
  });

  test('keeps commands whole on a narrow screen', () => {
    expect(errorBlock(error, 'zh', { ...plain, width: 20 })).toContain('crm analyze orders.xlsx --map buyer=会员号');
  });
});

describe('a row with a problem', () => {
  test('is one line: file, row, column, what was found', () => {
    expect(issueLine(issue, 'zh')).toBe(
      'orders.csv，第 88 行，「金额」列：nobody-worded-this（读到：文本，11 个字符）。',
    );
    expect(issueLine({ ...issue, sheet: 'S1' }, 'en')).toBe(
      'orders.csv, sheet "S1", row 88, column "金额": nobody-worded-this (found: text, 11 characters).',
    );
  });

  test('shows the value only when asked for, and then made safe', () => {
    expect(issueLine(issue, 'zh')).not.toContain('=1+1');
    expect(issueLine(issue, 'zh', true)).toContain('（读到：文本，11 个字符；内容：␛[2J=1+1）');
  });

  test('stays short whatever the length of a header', () => {
    const long = '列'.repeat(20_000);
    expect(issueLine({ ...issue, column: long, sheet: long, value: long }, 'zh', true).length).toBeLessThan(300);
  });

  test('stays one harmless line whatever the file calls its columns', () => {
    for (const text of hostile) {
      const line = issueLine({ ...issue, file: text, sheet: text, column: text, value: text }, 'zh', true);
      expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e]/);
    }
  });
});

describe('a note', () => {
  test('nobody worded shows its id, a warning says that it is one', () => {
    expect(noteLine({ id: 'nobody-worded-this', level: 'info', params: {} }, 'zh')).toBe('nobody-worded-this');
    expect(noteLine({ id: 'nobody-worded-this', level: 'warning', params: {} }, 'en')).toBe('Note: nobody-worded-this');
  });
});
