import { betaGeometric } from './beta-geometric.js';

/**
 * BG/NBD. While alive a customer buys at a rate λ ~ gamma(r, rate α); after each repeat purchase he leaves for good with
 * chance p ~ beta(a, b). Nobody leaves before a second purchase: every one-time buyer is alive for certain, however
 * long ago he bought, so this is not the default. Source: Fader, Hardie & Lee 2005, "Counting your customers the easy
 * way", Marketing Science 24: eq. 6 (likelihood), 9 and 10 (expected purchases).
 */
export const bgNbd = betaGeometric('bg-nbd', { atStart: 0, k: 1 });
