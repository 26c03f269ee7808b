import { dayNumber } from '../../calendar/day-number';
import type { Kinds } from '../landing';
import { raisedChance } from '../raised-chance';
import type { SpanForecast } from '../span-forecast';
import type { WhatIf } from './what-if';
import { supposedChances } from './supposed-chances';
import type { WhatIfGround } from './what-if-ground';

/** What a period's deals would do, before their sum is made. Money is in the unit of the forecast. */
export interface Supposition {
  readonly span: SpanForecast;
  /** Places of the deals that are taken as won, and what they bring: they are no chances. */
  readonly taken: readonly number[];
  readonly certain: number;
  /** Expected of open deals before any of them was taken otherwise. */
  readonly openMean: number;
  /** Of each open deal the chance by the level that the past asks for; 1 where it is taken as won. */
  readonly raised: Float64Array;
}

/** Multiplies hazards, amounts and creation, and takes single deals otherwise. Deals no longer open are passed over. */
export function suppose(kept: WhatIfGround, asked: WhatIf): Supposition {
  const { now, ground, isRenewal } = kept;
  const { groups } = now;
  const { usual, renewals, everOf, newWins } = supposedChances(kept, asked);
  const single = singleDeals(kept, asked);
  const kinds = kindsOf(groups.of, { usual, renewals, isRenewal, singles: single.length });
  const count = groups.of.length;
  const chances = new Float64Array(count);
  const values = new Float64Array(count);
  let read = 0;
  for (let at = 0; at < count; at += 1) {
    const chance = kinds.chances[kinds.of[at] ?? 0] ?? 0;
    const value = (kept.values[at] ?? 0) * asked.dealSize;
    chances[at] = chance;
    values[at] = value;
    read += chance * value;
  }
  const first = kinds.chances.length - single.length;
  single.forEach(({ at, fate, day, value }, nth) => {
    const before = chances[at] ?? 0;
    const isInside = fate === 'moved' && day >= ground.start && day < ground.end;
    const inside = isInside ? Math.max(before, everOf(groups.of[at] ?? 0, isRenewal[at] === 1)) : 0;
    chances[at] = fate === 'open' ? before : inside;
    if (value !== undefined) values[at] = value;
    kinds.of[at] = first + nth;
    kinds.chances[first + nth] = chances[at] ?? 0;
  });
  let openMean = read;
  if (single.length > 0) {
    openMean = 0;
    for (let at = 0; at < count; at += 1) openMean += (chances[at] ?? 0) * (values[at] ?? 0);
  }
  const taken = single.flatMap(({ at, fate }) => (fate === 'won' ? [at] : []));
  const certain = taken.reduce((sum, at) => sum + (values[at] ?? 0), 0);
  const { unbornWins } = ground;
  const span = { deals: now.open.deals, chances, values, kinds, openMean, newWins, unbornWins };
  // Deals of a kind have one chance: it is raised once.
  const raisedKinds = kinds.chances.map((chance) => raisedChance(chance, ground.level));
  const raised = new Float64Array(count);
  for (let at = 0; at < count; at += 1) raised[at] = raisedKinds[kinds.of[at] ?? 0] ?? 0;
  for (const at of taken) raised[at] = 1;
  return { span, taken, certain, openMean: read, raised };
}

interface Chances {
  readonly usual: Float64Array;
  readonly renewals: Float64Array | undefined;
  readonly isRenewal: Uint8Array;
  /** Deals that will have a chance of their own. */
  readonly singles: number;
}

/** Groups, then groups of renewals where these are other, then room for single deals. */
function kindsOf(of: Int32Array, { usual, renewals, isRenewal, singles }: Chances) {
  const groups = usual.length;
  const chances = new Float64Array(groups + (renewals?.length ?? 0) + singles);
  chances.set(usual);
  if (renewals !== undefined) chances.set(renewals, groups);
  const kinds =
    renewals === undefined
      ? of.slice()
      : of.map((group, at) => (isRenewal[at] === 1 ? groups + group : group));
  return { of: kinds, chances } satisfies Kinds;
}

interface Single {
  readonly at: number;
  readonly fate: 'open' | 'won' | 'lost' | 'moved';
  /** Of a moved deal; before all days where it is not known. */
  readonly day: number;
  readonly value: number | undefined;
}

/** In the order of the open deals: in which order they were supposed makes no difference. */
function singleDeals({ placeOf }: WhatIfGround, { deals }: WhatIf): readonly Single[] {
  return [...deals]
    .flatMap(([key, { fate, on, value }]) => {
      const at = placeOf.get(key);
      const day = on === undefined ? undefined : dayNumber(on);
      return at === undefined ? [] : [{ at, fate, day: day ?? -Infinity, value }];
    })
    .sort((a, b) => a.at - b.at);
}
