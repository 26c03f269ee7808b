/**
 * First days of the bins of days in a stage; the last bin has no end. Day 1 is the day after the deal came in. Cost of half
 * and twice as many 0.17 / 0.05 / 0.25 (see `Tuning`).
 */
const STARTS = [
  1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 17, 21, 25, 29, 33, 40, 50, 60, 75, 90, 120, 150, 200, 250, 300,
] as const;

export const AGE_BINS = STARTS.length;

/** From here on age makes no difference. Cost 0.00 / 0.00 / 0.00. */
export const OLDEST = 300;

/** Bin of each number of days in a stage, 0 to OLDEST. */
export const BIN_OF_AGE: Uint8Array = Uint8Array.from({ length: OLDEST + 1 }, (_, age) =>
  Math.max(
    0,
    STARTS.findLastIndex((start) => start <= age),
  ),
);

/** Day after the last one of each bin. */
export const BIN_END: Int32Array = Int32Array.from(STARTS, (_, bin) => STARTS[bin + 1] ?? 2 ** 30);
