import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cityName, placeOf, provinceName } from '../../../src/adapters/values/address.js';
import { countFromBytes, countFromNumber, countFromText } from '../../../src/adapters/values/count.js';
import { cleanId, isScientific, looksRounded } from '../../../src/adapters/values/id.js';
import { BLANK, UNREADABLE } from '../../../src/adapters/values/outcome.js';
import { cleanPhone } from '../../../src/adapters/values/phone.js';
import { clean, isBlankText, Span } from '../../../src/adapters/values/span.js';
import { runs } from '../../runs.js';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

function spanOf(text: string): Span {
  const bytes = encoder.encode(`x${text}x`);
  return new Span().set(bytes, 1, bytes.length - 1);
}

function cleaned(text: string, ...more: readonly ((span: Span) => void)[]): string {
  const span = spanOf(text);
  clean(span, true);
  for (const step of more) step(span);
  return decoder.decode(span.bytes.subarray(span.from, span.to));
}

describe('what is around a value', () => {
  test.each([
    ['="35100000000000579"', '35100000000000579'],
    ["'13900000001", '13900000001'],
    ["'=HYPERLINK(1)", '=HYPERLINK(1)'],
    ["''x", "'x"],
    ['\t6917926768823643751', '6917926768823643751'],
    ['1\t', '1'],
    ['\ufefftb1', 'tb1'],
    ['\u00a0tb1\u00a0', 'tb1'],
    ['\u200btb1\u200b', 'tb1'],
    ['\u3000张 三\u3000', '张 三'],
    ['=" \t12 "', '12'],
    ['=""', ''],
    ['="\'12"', '12'],
    ['  ', ''],
    ['="', '="'],
    ['无\u3000名', '无\u3000名'],
  ])('%j is cleaned to %j', (text, expected) => {
    expect(cleaned(text)).toBe(expected);
  });

  test('cleaning a clean text changes nothing but a leading apostrophe or formula', () => {
    const part = fc.constantFrom(' ', '\t', '\u00a0', '\u3000', '\ufeff', '\u200b', 'a', '中', '1', '\u0080', '\u2028');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 10 }), (parts) => {
        const slow = parts.join('').replace(/^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/g, '');
        const once = cleaned(parts.join(''));
        expect(cleaned(once)).toBe(once);
        expect(once).toBe(slow);
      }),
      runs(5_000),
    );
  });

  test('never looks beyond the cell', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), fc.boolean(), (bytes, unicode) => {
        const around = Uint8Array.of(0x20, ...bytes, 0x20);
        const span = new Span().set(around, 1, bytes.length + 1);
        clean(span, unicode);
        expect(span.from).toBeGreaterThanOrEqual(1);
        expect(span.to).toBeLessThanOrEqual(bytes.length + 1);
        expect(span.to).toBeGreaterThanOrEqual(span.from);
      }),
      runs(5_000),
    );
  });

  test.each(['', 'null', 'NULL', '-', '--', '—', '——', '无', '#N/A', '""', '='])('"%s" says nothing', (text) => {
    expect(isBlankText(spanOf(text))).toBe(true);
  });

  test.each(['0', 'nul', 'nulls', '无名', '---', 'n/a', '一', '- -', '#N/A!'])('"%s" is a text', (text) => {
    expect(isBlankText(spanOf(text))).toBe(false);
  });
});

describe('an id', () => {
  test.each([
    ['No:221307653963', '221307653963'],
    ['no: 12', '12'],
    ['1234567.0', '1234567'],
    ['12.50', '12.50'],
    ['=35100000000000579', '35100000000000579'],
    ['P800347296683184211', 'P800347296683184211'],
    ['260607-400000294410900', '260607-400000294410900'],
    ['00004', '00004'],
    ['Note', 'Note'],
  ])('%s is %s', (text, expected) => {
    expect(cleaned(text, cleanId)).toBe(expected);
  });

  test.each(['5.03918E+18', '1E+17', '9.78756922225897e+25'])('%s has lost its last digits', (text) => {
    expect(isScientific(spanOf(text))).toBe(true);
  });

  test.each(['503918', '5E18', 'E+18', '5.0E+', '5.0E+1x', 'tb1E+2x', ''])('%s has not', (text) => {
    expect(isScientific(spanOf(text))).toBe(false);
  });

  test.each([
    ['1234567890123000', true],
    ['123456789012300', false],
    ['1234567890123001', false],
    ['12345678901230x0', false],
  ])('%s looks rounded: %s', (text, expected) => {
    expect(looksRounded(spanOf(text))).toBe(expected);
  });
});

describe('a phone number', () => {
  test.each([
    ["'13900000001", '13900000001'],
    ['+8613900000001', '13900000001'],
    ['+86 13900000001', '13900000001'],
    ['86-13900000001', '13900000001'],
    ['8613900000001', '13900000001'],
    ['008613900000001', '13900000001'],
    ['1**********', '1**********'],
    ['86100001', '86100001'],
    ['+46 70 000', '+46 70 000'],
    ['010-86000000', '010-86000000'],
  ])('%s is %s', (text, expected) => {
    expect(cleaned(text, cleanPhone)).toBe(expected);
  });
});

describe('units', () => {
  test.each([
    ['1', 1],
    ['0', 0],
    ['448', 448],
    ['2.0', 2],
    ['1,200', 1200],
    ['2件', 2],
    ['', BLANK],
    ['null', BLANK],
    ['-1', UNREADABLE],
    ['1.5', UNREADABLE],
    ['两', UNREADABLE],
    ['3000000000', UNREADABLE],
  ])('%s is %d', (text, expected) => {
    const bytes = encoder.encode(text);
    expect(countFromBytes(bytes, 0, bytes.length) ?? countFromText(text)).toBe(expected);
  });

  test.each([
    [2, 2],
    [2.5, UNREADABLE],
    [-1, UNREADABLE],
    [1e10, UNREADABLE],
  ])('a numeric cell %d is %d', (value, expected) => {
    expect(countFromNumber(value)).toBe(expected);
  });
});

describe('province and city of an address', () => {
  test.each([
    ['四川省 成都市 其它区 示例街333号(610041)', '四川', '成都市'],
    ['广东省 东莞市 null 示例路1号', '广东', '东莞市'],
    ['重庆 重庆市 南岸区 示例街', '重庆', '重庆'],
    ['上海市 上海市 浦东新区', '上海', '上海'],
    ['上海', '上海', '上海'],
    ['广东', '广东', ''],
    ['内蒙古自治区', '内蒙古', ''],
    ['广西壮族自治区 南宁市 青秀区', '广西', '南宁市'],
    ['新疆维吾尔自治区 乌鲁木齐市 水磨沟区', '新疆', '乌鲁木齐市'],
    ['湖北省 省直辖县级行政区划 仙桃市 示例街', '湖北', '仙桃市'],
    ['示例甲，86-13900000001，浙江省 杭州市 西湖区 示例街1号 ，', '浙江', '杭州市'],
    ['香港特别行政区 九龙 油尖旺区', '香港', '九龙'],
    ['海外 日本 东京', '海外', '日本'],
    ['示例街333号', '', ''],
    ['****', '', ''],
    ['', '', ''],
  ])('%s', (address, province, city) => {
    expect(placeOf(address)).toEqual({ province, city });
  });

  test('广东 and 广东省 are one province', () => {
    expect(provinceName('广东省')).toBe(provinceName('广东'));
    expect(provinceName('California')).toBeNull();
    expect(cityName('', 'null', '')).toBe('');
  });
});
