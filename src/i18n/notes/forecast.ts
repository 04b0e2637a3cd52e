import type { Words } from '../words.js';

/** What a forecast says of itself: how it was made, how far to believe it. */
export const forecastNotes = {
  'clv-about': {
    zh: '用 {model} 模型预测已有的 {customers} 位买家今后 {days} 天的购买；以后的新客不在内。',
    en: 'The {model} model predicts the next {days} days of the {customers} customers of today; those still to be won are not in.',
  },
  'clv-sales': {
    zh: '没有给毛利率（--margin），价值都是销售额，不是利润。',
    en: 'No margin is given (--margin): all values are sales, not profit.',
  },
  'clv-profit': {
    zh: '价值按毛利率 {margin} 计，是毛利。',
    en: 'Values are profit at a margin of {margin}.',
  },
  'clv-no-customers': {
    zh: '没有买家，无法预测。',
    en: 'There are no customers: nothing can be predicted.',
  },
  'clv-too-few-customers': {
    zh: '买家只有 {customers} 位，无法拟合模型，预测留空。',
    en: 'Only {customers} customers: no model can be fitted, so the forecast is empty.',
  },
  'clv-no-repeaters': {
    zh: '{customers} 位买家都只买过一次，看不出多久会再来，预测留空。',
    en: 'All {customers} customers bought once: nothing tells when they return, so the forecast is empty.',
  },
  'clv-no-time-observed': {
    zh: '数据里没有时间跨度，无法拟合模型，预测留空。',
    en: 'The data span no time: no model can be fitted, so the forecast is empty.',
  },
  'clv-no-optimum': {
    zh: '模型在这些数据上没有合理的解，预测留空；可换 --model 再试。',
    en: 'The model has no sensible solution on these data, so the forecast is empty; try another --model.',
  },
  'clv-weak': {
    zh: '数据偏少，预测只供参考：{customers} 位买家、{repeaters} 位有复购、{days} 天历史（要可靠，至少 500 位、50 位、180 天）。',
    en: 'Little data, a weak forecast: {customers} customers, {repeaters} with a repeat, {days} days of history (500, 50 and 180 are the least to rely on).',
  },
  'clv-chosen': {
    zh: '{model} 在截断日前留出的 {days} 天上预测最准，因此选用；回测用的日子没有参与选择。',
    en: '{model} predicted best on {days} days held out before the back-test, so it was chosen; the days of the back-test had no part in it.',
  },
  'clv-choice-too-short': {
    zh: '历史太短，可用来选模型的只有 {days} 天，不足 30 天：没有选择，用默认的 {model}。',
    en: 'The history leaves only {days} days to choose a model on, fewer than 30: no choice was made, {model} is the default.',
  },
  'clv-choice-none-fits': {
    zh: '更早的数据拟合不出任何模型，没有选择，用默认的 {model}。',
    en: 'No model could be fitted on the earlier days: no choice was made, {model} is the default.',
  },
  'clv-limit-no-dropout': {
    zh: '数据里看不出有人永久离开：按“没有人离开”的极限模型预测，相应参数留空。',
    en: 'The data show nobody leaving for good: the limit model without dropout predicts, its parameters are empty.',
  },
  'clv-limit-equal-rates': {
    zh: '数据里看不出买家之间购买速度的差别：按人人相同预测，相应参数留空。',
    en: 'The data show no difference between the purchase rates of customers: all are taken as equal, those parameters are empty.',
  },
  'clv-limit-equal-dropout': {
    zh: '数据里看不出买家之间离开概率的差别：按人人相同预测，相应参数留空。',
    en: 'The data show no difference between the customers in leaving: all are taken as equal, those parameters are empty.',
  },
  'clv-limit-at-once-or-never': {
    zh: '买家要么买完就走，要么一直来：按这一极限预测，相应参数留空。',
    en: 'Customers leave at once or never: this limit predicts, those parameters are empty.',
  },
  'clv-limit-equal-spend': {
    zh: '看不出买家之间每次消费的差别：按人人相同预测，相应参数留空。',
    en: 'No difference between the spend of customers can be seen: all are taken as equal, those parameters are empty.',
  },
  'clv-limit-steady-spend': {
    zh: '同一买家每次消费几乎不变：按不变预测，相应参数留空。',
    en: 'A customer spends nearly the same each time: taken as constant, those parameters are empty.',
  },
  'clv-limit-edge': {
    zh: '最优解在合理范围的边上，参数不可当真，预测请谨慎使用。',
    en: 'The optimum lies on the edge of the sensible range: do not trust the parameters, and use the forecast with care.',
  },
  'clv-correlation': {
    zh: '购买次数与每次消费相关（{correlation}，高于 0.3）：模型假定两者无关，金额预测会偏。',
    en: 'Purchases and spend are correlated ({correlation}, above 0.3): the model takes them as unrelated, so predicted money is biased.',
  },
  'clv-spend-no-mean': {
    zh: '每次消费过于悬殊，模型没有平均值（q ≤ 1）：改用复购金额的中位数，金额预测不可靠。',
    en: 'Spend varies so much that its model has no mean (q ≤ 1): the median of repeat spend stands for it, and predicted money is weak.',
  },
  'clv-spend-none': {
    zh: '复购没有带来金额，无法预测每次消费，价值留空。',
    en: 'No repeat purchase brought money: spend cannot be predicted, so values are empty.',
  },
  'clv-calibrated': {
    zh: '参数用 {until} 以前（含当天）的数据拟合；对买家的预测仍用到 {asOf} 为止的全部数据。',
    en: 'The parameters are fitted to the days up to {until}; the forecast of the customers rests on all days up to {asOf}.',
  },
  'clv-range': {
    zh: '上下限是“照过去这样下去”的 95 % 区间，不包括季节和市场的变化；回测误差一并列出。',
    en: 'The range is 95 % "if the shop goes on as in the past"; it does not cover a change of season or market, so the error of the back-test stands beside it.',
  },
  'clv-range-season': {
    zh: '上下限是“照过去这样下去”（含季节起伏）的 95 % 区间，不包括市场的变化；回测误差一并列出。',
    en: 'The range is 95 % "if the shop goes on as in the past", its season included; it does not cover a change of the market, so the error of the back-test stands beside it.',
  },
  'clv-range-unproven': {
    zh: '模型没有可用的回测，区间未经检验。',
    en: 'The model has no back-test: the range is unproven.',
  },
  'clv-range-widened': {
    zh: '回测时实际购买落在区间之外（实际比预测 {error}）：购买次数的区间已按此放宽，放宽前见模型上下限。',
    en: 'In the back-test the purchases fell outside their range (truth {error} of the prediction): the range is widened by that; the model’s own stands beside it.',
  },
  'clv-range-widened-sales': {
    zh: '回测时实际销售额落在区间之外（实际比预测 {error}）：金额的区间已按此放宽。',
    en: 'In the back-test sales fell outside their range (truth {error} of the prediction): the ranges of money are widened by that.',
  },
  'clv-backtest-days': {
    zh: '回测：只用 {cut} 以前（含当天）的数据，预测 {customers} 位买家到 {to} 的 {days} 天。',
    en: 'Back-test: from the days up to {cut} alone, the {days} days to {to} of {customers} customers are predicted.',
  },
  'clv-backtest-later': {
    zh: '另有 {customers} 位买家在截断日之后才首购（{purchases} 次购买），模型无从知道，不计入回测。',
    en: 'Another {customers} customers were first seen after the cut ({purchases} purchases): no model can know them, they are not in the back-test.',
  },
  'clv-backtest-too-short': {
    zh: '历史不足 60 天，无法回测。',
    en: 'Less than 60 days of history: no back-test can be made.',
  },
  'clv-backtest-outside': {
    zh: '--calibration-end 不在历史之内，无法回测。',
    en: '--calibration-end lies outside the history: no back-test can be made.',
  },
  'clv-season-too-short': {
    zh: '截断日以前只有 {days} 天历史，不足 {needed} 天：学不出一年的季节起伏，预测按全年均匀。',
    en: 'Only {days} days of history before the cut, fewer than {needed}: a year’s season cannot be learned, the forecast takes the year as even.',
  },
  'clv-season-none': {
    zh: '预测按全年均匀，不含 11.11、6.18 等季节起伏；历史够长，--model auto 会检验要不要加上。',
    en: 'The forecast takes the year as even: no season, such as 11.11 or 6.18, is in it. The history is long enough: --model auto tries one.',
  },
  'clv-season-unseen': {
    zh: '各月的复购看不出超出偶然的季节起伏，预测按全年均匀。',
    en: 'The months show no season beyond chance: the forecast takes the year as even.',
  },
  'clv-season-no-better': {
    zh: '加上季节起伏没有更准（留出期各月总数平均差 {seasonal} 次，不加差 {even} 次），预测按全年均匀。',
    en: 'A season predicted no better (months held out missed by {seasonal} purchases on average, {even} without it): the forecast takes the year as even.',
  },
  'clv-season-taken': {
    zh: '预测含季节起伏：留出期各月总数平均只差 {seasonal} 次，按全年均匀差 {even} 次；各月倍数见“季节起伏”。',
    en: 'The season of the shop is in the forecast: months held out were missed by {seasonal} purchases on average, by {even} without it; its factors stand in "Season".',
  },
  'clv-repeats-top': {
    zh: '最后一组为 {repeats} 次及以上。',
    en: 'The last group holds {repeats} repeats or more.',
  },
  'payback-no-cost': {
    zh: '没有获客成本（--cpc 与 --cvr，或 --ad-spend），回本月留空。',
    en: 'The cost of acquisition is not given (--cpc and --cvr, or --ad-spend): the payback month is empty.',
  },
  'simple-value-years': {
    zh: '历史不满 730 天，算不出年流失率，使用年限需要用 --years 给出。',
    en: 'Less than 730 days of history: yearly churn cannot be computed, the years of use must be given with --years.',
  },
  'simple-value-costs': {
    zh: '没有给出的成本按 0 计（获客：--ad-spend 或 --cpc 与 --cvr；维护：--upkeep；服务：--service）。',
    en: 'Costs that are not given count as 0 (acquisition: --ad-spend, or --cpc and --cvr; --upkeep; --service).',
  },
} as const satisfies Record<string, Words>;
