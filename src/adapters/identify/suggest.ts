import type { Field, MappedColumn } from '../dialect.js';
import { normalHeader } from './header.js';

/** What a column of a field is often called, most telling first: for suggestions only, never to read by. */
const likely: readonly { readonly field: Field; readonly words: readonly RegExp[]; readonly never: RegExp }[] = [
  {
    field: 'order',
    words: [/订单.*(号|编号|id)|单号|单据|order.*(id|no|number)/, /订单|order/],
    never: /物流|快递|运单|支付|时间|日期|金额|状态|date|time/,
  },
  {
    field: 'buyer',
    words: [
      /会员|买家|buyer|customer|member/,
      /客户|用户|网名|昵称|账号|帐号|顾客|user|client|account/,
      /手机|电话|phone/,
    ],
    never: /留言|备注|费|款|额|积分|地址|卖家|note|address/,
  },
  {
    field: 'time',
    words: [/(付款|支付).*(时间|日)|paid.*(at|on|date)/, /时间|日期|(下单|成交)日|date|time/],
    never: /过期|结束|发货|到账|更新|导出|退款|updated?/,
  },
  {
    field: 'paid',
    words: [/实付|实收|(支付|付款).*(额|款)|paid/, /金额|总价|货款|应收|amount|total|revenue|price/],
    never: /退款|优惠|赔付|返现|时间|状态|单号|date|status|refund|discount/,
  },
];

/** A field that does as well: without it there is nothing to suggest for the other. */
const stands: Readonly<Partial<Record<Field, readonly Field[]>>> = { time: ['created'], paid: ['total'] };

/** Columns that look like a field nobody found, e.g. `会员号` for the buyer. */
export interface Suggestion {
  readonly field: Field;
  readonly header: string;
  readonly position: number;
}

/** One suggestion a field at most, for the fields that are not among `columns`; no column is suggested twice. */
export function suggestColumns(names: readonly string[], columns: readonly MappedColumn[]): readonly Suggestion[] {
  const taken = new Set(columns.map(({ position }) => position));
  const suggestions: Suggestion[] = [];
  for (const { field, words, never } of likely) {
    const enough = [field, ...(stands[field] ?? [])];
    if (columns.some((column) => enough.includes(column.field))) continue;
    const position = firstMatch(names, words, never, taken);
    if (position < 0) continue;
    taken.add(position);
    suggestions.push({ field, header: names[position] ?? '', position });
  }
  return suggestions;
}

/** `buyer=会员号,paid=5`: by name, by position where the name could be misread. */
export function mapOption(suggestions: readonly Suggestion[]): string {
  return suggestions
    .map(({ field, header, position }) => {
      const name = header.trim();
      return `${field}=${name === '' || /[,=\s]|^\d+$/.test(name) ? position + 1 : name}`;
    })
    .join(',');
}

function firstMatch(
  names: readonly string[],
  words: readonly RegExp[],
  never: RegExp,
  taken: ReadonlySet<number>,
): number {
  for (const word of words) {
    const position = names.findIndex((header, index) => {
      const name = normalHeader(header);
      return !taken.has(index) && word.test(name) && !never.test(name);
    });
    if (position >= 0) return position;
  }
  return -1;
}
