import type { ChangeSide } from '../deal';
import { isSameValue } from '../is-same-value';
import type { Linked } from './link-steps';

/** What a field was seen to be at an instant. */
export interface SeenThen {
  readonly side: ChangeSide;
  readonly at: string;
}

/** A file's minutes have no seconds, and its clock is the CRM's. */
const slackMs = 120_000;

/** A stretch of time in which the file says what the field was, in milliseconds. */
interface Stretch {
  readonly side: ChangeSide;
  readonly from: number;
  readonly to: number;
}

/**
 * Whether a file says something else of a field than what was seen of it. It need not say the same before its first
 * step, between two that do not join, or after it was written: there a change may be missing. Such a change is believed
 * only where both of its values are known by the same names.
 *
 * @param seen In any order; `now` is what the deal is now.
 * @param written Instant up to which the file tells.
 */
export function contradicts(
  linked: Linked,
  { seen, now }: { readonly seen: readonly SeenThen[]; readonly now: SeenThen | undefined },
  {
    written,
    isBelievable,
  }: {
    readonly written: string;
    readonly isBelievable: (seen: ChangeSide, said: ChangeSide) => boolean;
  },
): boolean {
  const stretches = stretchesOf(linked, written);
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (first === undefined || last === undefined) return false;
  const isWrong = ({ side, at }: SeenThen) => {
    const then = msOf(at);
    const about = stretches.filter(({ from, to }) => from - slackMs <= then && then <= to + slackMs);
    if (about.length > 0) return about.every((one) => !isSameValue(one.side, side));
    const near = then < first.from ? first : then > last.to ? last : undefined;
    return near !== undefined && !isSameValue(near.side, side) && !isBelievable(side, near.side);
  };
  if (seen.some(isWrong)) return true;
  if (now === undefined) return false;
  // What the deal is now is what the file ends on, unless it was seen after the file was written.
  const end = linked.groups.at(-1)?.at(-1)?.at;
  const isSettled = msOf(now.at) > (end === undefined ? last.from : msOf(end)) && msOf(now.at) <= last.to;
  return isSettled ? !isSameValue(last.side, now.side) : isWrong(now);
}

function stretchesOf({ groups, start, isBorn }: Linked, written: string): readonly Stretch[] {
  const links = groups.flat();
  const begin = isBorn ? -Infinity : msOf(start.notBefore ?? links[0]?.notBefore ?? written);
  const stretches: Stretch[] = [];
  let open = { side: start.side, from: begin };
  let until = begin;
  for (const { from, to, notBefore, at } of links) {
    if (isSameValue(open.side, from)) stretches.push({ ...open, to: msOf(at) });
    else {
      // A change between the two is missing.
      stretches.push({ ...open, to: until });
      stretches.push({ side: from, from: msOf(notBefore), to: msOf(at) });
    }
    open = { side: to, from: msOf(notBefore) };
    until = msOf(at);
  }
  return [...stretches, { ...open, to: Math.max(until, msOf(written)) }];
}

function msOf(instant: string): number {
  return Temporal.Instant.from(instant).epochMilliseconds;
}
