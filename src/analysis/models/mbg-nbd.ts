import { betaGeometric } from './beta-geometric.js';

/**
 * MBG/NBD, the default. As BG/NBD, but a customer may leave after the first purchase too, so that a one-time buyer is
 * the less likely alive the longer ago he bought: most customers of most shops buy once. Source: Batislam, Denizel &
 * Filiztekin 2007, "Empirical validation and comparison of models for customer base analysis", International Journal of
 * Research in Marketing 24: appendix A, eq. 5 (P(alive)) and 6 (expected purchases), the latter as
 * corrected by Wagner & Hoppe 2008, "Erratum on the MBG/NBD model".
 */
export const mbgNbd = betaGeometric('mbg-nbd', { atStart: 1, k: 1 });
