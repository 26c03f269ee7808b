import { beginningOf } from './beginning-of';
import type { Exposure } from './exposure';
import type { SilenceTuning } from './tuning';

/**
 * First day from which events of a kind were recorded: {@link beginningOf} their stream, against the deals at risk.
 */
export function recordedFrom(
  {
    firstDay,
    days,
    cells,
    atRisk,
    eventDay,
    eventKind,
  }: Pick<Exposure, 'firstDay' | 'days' | 'cells' | 'atRisk' | 'eventDay' | 'eventKind'>,
  kind: number,
  tuning: SilenceTuning,
): number {
  const exposed = new Float64Array(days);
  for (let row = 0; row < cells * days; row += days)
    for (let day = 0; day < days; day += 1) exposed[day] = (exposed[day] ?? 0) + (atRisk[row + day] ?? 0);
  const happened = new Float64Array(days);
  for (let at = 0; at < eventDay.length; at += 1) {
    const day = (eventDay[at] ?? firstDay) - firstDay;
    if (eventKind[at] === kind) happened[day] = (happened[day] ?? 0) + 1;
  }
  return beginningOf({ firstDay, happened, exposed }, tuning);
}
