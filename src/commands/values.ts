import { z } from 'zod';
import { type Field, fieldNames } from '../adapters/dialect.js';
import type { ColumnChoice } from '../adapters/options.js';
import type { Window } from '../model/report.js';
import { monthEnd, monthOf, monthStart, parseIsoDay } from '../util/calendar.js';

/** Text from a flag, or a bare number from a config file. */
const written = z.union([z.string(), z.number().transform(String)]);

/** `2020-03-01` → days since 1970-01-01. */
export const day = written.transform((text, context) => {
  const value = parseIsoDay(text);
  if (value !== null) return value;
  context.addIssue('not a day');
  return z.NEVER;
});

/** `2020-02` → the month's first and last day. */
export const month = written.transform((text, context): Window => {
  const first = /^\d{4}-\d{1,2}$/.test(text) ? parseIsoDay(`${text}-01`) : null;
  if (first !== null) return { from: monthStart(monthOf(first)), to: monthEnd(monthOf(first)) };
  context.addIssue('not a month');
  return z.NEVER;
});

const DAYS = { d: 1, w: 7, m: 30, y: 365 } as const;

/** `90`, `90d`, `12w`, `6m` (30 days a month), `1y` (365 days) → days, at least 1. */
export const duration = written.transform((text, context) => {
  const match = /^(\d{1,5})([dwmy]?)$/.exec(text);
  const days = match === null ? 0 : Number(match[1]) * DAYS[(match[2] || 'd') as keyof typeof DAYS];
  if (days > 0) return days;
  context.addIssue('not a duration');
  return z.NEVER;
});

/** `30,60,90` or a list of a config file → days in rising order. */
export const dayEdges = z
  .union([written, z.array(z.number()).transform((days) => days.join(','))])
  .transform((text, context) => {
    const days = text.split(',').map((part) => (/^\s*[1-9]\d{0,4}\s*$/.test(part) ? Number(part) : Number.NaN));
    if (days.every((one, index) => one > (days[index - 1] ?? 0))) return days;
    context.addIssue('not rising days');
    return z.NEVER;
  });

const SIZES = { '': 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30, t: 2 ** 40 } as const;

/** `500M`, `8G`, plain bytes → bytes. */
export const size = written.transform((text, context) => {
  const match = /^(\d+(?:\.\d+)?)\s*([kmgt]?)(?:i?b)?$/i.exec(text);
  const bytes =
    match === null ? 0 : Math.floor(Number(match[1]) * SIZES[(match[2] ?? '').toLowerCase() as keyof typeof SIZES]);
  if (bytes > 0) return bytes;
  context.addIssue('not a size');
  return z.NEVER;
});

/** `30%` or `0.3` → 0.3; from 0 to 1. */
export const share = written.transform((text, context) => {
  const match = /^(\d+(?:\.\d+)?)(%?)$/.exec(text.trim());
  const value = match === null ? Number.NaN : Number(match[1]) / (match[2] === '%' ? 100 : 1);
  if (value >= 0 && value <= 1) return value;
  context.addIssue('not a share');
  return z.NEVER;
});

/** `8000`, `8,000`, `0.85`, `¥50` → 8000, 8000, 0.85, 50: an amount in whole units of the currency, not below 0. */
export const amount = written.transform((text, context) => {
  const match = /^[¥￥$]?\s*((?:\d{1,12}|\d{1,3}(?:,\d{3}){1,3})(?:\.\d{1,6})?)\s*元?$/.exec(text.trim());
  if (match !== null) return Number(match[1]!.replaceAll(',', ''));
  context.addIssue('not an amount');
  return z.NEVER;
});

/** `3`, `2.5` → 3, 2.5: a number above 0. */
export const factor = written.transform((text, context) => {
  const value = /^\d{1,6}(\.\d{1,6})?$/.test(text.trim()) ? Number(text) : 0;
  if (value > 0) return value;
  context.addIssue('not a number above 0');
  return z.NEVER;
});

/** A whole number of at least 1. */
export const count = written.transform((text, context) => {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  context.addIssue('not a count');
  return z.NEVER;
});

/** `buyer=会员号,time=3` (commas inside a name: double them) or a table of a config file → column choices. */
export const columnMap = z
  .union([written, z.record(z.string(), z.union([z.string(), z.number()]))])
  .transform((given, context) => {
    const pairs =
      typeof given === 'string'
        ? splitPairs(given)
        : Object.entries(given).map(([field, column]) => [field, String(column)] as const);
    const choices: ColumnChoice[] = [];
    for (const [field, column] of pairs) {
      if (!isField(field) || column === undefined || column === '') {
        context.addIssue(`not a column choice: ${field}`);
        return z.NEVER;
      }
      choices.push({ field, column: /^[1-9]\d{0,4}$/.test(column) ? Number(column) : column });
    }
    return choices;
  });

function splitPairs(text: string): (readonly [string, string | undefined])[] {
  return text
    .split(/(?<!,),(?!,)/)
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.indexOf('=');
      return at < 0
        ? [pair, undefined]
        : [
            pair.slice(0, at).trim(),
            pair
              .slice(at + 1)
              .trim()
              .replaceAll(',,', ','),
          ];
    });
}

function isField(name: string): name is Field {
  return (fieldNames as readonly string[]).includes(name);
}

/** `刷单,test` or a list of a config file → words; none may be empty. */
export const words = z
  .union([written, z.array(written).transform((list) => list.join(','))])
  .transform((text, context) => {
    const list = text.split(',').map((word) => word.trim());
    if (!list.includes('')) return list;
    context.addIssue('an empty word');
    return z.NEVER;
  });

/** The names of the delimiters as typed. */
export const delimiter = z
  .enum(['auto', ',', ';', 'tab', '|', 'blank', '\t'])
  .transform((name) => (name === 'tab' ? '\t' : name));

/** utf-8, gb18030 and their usual other names. */
export const encoding = written.transform((text, context) => {
  const found = ENCODINGS[text.toLowerCase().replace(/[-_ ]/g, '')];
  if (found !== undefined) return found;
  context.addIssue('not an encoding');
  return z.NEVER;
});

const ENCODINGS: Readonly<Record<string, 'auto' | 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'>> = {
  auto: 'auto',
  utf8: 'utf-8',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  gb18030: 'gb18030',
  utf16: 'utf-16le',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
};

/** An IANA zone name that this Node knows. */
export const zone = z.string().refine((name) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
});

/** ISO 4217 code, three letters. */
export const currency = z
  .string()
  .regex(/^[A-Za-z]{3}$/)
  .transform((code) => code.toUpperCase());
