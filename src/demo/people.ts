import { Random } from '../util/random.js';
import type { Destination } from './order.js';
import { destination } from './places.js';

/** A customer of the demo shop: name, address and habits, the same at every visit. */
export interface Person {
  readonly nick: string;
  readonly receiver: string;
  readonly phone: string;
  readonly home: Destination;
  /** Purchases per 95 days while the customer is with the shop. Gamma(2) with mean 1 over customers. */
  readonly rate: number;
  /** Chance to leave for good after a purchase. Beta(2, 1) over customers. */
  readonly leaves: number;
  /** Product bought again and again, an index. */
  readonly favourite: number;
}

const surnames = [
  ...'林周许沈梁宋唐韩冯邓曹彭曾萧田董袁潘蒋蔡余杜叶程苏魏吕丁任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹',
];
const given = [
  ...'若安清禾予晴知夏望舒言初南乔景行书砚沐阳一诺思远星河听雨小满云帆子衿青柠木槿怀瑾佳宁',
  '喆',
  '𠮷',
  '䶮',
  '𬴂',
];
const words = [
  '半糖',
  '茶茶',
  '山里的猫',
  '月亮邮局',
  '早睡冠军',
  '晚风',
  '团子',
  '南瓜小姐',
  '老王',
  '追风少年',
] as const;
const signs = ['🍵', '🐱', '☘️', '🌙', '👩‍🍳'] as const;

/** The customer of a number: made from seed and number alone, so nobody has to be remembered. */
export function person(seed: number, customer: number): Person {
  const random = new Random(seed, customer, 0xc0de);
  const first = random.unit();
  const second = random.unit();
  return {
    nick: nick(random, serial(seed, customer)),
    receiver: receiver(random),
    phone: phone(random),
    home: destination(random),
    rate: (random.exponential() + random.exponential()) / 2,
    leaves: Math.max(first, second),
    favourite: random.bits(),
  };
}

/** An invented name of two or three characters, some of them rare. */
export function receiver(random: Random): string {
  const name = random.pick(surnames) + random.pick(given);
  return random.chance(0.6) ? name + random.pick(given) : name;
}

/** A number of the invented range 1390000xxxx. */
export function phone(random: Random): string {
  return `1390000${String(random.below(10_000)).padStart(4, '0')}`;
}

/** The first and last character with two stars between: what a platform shows since it hides names. */
export function masked(name: string): string {
  const characters = [...name];
  return `${characters[0] ?? ''}**${characters[characters.length - 1] ?? ''}`;
}

/** Every kind of login name there is; unique, as each holds the customer's own serial number. */
function nick(random: Random, own: number): string {
  const kind = random.unit();
  if (kind < 0.46) return `tb${String(own).padStart(8, '0')}`;
  if (kind < 0.74) return random.pick(words) + own;
  if (kind < 0.82) return `1${String(own).padStart(8, '0')}`;
  if (kind < 0.9) return `${random.pick(['lily', 'Tea_', 'momo', 'j.k.', 'x-'])}${own.toString(36)}`;
  if (kind < 0.96) return `${random.pick(signs)}${random.pick(words)}${own.toString(36)}`;
  return `${random.pick(given)}の${random.pick(words)}_${own}`;
}

/** A different number below 99,999,989 (a prime) for each customer, without telling how many there are. */
function serial(seed: number, customer: number): number {
  return (customer * 48_271 + (seed % 9973) * 7919 + 10_007) % 99_999_989;
}
