import { dayNumber } from '../../calendar/day-number';
import { dayText } from '../../calendar/day-text';
import type { FrozenForecast } from './frozen-forecast';
import type { LandedPeriod } from './landed-periods';
import { type PastForecast, SHARES } from './past-forecast';
import type { WonDays } from './won-days';

/** A forecast of up to so many days before stands for one of the day: nobody freezes on Sundays. No part in a forecast. */
const DAYS_BEFORE = 3;

interface Known {
  readonly periods: readonly LandedPeriod[];
  readonly landed: WonDays;
  readonly frozen: readonly FrozenForecast[];
}

/**
 * Puts what was frozen on the day in the place of what was recomputed for it: of each share of a period the row frozen
 * last of those of that day and of the three before. A frozen row counts where nothing could be recomputed as well. One
 * without a target has the mark that stood in for one and the chance that was given of it that day, or neither.
 */
export function withFrozen(
  recomputed: readonly PastForecast[],
  { periods, landed, frozen }: Known,
): readonly PastForecast[] {
  const nameOf = ({ kind, start, share }: Pick<PastForecast, 'kind' | 'start' | 'share'>): string =>
    `${kind} ${start} ${share}`;
  const written = periods.flatMap((period) => {
    const [start, end] = [dayText(period.start), dayText(period.end)];
    const own = frozen.filter((row) => row.start === start && row.end === end);
    return SHARES.flatMap((share): readonly PastForecast[] => {
      const asOf = Math.round(period.start + share * (period.end - period.start));
      const row = lastUpTo(own, asOf);
      if (row === undefined) return [];
      const { takenOn, p10, p50, mean, p90, baselines } = row;
      const { kind } = period;
      return [
        {
          kind,
          start,
          end,
          share,
          asOf: dayText((dayNumber(takenOn) ?? 0) + 1),
          madeBy: 'frozen',
          p10,
          p50,
          mean,
          p90,
          ...markedOf(row),
          baselines,
          landedMinor: Math.round(landed.between(period.start, period.end)),
        },
      ];
    });
  });
  const taken = new Set(written.map(nameOf));
  return [...recomputed.filter((one) => !taken.has(nameOf(one))), ...written].sort((a, b) =>
    a.start < b.start ? -1 : a.start > b.start ? 1 : a.share - b.share,
  );
}

/** A mark and its chance as they were written down. */
function markedOf({
  targetMinor,
  pHit,
  reference,
}: FrozenForecast): Pick<PastForecast, 'pHit' | 'markMinor' | 'markFrom'> {
  if (targetMinor !== null) return { pHit, markMinor: targetMinor, markFrom: 'target' };
  return { pHit: reference?.pHit ?? null, markMinor: reference?.markMinor ?? null, markFrom: 'reference' };
}

function lastUpTo(rows: readonly FrozenForecast[], asOf: number): FrozenForecast | undefined {
  return rows
    .filter(({ takenOn }) => {
      const knows = (dayNumber(takenOn) ?? 0) + 1;
      return knows <= asOf && knows >= asOf - DAYS_BEFORE;
    })
    .reduce<FrozenForecast | undefined>(
      (last, row) => (last === undefined || row.takenOn > last.takenOn ? row : last),
      undefined,
    );
}
