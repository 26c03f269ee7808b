import { beginningOf } from './beginning-of';
import { TUNING } from './tuning';

/** Days on which deals closed, that come one by one in any order. */
export interface ClosingDays {
  readonly add: (day: number, isWon: boolean) => void;
  /** First day since which closings are recorded, by those before day `until`; `undefined`: there is none. */
  readonly recordedFrom: (until: number) => number | undefined;
}

/**
 * The one rule for the day since which closings are known, of forecast, record and coverage alike. The first that is known
 * may be a stray one, of a time of which hardly any other was read: what such a time brought is not known. Wins tell where
 * it ends ({@link beginningOf}), against the days.
 */
export function closingDays(): ClosingDays {
  const wins = new Map<number, number>();
  return {
    add: (day, isWon) => void wins.set(day, (wins.get(day) ?? 0) + Number(isWon)),
    recordedFrom: (until) => {
      let firstDay = until;
      for (const day of wins.keys()) firstDay = Math.min(firstDay, day);
      if (firstDay >= until) return undefined;
      const happened = Float64Array.from(
        { length: until - firstDay },
        (_, at) => wins.get(firstDay + at) ?? 0,
      );
      const exposed = new Float64Array(happened.length).fill(1);
      return beginningOf({ firstDay, happened, exposed }, TUNING.silence);
    },
  };
}
