import type { DemoWish } from './shop.js';

/** The orders of the shipped example file: small, with two of every festival. */
export const example: DemoWish = { orders: 620, seed: 618 };
