/**
 * Fewer past periods tell nothing of how much they differ (forecast.md, 11), and no skill from luck: of two ways that are
 * equally good one is nearer in all of three periods a quarter of the time, of four an eighth, which an interval of 80 %
 * allows. No part in a forecast.
 */
export const LEAST_PERIODS = 4;
