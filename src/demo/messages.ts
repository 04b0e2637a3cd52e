/** What buyers write to the shop, with all that breaks a careless reader: commas, line ends, quotes, emoji, rare Han. */
export const messages: readonly string[] = [
  '麻烦发顺丰，谢谢',
  '周末再送,平时家里没人',
  '请用"简约"包装，不要放小票',
  '送人的，麻烦写张卡片：\n生日快乐\n——小满',
  '上次的很好喝😋 回购',
  '地址里是 “听松” 不是 “听讼”',
  '收件人姓䶮，别写成龑',
  '多给点小样呗🙏🙏',
  '=发货前电话联系=',
  '1,2,3号楼都可以放驿站',
  '茶叶要新的；日期不好就不要发了',
  '𠮷祥如意，开工大吉',
  '+急，明天出差',
  "it's a gift, no price tag please",
  '工作日送\r\n谢谢',
];

/** What the shop notes for itself; brushing orders are marked in the shop's own shorthand. */
export const memos: readonly string[] = [
  '已加赠小样',
  '补发，原单破损',
  '客户要求改地址，已改',
  '老客，多送1包',
  '顺丰到付补差价,已沟通',
  '催发货\n已安排',
  'B单勿发',
];
