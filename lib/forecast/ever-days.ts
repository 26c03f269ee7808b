/** Days within which an open deal counts as won in the end. Part of the answer's form (forecast.md). */
export const EVER_DAYS = 365;
