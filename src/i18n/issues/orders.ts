import type { IssueWords } from '../issues.js';

/** Problems that show once rows are put together to orders. */
export const ordersIssues = {
  'time-out-of-range': {
    problem: { zh: '日期远在其他订单之后', en: 'the day is far beyond those of the other orders' },
    expected: { zh: '与其他订单相隔不超过 366 天的日期', en: 'a day not more than 366 days after the others' },
    advice: { zh: '检查年份是否写错（如 2525）', en: 'check the year for a typo (such as 2525)' },
  },
  'order-number-missing': {
    problem: { zh: '没有订单编号，也没有和上面的单元格合并', en: 'no order number, and not merged with the one above' },
    expected: { zh: '订单编号，或与上一行合并的单元格', en: 'an order number, or a cell merged with the row above' },
    advice: {
      zh: '补上订单编号，或用平台原来的导出文件',
      en: 'fill in the order number, or use the file as the platform exported it',
    },
  },
  'order-above-rejected': {
    problem: {
      zh: '它所属订单的首行已被拒绝，这一行自己没有金额',
      en: 'goes on with an order whose first row was rejected, and has no amount of its own',
    },
    expected: { zh: '首行可读的订单', en: 'an order whose first row can be read' },
    advice: { zh: '先改正它上面那个订单的首行', en: 'correct the first row of the order above' },
  },
  'no-amount': {
    problem: { zh: '已付款的订单没有金额', en: 'a paid order has no amount' },
    expected: { zh: '实付金额', en: 'the amount paid' },
    advice: { zh: '补上金额；赠品填 0', en: 'fill in the amount; 0 for a gift' },
  },
  'conflicting-states': {
    problem: { zh: '与同一订单的另一条记录不一致', en: 'contradicts another row of the same order' },
    expected: { zh: '同一订单的各条记录一致', en: 'the same value in every row of an order' },
    advice: { zh: '已采用较新的一条；请核对', en: 'the newer row was taken; check which one is right' },
  },
  'refund-exceeds-paid': {
    problem: { zh: '退款多于实付', en: 'more was refunded than paid' },
    expected: { zh: '退款不超过实付', en: 'a refund not above what was paid' },
    advice: { zh: '核对这个订单的退款', en: 'check the refund of this order' },
  },
  'negative-amount': {
    problem: { zh: '金额为负', en: 'the amount is negative' },
    expected: { zh: '0 或正数', en: 'zero or more' },
    advice: { zh: '核对这个订单；退货请用退款金额表示', en: 'check this order; a return belongs in the refund amount' },
  },
} as const satisfies Record<string, IssueWords>;
