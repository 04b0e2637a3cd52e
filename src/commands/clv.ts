import { clvBacktestTable } from '../analysis/forecast/clv-backtest.js';
import { clvBacktestByRepeatsTable } from '../analysis/forecast/clv-backtest-by-repeats.js';
import { clvCalibrationTable } from '../analysis/forecast/clv-calibration.js';
import { clvDecilesTable } from '../analysis/forecast/clv-deciles.js';
import { clvModelTable } from '../analysis/forecast/clv-model.js';
import { clvRiskTable } from '../analysis/forecast/clv-risk.js';
import { clvSeasonTable } from '../analysis/forecast/clv-season.js';
import { clvSummaryTable } from '../analysis/forecast/clv-summary.js';
import { expectsNobody, forecastFindings } from '../analysis/forecast/forecast-findings.js';
import { paybackFinding, paybackTable } from '../analysis/forecast/payback.js';
import { simpleValueTable } from '../analysis/forecast/simple-value.js';
import { defineCommand } from './command.js';
import { costsFor } from './costs-for.js';
import { customerOutcome } from './customer-report.js';
import { forecastFor } from './forecast-for.js';
import { analysisOptions, costOptions, forecastOptions } from './options.js';

/** What the customers will bring, and how far to believe it. */
export const clv = defineCommand({
  id: 'clv',
  summary: {
    zh: '顾客价值：以后还会带来多少，可信到什么程度',
    en: 'customer value: what is still to come, and how far to believe it',
  },
  about: {
    zh: '用顾客的购买次数、最近一次购买和首购至今的时间，预测以后的购买和销售额，给出区间；旁边总有回测：用较早的数据预测较晚的，和实际比。\n数据太少会直说；不写毛利率时，价值都是销售额。',
    en: 'Predicts purchases and sales from how often, how recently and for how long customers have bought, with a range, and always beside it the back-test: the later days predicted from the earlier ones, against what happened.\nToo little data is said; without a margin all values are sales.',
  },
  usage: 'FILES…',
  arguments: { least: 1, most: Number.POSITIVE_INFINITY },
  options: { ...forecastOptions, ...costOptions, ...analysisOptions },
  examples: [
    { command: 'crm clv orders.xlsx', purpose: { zh: '未来一年', en: 'the next year' } },
    {
      command: 'crm clv orders.xlsx --margin 30% --discount 10%',
      purpose: { zh: '按毛利、折现', en: 'in profit, discounted' },
    },
    {
      command: 'crm clv orders.xlsx --margin 30% --cpc 1 --cvr 2%',
      purpose: { zh: '广告费几个月回本', en: 'when advertising has paid for itself' },
    },
    {
      command: 'crm clv orders.xlsx --model auto',
      purpose: { zh: '让历史选模型', en: 'let the history choose the model' },
    },
  ],
  run: (context) =>
    customerOutcome('clv', context, context.args, (input, isFirst) => {
      const forecast = forecastFor(input, context.options);
      const margin = context.options.margin ?? null;
      const { acquisition, years, upkeep, service } = costsFor(input, context.options, isFirst);
      const tables = [
        clvSummaryTable,
        clvBacktestTable,
        clvDecilesTable,
        clvRiskTable,
        clvBacktestByRepeatsTable,
        clvCalibrationTable,
        ...(forecast.season === null ? [] : [clvSeasonTable]),
        clvModelTable,
      ];
      const simple = simpleValueTable(input, { margin, years, acquisition, upkeep, service });
      const costs = { cost: acquisition, margin };
      const paid = acquisition === null ? [] : [paybackTable(input, costs)];
      const paidBack = paybackFinding(input, costs);
      return {
        tables: [...tables.map((table) => table(input, forecast)), simple, ...paid],
        main: 'clv-summary',
        findings: [...forecastFindings(input, forecast), ...(paidBack === null ? [] : [paidBack])],
        lists: !expectsNobody(input, forecast),
      };
    }),
});
