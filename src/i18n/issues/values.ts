import type { IssueWords } from '../issues.js';

export const valuesIssues = {
  'amount-unreadable': {
    problem: { zh: '这里的金额读不懂', en: 'the amount cannot be read' },
    expected: {
      zh: '像 1,234.00、201.12元、(12.00) 这样的金额',
      en: 'an amount such as 1,234.00, 201.12元 or (12.00)',
    },
    advice: { zh: '在原表里改正后再读', en: 'correct it in the file' },
  },
  'time-unreadable': {
    problem: { zh: '这里的时间读不懂，或不是存在的日期', en: 'the time cannot be read, or the day does not exist' },
    expected: {
      zh: '像 2024-05-31 20:15:00 这样的时间，不早于 1990 年',
      en: 'a time such as 2024-05-31 20:15:00, from 1990 on',
    },
    advice: { zh: '在原表里改正后再读', en: 'correct it in the file' },
  },
  'time-ambiguous': {
    problem: { zh: '分不清哪个是月、哪个是日', en: 'it cannot be told which number is the month' },
    expected: { zh: '像 2024-05-31 这样的日期', en: 'a date such as 2024-05-31' },
    advice: { zh: '把这一列改成年-月-日后再读', en: 'write the column as year-month-day' },
  },
  'count-unreadable': {
    problem: { zh: '这里的件数读不懂', en: 'the number of units cannot be read' },
    expected: { zh: '0 或正整数', en: 'a whole number from 0' },
    advice: { zh: '这一单的件数按未知处理', en: 'the units of this order count as unknown' },
  },
  'order-id-damaged': {
    problem: { zh: '订单编号丢了末尾的数字', en: 'the order number lost its last digits' },
    expected: { zh: '文本格式的完整编号', en: 'the whole number, as text' },
    advice: {
      zh: '重新导出，不要用 Excel 打开后另存；或用 --order-ids none',
      en: 'export it again and do not save it from Excel; or use --order-ids none',
    },
  },
  'id-damaged': {
    problem: { zh: '这里的账号或编号丢了末尾的数字', en: 'the name or number lost its last digits' },
    expected: { zh: '文本格式的完整内容', en: 'the whole of it, as text' },
    advice: { zh: '这一单按没有这一项处理，不会据此认人', en: 'it is taken as missing and identifies nobody' },
  },
  'cell-error': {
    problem: { zh: '单元格是公式错误（如 #N/A）', en: 'the cell is a formula error (such as #N/A)' },
    expected: { zh: '一个值', en: 'a value' },
    advice: { zh: '在表里改正公式后另存', en: 'correct the formula and save the file' },
  },
  'row-too-short': {
    problem: {
      zh: '这一行比表头短，缺了要用的列',
      en: 'the row is shorter than the header and lacks columns that are needed',
    },
    expected: { zh: '与表头一样多的列', en: 'as many cells as the header' },
    advice: { zh: '看看这一行是否断开或少了逗号', en: 'see whether the line was broken or lost a delimiter' },
  },
  'row-too-long': {
    problem: {
      zh: '这一行比表头长，多出的格子有内容',
      en: 'the row is longer than the header, and what is beyond it is not blank',
    },
    expected: { zh: '与表头一样多的列', en: 'as many cells as the header' },
    advice: { zh: '看看这一行里是否有没加引号的逗号', en: 'look for an unquoted delimiter in this line' },
  },
  'status-unknown': {
    problem: { zh: '不认识这个订单状态', en: 'nobody knows this order status' },
    expected: { zh: '平台的订单状态', en: 'a status of the platform' },
    advice: { zh: '这一单不计入；看看是不是列选错了', en: 'the order is not counted; see whether the column is right' },
  },
  'currency-unknown': {
    problem: { zh: '不认识这个币种', en: 'the currency is not known' },
    expected: { zh: '像 CNY、USD 这样的三字母代码', en: 'a code of three letters such as CNY or USD' },
    advice: { zh: '在原表里改正后再读', en: 'correct it in the file' },
  },
} as const satisfies Record<string, IssueWords>;
