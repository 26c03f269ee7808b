import { businessHours, type BusinessCalendar } from '../calendar/business-hours';
import type { TrulyNew } from './accounts-in-making';
import type { Decision } from './decide';
import type { Pass } from './find-passes';
import type { FoundPass } from './found-passes';
import { isTimely } from './is-timely';
import type { Setting } from './setting';
import { touch, type HourRange, type Touch } from './touch';

/** A pass with all that is known of it. */
export interface Handoff extends FoundPass {
  /** Of accepted passes of which it is known when. */
  readonly hoursToAccept: HourRange | null;
  /** Until the decision, the window's end, or `asOf`. */
  readonly hoursWatched: number;
  readonly touch: Touch;
  readonly timely: boolean | null;
  readonly trulyNew: boolean | null;
}

interface Sight {
  readonly setting: Setting;
  readonly calendar: BusinessCalendar;
  readonly isNew: TrulyNew;
  /** Whether first touches of the pass's deal are known at all: where they are not, it is not untouched. */
  readonly isTouchKnown: (found: FoundPass) => boolean;
}

/** What all deals together say of found passes: business hours, touches, new accounts. By date and then by deal. */
export function finishPasses(
  found: readonly FoundPass[],
  { setting, calendar, isNew, isTouchKnown }: Sight,
): readonly Handoff[] {
  const { asOf, decideWithinMs, process } = setting;
  const earliest = found.reduce((least, { pass }) => Math.min(least, pass.at.from), asOf);
  const hours = businessHours(calendar, { from: earliest, to: asOf });
  return byDate(found).map((one): Handoff => {
    const { deal, pass, decision } = one;
    const touched: Touch = isTouchKnown(one)
      ? touch(pass, { deal, decision }, { asOf, hours })
      : { kind: 'unknown' };
    return {
      ...one,
      hoursToAccept: hoursToAccept(pass, decision, hours),
      hoursWatched: hours(pass.at.to, Math.min(decision.at?.to ?? asOf, pass.at.to + decideWithinMs, asOf)),
      touch: touched,
      timely: isTimely(touched, process.touchWithinHours),
      trulyNew: isNew(deal, pass.at.to),
    };
  });
}

/** By date, then by deal. Dates are compared in a column of their own: looking each up in its pass takes far longer. */
function byDate(found: readonly FoundPass[]): readonly FoundPass[] {
  const dates = Float64Array.from(found, ({ pass }) => pass.at.to);
  const places = Int32Array.from(found.keys());
  places.sort((a, b) => (dates[a] ?? 0) - (dates[b] ?? 0) || byDeal(found[a], found[b]));
  return Array.from(places).flatMap((place) => found[place] ?? []);
}

function byDeal(a: FoundPass | undefined, b: FoundPass | undefined): number {
  if (a === undefined || b === undefined) return 0;
  if (a.deal.id !== b.deal.id) return a.deal.id < b.deal.id ? -1 : 1;
  return a.pass.attempt - b.pass.attempt;
}

function hoursToAccept(
  pass: Pass,
  { kind, at }: Decision,
  hours: (from: number, to: number) => number,
): HourRange | null {
  if (kind !== 'accepted' || at === null) return null;
  const low = hours(pass.at.to, at.from);
  return { low, high: Math.max(low, hours(pass.at.from, at.to)) };
}
