import type { TableWords } from './tables.js';

/** Titles of the tables of a forecast. */
export const forecastTables = {
  'clv-model': {
    zh: '复购模型参数',
    en: 'Parameters of the models',
    subtitle: {
      zh: '第一个是预测所用的模型；se 为标准误',
      en: 'the first model makes the forecast; se: standard error',
    },
  },
  'clv-summary': {
    zh: '预测客户价值',
    en: 'Predicted customer value',
    subtitle: {
      zh: '已有买家今后会买多少，照过去这样下去；上下限为 95 % 区间',
      en: 'what the customers of today will buy if the shop goes on as in the past; 95 % range',
    },
  },
  'clv-backtest': {
    zh: '预测回测',
    en: 'Back-test of the forecast',
    subtitle: {
      zh: '只用截断日以前的数据预测，再和实际比；朴素法 = 照过去的速度一直买',
      en: 'predicted from the days before the cut alone, and what came; naive = everybody goes on as before',
    },
  },
  'clv-backtest-by-repeats': {
    zh: '按复购次数回测',
    en: 'Back-test by number of repeats',
    subtitle: { zh: '截断日以前复购过几次的买家', en: 'customers by their repeat purchases before the cut' },
  },
  'clv-calibration': {
    zh: '预测校准',
    en: 'Calibration by decile',
    subtitle: { zh: '预测高的一组是不是真的买得多', en: 'whether those of whom more is expected do buy more' },
  },
  'clv-deciles': {
    zh: '以后靠谁',
    en: 'Who brings the predicted value',
    subtitle: { zh: '按预测价值分十组，第 1 组最高', en: 'ten groups by predicted value, the first is the best' },
  },
  'clv-risk': {
    zh: '流失风险',
    en: 'Risk of losing customers',
    subtitle: { zh: '今后 90 天一次也不买的概率：低、中、高', en: 'chance of no purchase in the next 90 days' },
  },
  'clv-season': {
    zh: '季节起伏',
    en: 'Season',
    subtitle: {
      zh: '复购是全年均匀时的几倍；大促和春节再乘所在月份的倍数',
      en: 'repeat purchases as multiples of an even year; events multiply their month',
    },
  },
  due: {
    zh: '应购名单',
    en: 'Due list',
    subtitle: {
      zh: '该来买的买家，逾期的在前，再按预测价值',
      en: 'customers due to buy; overdue first, then by predicted value',
    },
  },
  'due-days': {
    zh: '应购日',
    en: 'Due days',
    subtitle: { zh: '下一次购买该在什么时候', en: 'when the next purchase is due' },
  },
  payback: { zh: '获客回本', en: 'Payback of acquisition' },
  'simple-value': { zh: '简易客户价值', en: 'Simple customer value' },
} as const satisfies Record<string, TableWords>;
