import type { Exposure } from './exposure';

/** Closings that a silence must have been expected to hold before it means that nobody wrote them down. */
const TOO_MANY_TO_MISS = 4;

/**
 * First day from which events of a kind were recorded. A silence at the start, in which the rate seen afterwards would
 * have brought more than a handful of them, is a time before recording began (or before the business did), not
 * evidence that nothing happens. A shorter silence is evidence and stays in.
 *
 * @returns `firstDay` where there are none at all: nothing tells silence from rarity.
 */
export function recordedFrom(
  { firstDay, days, cells, atRisk, eventDay, eventKind }: Omit<Exposure, 'winsFrom' | 'lossesFrom'>,
  kind: number,
): number {
  const at = eventKind.indexOf(kind);
  if (at < 0) return firstDay;
  const first = (eventDay[at] ?? firstDay) - firstDay;
  const events = eventKind.reduce((sum, one) => sum + (one === kind ? 1 : 0), 0) - 1;
  let before = 0;
  let after = 0;
  for (let row = 0; row < cells * days; row += days) {
    for (let day = 0; day < days; day += 1) {
      if (day < first) before += atRisk[row + day] ?? 0;
      else after += atRisk[row + day] ?? 0;
    }
  }
  return after > 0 && (events / after) * before > TOO_MANY_TO_MISS ? firstDay + first : firstDay;
}
