import type { IdentityMode } from '../../src/adapters/identity/identity-rules.js';
import type { DrawnRow } from './row-store.js';

/** Per order a number of its customer, −1 = unknown: straight from the rules, quadratic. `platform:name` or `name`. */
export function slowCustomers(
  orders: readonly DrawnRow[],
  mode: Exclude<IdentityMode, 'loose'>,
  aliases: readonly (readonly string[])[],
): readonly number[] {
  const evidence = orders.map(keysOf);
  const all = [...new Set(evidence.flat())];
  let groups = all.map((key) => [key]);
  for (const names of chainsOf(aliases, (name) => isClear(name, all))) {
    const keys = names.flatMap((name) => meant(name, all));
    if (keys.length > 1) groups = joined(groups, keys);
  }
  const aliased = groups;
  const believed = orders.map(({ status }) => status !== 'unpaid');
  if (mode === 'linked')
    evidence.forEach((keys, at) => {
      if (believed[at] && keys.length > 0) groups = joined(groups, keys);
    });
  const isBuyer = new Set(
    orders.flatMap((order, at) => (believed[at] && usable(order.buyer) ? [evidence[at]![0]!] : [])),
  );
  const buyersIn = (group: readonly string[]) =>
    aliased.filter((one) => group.includes(one[0]!) && one.some((key) => isBuyer.has(key))).length;
  const final = groups.flatMap((group) =>
    buyersIn(group) > 5 ? aliased.filter((one) => group.includes(one[0]!)) : [group],
  );
  return evidence.map(([best]) => final.findIndex((group) => best !== undefined && group.includes(best)));
}

function usable(text: string | undefined): text is string {
  return text !== undefined && !text.includes('*');
}

/** The keys of an order, the best first. */
function keysOf({ buyer, account, phone, platform = 'mall' }: DrawnRow): readonly string[] {
  return [
    ...(usable(buyer) ? [`${platform} buyer ${buyer}`] : []),
    ...(usable(account) ? [account.includes('@') ? `mail ${account}` : `${platform} account ${account}`] : []),
    ...(usable(phone) ? [`phone ${phone}`] : []),
  ];
}

/** The names of rows that share one, however many rows further on; a name that is two people joins nothing. */
function chainsOf(
  rows: readonly (readonly string[])[],
  clear: (name: string) => boolean,
): readonly (readonly string[])[] {
  let chains: string[][] = [];
  for (const row of rows) chains = joined([...chains, row.filter(clear)], row.filter(clear));
  return chains;
}

function isClear(name: string, all: readonly string[]): boolean {
  return homesOf(name, all).size <= 1;
}

function meant(name: string, all: readonly string[]): readonly string[] {
  return homesOf(name, all).size > 1 ? [] : found(name, all);
}

function homesOf(name: string, all: readonly string[]): ReadonlySet<string> {
  const homes = found(name, all).map((key) => key.split(' ')[0]!);
  return new Set(homes.filter((home) => home !== 'phone' && home !== 'mail'));
}

function found(name: string, all: readonly string[]): readonly string[] {
  const [platform, own] = name.includes(':') ? name.split(':') : [null, name];
  return all.filter((key) => key.split(' ').at(-1) === own && (platform === null || key.startsWith(`${platform} `)));
}

function joined(groups: readonly (readonly string[])[], keys: readonly string[]): string[][] {
  const touched = groups.filter((group) => group.some((key) => keys.includes(key)));
  return [...groups.filter((group) => !touched.includes(group)).map((group) => [...group]), touched.flat()];
}
