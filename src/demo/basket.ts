import type { Minor } from '../model/orders.js';
import type { Day } from '../util/calendar.js';
import type { Random } from '../util/random.js';
import type { DemoLine } from './order.js';
import type { Person } from './people.js';
import { farProvinces } from './places.js';
import { chosen, gift, type Product, products } from './products.js';
import { seasonWeight } from './season.js';

/** What is in an order and what it costs, fen. */
export interface Basket {
  readonly lines: readonly DemoLine[];
  readonly list: Minor;
  readonly discount: Minor;
  readonly goods: Minor;
  readonly postage: Minor;
  readonly total: Minor;
  /** How much likelier than usual the buyer comes back after it. */
  readonly comesBack: number;
}

/** Fills the basket of somebody's n-th visit (from 0): the favourite again, or what the season offers. */
export function basket(random: Random, buyer: Person, day: Day, visit: number, province: string): Basket {
  if (visit > 0 && random.chance(0.02)) return priced([{ title: gift.title, quantity: 1, price: 0 }], 0, 0, 1);
  const main = product(random, buyer, day, visit);
  const lines = [line(random, main)];
  const more = random.unit();
  const others = more < 0.68 ? 0 : more < 0.9 ? 1 : 2;
  for (let other = 0; other < others; other++) {
    const next = product(random, buyer, day, 0);
    if (lines.every(({ title }) => title !== next.title)) lines.push(line(random, next));
  }
  const list = lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
  const discount = discountOf(random, list, day, visit);
  return priced(lines, discount, postageOf(list - discount, province), main.comesBack);
}

/** Pays the lines: every amount of the order follows from list price, discount and postage. */
function priced(lines: readonly DemoLine[], discount: Minor, postage: Minor, comesBack: number): Basket {
  const list = lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
  return { lines, list, discount, goods: list - discount, postage, total: list - discount + postage, comesBack };
}

function product(random: Random, buyer: Person, day: Day, visit: number): Product {
  if (visit > 0 && random.chance(0.55)) return products[buyer.favourite % products.length]!;
  return products[chosen(random, day)]!;
}

function line(random: Random, { title, price }: Product): DemoLine {
  const many = random.unit();
  const quantity = many < 0.8 ? 1 : many < 0.95 ? 2 : many < 0.998 ? random.between(3, 6) : random.between(20, 120);
  return { title, quantity, price };
}

/** Off 20 for every 199, 15 % on festival days, 5 yuan for old customers, now and then a price agreed in a chat. */
function discountOf(random: Random, list: Minor, day: Day, visit: number): Minor {
  let discount = Math.floor(list / 19_900) * 2000;
  if (seasonWeight(day) >= 2) discount += Math.round(list * 0.15);
  if (visit > 0 && list >= 5000) discount += 500;
  if (random.chance(0.03)) discount += random.between(1, 99);
  return Math.min(discount, list - 1);
}

/** Free from 59 yuan on; far provinces pay more, and always. */
function postageOf(goods: Minor, province: string): Minor {
  if (farProvinces.has(province)) return 1500;
  return goods >= 5900 ? 0 : 800;
}
