/** Shares of the run rate that stand in for targets: from likely to hardly. No part in a forecast. */
const REFERENCE = [0.8, 0.9, 1, 1.1, 1.25] as const;

/**
 * What a chance is asked of: the target where one was set, else a share of what the run rate said that day, 80 to 125 %
 * in turn. A chance is right or wrong whoever chose the mark, and few past periods have a target on record.
 *
 * @param nth Number of the forecast: so marks differ from one to the next.
 */
export function markOf(
  target: number | undefined,
  { runRate, nth }: { readonly runRate: number | undefined; readonly nth: number },
): { readonly mark: number | null; readonly from: 'target' | 'reference' } {
  if (target !== undefined) return { mark: target, from: 'target' };
  if (runRate === undefined || !(runRate > 0)) return { mark: null, from: 'reference' };
  return { mark: Math.round(runRate * (REFERENCE[nth % REFERENCE.length] ?? 1)), from: 'reference' };
}
