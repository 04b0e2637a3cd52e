import { z } from 'zod/mini';
import { type Field, fieldNames } from '../adapters/dialect.js';
import type { ColumnChoice } from '../adapters/options.js';
import type { Window } from '../model/report.js';
import { monthEnd, monthOf, monthStart, parseIsoDay } from '../util/calendar.js';

/** How a value is read from what was given; null = that is none. */
type Reader<Given, Value> = (given: Given) => Value | null;

/** Text of a flag, or a bare number of a config file. */
const word = z.union([z.string(), z.number()]);

/** A value read from a word. */
function written<Value>(read: Reader<string, Value>) {
  return readFrom(word, (given) => read(String(given)));
}

function readFrom<Given, Value>(given: z.ZodMiniType<Given, Given>, read: Reader<Given, Value>) {
  const reading = z.transform((input: Given, context) => {
    const value = read(input);
    if (value !== null) return value;
    context.issues.push({ code: 'custom', message: 'not as expected', input });
    return z.NEVER;
  });
  return z.pipe(given, reading);
}

/** Any text but the empty one. */
export const text = z.string().check(z.minLength(1));

/** Name of a sheet, or its number from 1. */
export const sheet = readFrom(word, (given) =>
  typeof given === 'string' || (Number.isSafeInteger(given) && given > 0) ? String(given) || null : null,
);

/** `2020-03-01` → days since 1970-01-01. */
export const day = written(parseIsoDay);

/** `2020-02` → the month's first and last day. */
export const month = written((given): Window | null => {
  const first = /^\d{4}-\d{1,2}$/.test(given) ? parseIsoDay(`${given}-01`) : null;
  return first === null ? null : { from: monthStart(monthOf(first)), to: monthEnd(monthOf(first)) };
});

const DAYS = { d: 1, w: 7, m: 30, y: 365 } as const;

/** `90`, `90d`, `12w`, `6m` (30 days a month), `1y` (365 days) → days, at least 1. */
export const duration = written((given) => {
  const match = /^(\d{1,5})([dwmy]?)$/.exec(given);
  const days = match === null ? 0 : Number(match[1]) * DAYS[(match[2] || 'd') as keyof typeof DAYS];
  return days > 0 ? days : null;
});

/** `30,60,90` or a list of a config file → days in rising order. */
export const dayEdges = readFrom(z.union([word, z.array(z.number())]), (given) => {
  const parts = String(given).split(',');
  const days = parts.map((part) => (/^\s*[1-9]\d{0,4}\s*$/.test(part) ? Number(part) : Number.NaN));
  return days.every((one, index) => one > (days[index - 1] ?? 0)) ? days : null;
});

const SIZES = { '': 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30, t: 2 ** 40 } as const;

/** `500M`, `8G`, plain bytes → bytes. */
export const size = written((given) => {
  const match = /^(\d+(?:\.\d+)?)\s*([kmgt]?)(?:i?b)?$/i.exec(given);
  const bytes =
    match === null ? 0 : Math.floor(Number(match[1]) * SIZES[(match[2] ?? '').toLowerCase() as keyof typeof SIZES]);
  return bytes > 0 ? bytes : null;
});

/** `30%` or `0.3` → 0.3; from 0 to 1. */
export const share = written((given) => {
  const match = /^(\d+(?:\.\d+)?)(%?)$/.exec(given.trim());
  const value = match === null ? Number.NaN : Number(match[1]) / (match[2] === '%' ? 100 : 1);
  return value >= 0 && value <= 1 ? value : null;
});

/** `8000`, `8,000`, `0.85`, `¥50` → 8000, 8000, 0.85, 50: an amount in whole units of the currency, not below 0. */
export const amount = written((given) => {
  const match = /^[¥￥$]?\s*((?:\d{1,12}|\d{1,3}(?:,\d{3}){1,3})(?:\.\d{1,6})?)\s*元?$/.exec(given.trim());
  return match === null ? null : Number(match[1]!.replaceAll(',', ''));
});

/** `3`, `2.5` → 3, 2.5: a number above 0. */
export const factor = written((given) => {
  const value = /^\d{1,6}(\.\d{1,6})?$/.test(given.trim()) ? Number(given) : 0;
  return value > 0 ? value : null;
});

/** A whole number of at least 1. */
export const count = written((given) => (/^[1-9]\d{0,8}$/.test(given) ? Number(given) : null));

/** How much at the same time: a whole number from 1 to 64. */
export const jobs = written((given) => (/^[1-9]\d?$/.test(given) && Number(given) <= 64 ? Number(given) : null));

const columns = z.record(z.string(), word);

/** `buyer=会员号,time=3` (commas inside a name: double them) or a table of a config file → column choices. */
export const columnMap = readFrom(z.union([word, columns]), (given) => {
  const pairs =
    typeof given === 'object'
      ? Object.entries(given).map(([field, column]) => [field, String(column)] as const)
      : splitPairs(String(given));
  const choices: ColumnChoice[] = [];
  for (const [field, column] of pairs) {
    if (!isField(field) || column === undefined || column === '') return null;
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
export const words = readFrom(z.union([word, z.array(word)]), (given) => {
  const list = String(given)
    .split(',')
    .map((one) => one.trim());
  return list.includes('') ? null : list;
});

/** The names of the delimiters as typed. */
export const delimiter = z.pipe(
  z.enum(['auto', ',', ';', 'tab', '|', 'blank', '\t']),
  z.transform((name) => (name === 'tab' ? '\t' : name)),
);

/** utf-8, gb18030 and their usual other names. */
export const encoding = written((given) => ENCODINGS[given.toLowerCase().replace(/[-_ ]/g, '')] ?? null);

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
export const zone = readFrom(z.string(), (name) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone === '' ? null : name;
  } catch {
    return null;
  }
});

/** ISO 4217 code, three letters. */
export const currency = readFrom(z.string(), (code) => (/^[A-Za-z]{3}$/.test(code) ? code.toUpperCase() : null));
