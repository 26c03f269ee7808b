import type { SilenceTuning } from './tuning';

interface Stream {
  readonly firstDay: number;
  /** Events of each day from `firstDay` on, and how many could have come. */
  readonly happened: Float64Array;
  readonly exposed: Float64Array;
}

/**
 * First day of a stream's events that counts. A time at the start in which there were hardly any, where the rate seen
 * afterwards would have brought many, is a time before recording (or the business) began, and no evidence that little
 * happens. What is not that clear is evidence and stays in.
 *
 * @returns `firstDay` where there are none at all: nothing tells silence from rarity.
 */
export function beginningOf(
  { firstDay, happened, exposed }: Stream,
  { hardly, unlikely }: SilenceTuning,
): number {
  const total = sum(happened);
  const exposure = sum(exposed);
  let best = unlikely;
  let from = firstDay;
  let [before, watched] = [0, 0];
  for (let day = 0; day < happened.length; day += 1) {
    const [after, left] = [total - before, exposure - watched];
    // A beginning is a day on which something happened.
    if ((happened[day] ?? 0) > 0 && after > 1 && left > 0 && watched > 0) {
      // The event that makes it a beginning says nothing of the rate.
      const rate = (after - 1) / left;
      if (before / watched < hardly * rate) {
        const gain =
          likelihood(before, watched) + likelihood(after - 1, left) - likelihood(total - 1, exposure);
        if (gain > best) [best, from] = [gain, firstDay + day];
      }
    }
    before += happened[day] ?? 0;
    watched += exposed[day] ?? 0;
  }
  return from;
}

/** Greatest log likelihood of Poisson events at one rate, but for what does not depend on the rate. */
function likelihood(events: number, exposure: number): number {
  return events > 0 ? events * Math.log(events / exposure) : 0;
}

function sum(of: Float64Array): number {
  let all = 0;
  for (const one of of) all += one;
  return all;
}
