import { z } from 'zod/mini';
import { option } from '../option.js';
import { columnMap, delimiter, encoding, jobs, sheet, size, text, zone } from '../values.js';

/** How files are read. */
export const inputOptions = {
  platform: option(text, {
    group: 'input',
    value: 'ID',
    zh: '按这个平台的格式读（crm platforms 列出全部）',
    en: 'read as this platform (crm platforms lists them)',
    expected: { zh: 'crm platforms 列出的名称', en: 'a name from crm platforms' },
  }),
  map: option(columnMap, {
    group: 'input',
    value: 'FIELD=COLUMN,…',
    repeatable: true,
    zh: '指定列：buyer=会员号,paid=实收,time=3；列名或从 1 数的位置',
    en: 'say which column is what: buyer=Member,paid=Amount,time=3; by name or position from 1',
    expected: {
      zh: '字段=列名或位置，用逗号分开，如 buyer=会员号,time=3',
      en: 'field=column pairs with commas between, e.g. buyer=Member,time=3',
    },
  }),
  header: option(z.boolean(), {
    group: 'input',
    negatable: 'only-no',
    zh: '文件没有表头（用 --map 按位置指定列）',
    en: 'the file has no header row (use --map with positions)',
  }),
  delimiter: option(delimiter, {
    group: 'input',
    value: 'CHAR',
    zh: '分隔符：auto、,、;、|、tab、blank（空格）',
    en: 'delimiter: auto , ; | tab blank',
    expected: { zh: 'auto、,、;、|、tab 或 blank', en: 'auto , ; | tab or blank' },
  }),
  encoding: option(encoding, {
    group: 'input',
    value: 'NAME',
    zh: '编码：auto、utf-8、gb18030（即 GBK）、utf-16le、utf-16be',
    en: 'encoding: auto, utf-8, gb18030 (GBK), utf-16le, utf-16be',
    expected: { zh: 'auto、utf-8、gb18030、utf-16le 或 utf-16be', en: 'auto, utf-8, gb18030, utf-16le or utf-16be' },
  }),
  sheet: option(sheet, {
    group: 'input',
    value: 'NAME',
    zh: '只读这张工作表（名称或从 1 数的序号）',
    en: 'read only this sheet (name or number from 1)',
    expected: { zh: '工作表名称或序号', en: 'a sheet name or number' },
  }),
  orderIds: option(z.enum(['keep', 'none']), {
    group: 'input',
    value: 'keep|none',
    zh: 'none：忽略订单号，每行算一个订单',
    en: 'none: ignore order numbers, each row is an order',
    expected: { zh: 'keep 或 none', en: 'keep or none' },
  }),
  maxSize: option(size, {
    group: 'input',
    value: 'SIZE',
    zh: '允许的最大文件，如 8G',
    en: 'largest file to read, e.g. 8G',
    expected: { zh: '大小，如 500M 或 8G', en: 'a size such as 500M or 8G' },
  }),
  passwordFile: option(text, {
    group: 'input',
    value: 'FILE',
    zh: '文本文件，一行一个密码，用来打开有密码的压缩包和工作簿',
    en: 'a text file with the passwords of archives and workbooks, one a line',
  }),
  jobs: option(jobs, {
    group: 'input',
    value: 'N',
    zh: '同时读几个文件；1：逐个读。默认有几个处理器核心就几个',
    en: 'files read side by side; 1: one after another. Default: one per core',
    expected: { zh: '1 到 64 的整数', en: 'a whole number from 1 to 64' },
  }),
  timezone: option(zone, {
    group: 'input',
    value: 'ZONE',
    zh: '店铺时区，如 Asia/Shanghai',
    en: "the shop's time zone, e.g. Asia/Shanghai",
    expected: { zh: '时区名，如 Asia/Shanghai', en: 'a zone name such as Asia/Shanghai' },
  }),
} as const;
