import { inWindow, ownDefinition, wilsonInterval } from './common-words.js';
import { type Measures, measureTable, rate, unknown } from './measure.js';
import { defineMetric } from './metric.js';
import { customerNotes } from './notes/customers.js';
import { knowsCustomers } from './period.js';

/** Of the customers who bought in the days, those with exactly one purchase ever, up to the as-of day. */
export const oneTimeMeasures: Measures = (input, { buyers }) => {
  if (!knowsCustomers(input)) return [unknown('oneTimeCustomers', 'ratio')];
  const { offsets } = input.history;
  let once = 0;
  for (let at = 0; at < buyers.length; at++) {
    if (offsets[buyers[at]! + 1]! - offsets[buyers[at]!]! === 1) once++;
  }
  return [rate('oneTimeCustomers', once, buyers.length)];
};

export const oneTimeCustomers = defineMetric({
  id: 'one-time-customers',
  definition: {
    name: { zh: '一次性买家占比', en: 'one-time customers' },
    aliases: [
      '一次性买家',
      '一次性买家占比',
      '只买一次',
      '一次客',
      'one-time customers',
      'one-time buyers',
      'single purchase share',
    ],
    formula: {
      zh: `统计期内的买家中，到截止日为止一共只购买过 1 次的买家 ÷ 统计期内的买家。统计期之前和之后（到截止日）的购买都算。\n${wilsonInterval.zh}`,
      en: `of the customers who bought in the window, those with exactly one purchase ever, up to the as-of day ÷ customers who bought in the window. Purchases before the window, and after it up to the as-of day, count.\n${wilsonInterval.en}`,
    },
    window: inWindow,
    young: {
      zh: '刚来的买家自然只买过一次，也算在内：越靠近截止日的统计期，数值越高。',
      en: 'customers who have just come have naturally bought once and are counted so: the nearer the window to the as-of day, the higher the share.',
    },
    source: ownDefinition,
  },
  compute: (input) => measureTable('one-time-customers', input, oneTimeMeasures, customerNotes(input)),
});
