import type { Minor } from '../model/orders.js';
import { civilOf, type Day } from '../util/calendar.js';
import { type Random, runningTotal } from '../util/random.js';

/** A product of the demo shop. */
export interface Product {
  readonly title: string;
  /** List price per unit, fen. */
  readonly price: Minor;
  /** How often it is chosen against the others. */
  readonly weight: number;
  /** How much likelier than usual its buyer comes back: tea is drunk up, a pot is not. */
  readonly comesBack: number;
  /** Months it sells three times as well in. */
  readonly months: readonly number[];
}

/** The catalogue: trial packs, everyday teas, gifts, teaware. Titles hold what titles hold, full-width commas too. */
export const products: readonly Product[] = [
  product('【新客尝鲜】五味小样 5包装', 1990, 26, 1.25),
  product('茉莉银毫 2号 100g袋装', 5800, 18, 1.2),
  product('茉莉银毫 特级 250g罐装', 16800, 9, 1.3),
  product('桂花乌龙 100g袋装', 6200, 16, 1.15, [9, 10]),
  product('凤凰单丛 蜜兰香 150g', 12800, 10, 1.2),
  product('正山小种 烟熏款 125g', 8800, 11, 1.1, [11, 12, 1]),
  product('正山小种 花果香 250g', 15800, 7, 1.15),
  product('白牡丹 2019年 300g饼', 19900, 6, 1.05),
  product('寿眉 老白茶 350g饼，可煮', 13900, 7, 1.1, [11, 12]),
  product('熟普 小金砖 5g×40粒', 9900, 10, 1.35),
  product('生普 古树春茶 357g饼', 46800, 3, 0.9, [5, 6]),
  product('龙井 明前 50g罐装', 26800, 5, 0.95, [3, 4]),
  product('龙井 雨前 200g袋装', 15800, 8, 1.1, [4, 5]),
  product('碧螺春 头采 100g', 22800, 4, 0.95, [3, 4]),
  product('冷泡茶 白桃乌龙 15包', 4590, 14, 1.2, [5, 6, 7, 8]),
  product('冷泡茶 葡萄茉莉 15包', 4590, 12, 1.15, [5, 6, 7, 8]),
  product('陈皮白茶 小方片 30片', 7990, 9, 1.25),
  product('玄米茶 大袋 500g', 3980, 8, 1.3),
  product('中秋茶礼盒（四罐，含手提袋）', 29800, 2, 0.6, [8, 9]),
  product('新年茶礼盒「岁岁」（双罐，含手提袋）', 36800, 2.5, 0.6, [12, 1]),
  product('玻璃公道杯 300ml', 4900, 6, 0.55),
  product('手绘盖碗 120ml 单只', 12900, 4, 0.5),
  product('旅行茶具套装 一壶三杯 "轻行"', 16900, 3, 0.5),
  product('茶滤 304不锈钢', 1290, 6, 0.6),
];

/** A product that costs nothing: sent again, or a gift of the shop. */
export const gift: Product = product('【赠品勿拍】随机小样 1包', 0, 0, 1);

const monthly = Array.from({ length: 12 }, (_, month) =>
  runningTotal(products.map(({ weight, months }) => weight * (months.includes(month + 1) ? 3 : 1))),
);

/** What somebody chooses on a day. */
export function chosen(random: Random, day: Day): number {
  return random.weighted(monthly[civilOf(day).month - 1]!);
}

function product(
  title: string,
  price: Minor,
  weight: number,
  comesBack: number,
  months: readonly number[] = [],
): Product {
  return { title, price, weight, comesBack, months };
}
