import type { ExclusionRule } from '../../model/imported.js';
import { type Dictionary, NONE } from '../../model/orders.js';
import { keysOfName, personKeys } from '../identity/customer-keys.js';
import type { Columns } from '../merge/columns.js';
import type { MergedOrders } from '../merge/merge.js';
import type { RowTexts } from '../rows/rows.js';
import type { ExclusionRules } from './exclusion-rules.js';
import { Sought } from './sought.js';

/** Which order is named by which rule. */
export interface Exclusions {
  readonly rules: readonly ExclusionRule[];
  /** Per merged order: 1 + index of the first rule that names it, 0 = none. */
  readonly ruleOf: Uint16Array;
}

/**
 * The orders that the user's rules name: by order number, by buyer (any of the order's own buyer id, account or phone),
 * by a word in the memo (any letter case, full-width or not). The first rule counts: the list's order numbers, its
 * buyers, then the words as given. Null when there are no rules. Each text is looked at once.
 */
export function exclusionsOf(
  { size, columns }: MergedOrders,
  texts: RowTexts,
  { list, memoWords }: ExclusionRules,
): Exclusions | null {
  const rules: ExclusionRule[] = [];
  const ruleOf = new Uint16Array(size);
  const apply = (named: (order: number) => boolean, rule: () => ExclusionRule): void => {
    for (let order = 0; order < size; order++) {
      if (ruleOf[order] === 0 && named(order)) ruleOf[order] = rules.length + 1;
    }
    rules.push(rule());
  };
  if (list !== null && list.orders.length > 0) {
    const sought = new Sought(list.orders);
    const named = numbered(columns, texts.order, sought);
    apply(named, () => ({ kind: 'orders', name: list.file, listed: sought.size, missing: sought.missing }));
  }
  if (list !== null && list.buyers.length > 0) {
    const sought = new Sought(list.buyers, (name) => keysOfName(name).map(({ space, text }) => `${space} ${text}`));
    const named = bought(columns, texts, sought);
    apply(named, () => ({ kind: 'buyers', name: list.file, listed: sought.size, missing: sought.missing }));
  }
  for (const word of memoWords) {
    apply(remarked(columns, texts.memo, word), () => ({ kind: 'memo', name: word, listed: null, missing: null }));
  }
  return rules.length === 0 ? null : { rules, ruleOf };
}

function numbered(columns: Columns, numbers: Dictionary, sought: Sought): (order: number) => boolean {
  const isListed = judged(numbers, (text) => sought.has([text]));
  return (order) => isListed(columns.order[order]!);
}

function bought(columns: Columns, texts: RowTexts, sought: Sought): (order: number) => boolean {
  const columnsOf = (['buyer', 'account', 'phone'] as const).map((name) => ({
    codes: columns[name],
    isListed: judged(texts[name], (text) =>
      sought.has(personKeys(name, text).map(({ space, text: key }) => `${space} ${key}`)),
    ),
  }));
  return (order) => columnsOf.filter(({ codes, isListed }) => isListed(codes[order]!)).length > 0;
}

function remarked(columns: Columns, memos: Dictionary, word: string): (order: number) => boolean {
  const wanted = plain(word);
  const holds = judged(memos, (text) => plain(text).includes(wanted));
  return (order) => holds(columns.memo[order]!);
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** A question about a text, asked once for each code. */
function judged(texts: Dictionary, ask: (text: string) => boolean): (code: number) => boolean {
  const answers = new Uint8Array(texts.size);
  return (code) => {
    if (code === NONE) return false;
    if (answers[code] === 0) answers[code] = ask(texts.decode?.(code) ?? texts.text(code)) ? 2 : 1;
    return answers[code] === 2;
  };
}
