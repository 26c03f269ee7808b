import { EVER_DAYS } from '../ever-days';
import { groupChances } from '../group-chances';
import { winChances } from '../win-chances';
import type { WhatIf } from './what-if';
import type { WhatIfGround } from './what-if-ground';

interface SupposedChances {
  /** Of each group, to be won inside the period. */
  readonly usual: Float64Array;
  /** The same of renewals, where churn makes them other. */
  readonly renewals: Float64Array | undefined;
  /** Of a deal of a group, to be won in the end. */
  readonly everOf: (group: number, isRenewal: boolean) => number;
  readonly newWins: number;
}

type Rates = Pick<WhatIf, 'winRate' | 'cycle' | 'newPipeline' | 'churn'>;

/** Chances to be won in the end, as they were asked for last: they are the same for each period of a forecast. */
const lastEver = new WeakMap<
  WhatIfGround['now'],
  { readonly winRate: number; readonly cycle: number; readonly chances: Float64Array }
>();

/** Chances under multipliers: these go through the recursion over stages and ages, group by group and not deal by deal. */
export function supposedChances({ now, ground, hasRenewals }: WhatIfGround, asked: Rates): SupposedChances {
  const { model, groups } = now;
  const change = { winRate: asked.winRate, speed: 1 / asked.cycle };
  const tableOf = (start: number, end: number) =>
    winChances(model.hazards, {
      span: { from: model.until, start, end },
      factors: model.factors,
      entry: model.entry,
      change,
    });
  const most = Math.min(1, model.mostChance * Math.max(1, asked.winRate));
  const byGroup = (open: Float64Array): Float64Array => groupChances(open, groups, most);
  const table = tableOf(ground.start, ground.end);
  const usual = byGroup(table.open);
  const ever = (): Float64Array => {
    const last = lastEver.get(now);
    if (last?.winRate === asked.winRate && last.cycle === asked.cycle) return last.chances;
    const end = Math.min(model.horizon, model.until + EVER_DAYS);
    const chances = byGroup(tableOf(model.until, end).open);
    lastEver.set(now, { winRate: asked.winRate, cycle: asked.cycle, chances });
    return chances;
  };
  const isOther = hasRenewals && asked.churn !== 1;
  const renewals = isOther
    ? usual.map((chance, group) => renewed(chance, ever()[group] ?? 0, asked.churn))
    : undefined;
  const everOf = (group: number, isRenewal: boolean): number => {
    const one = ever()[group] ?? 0;
    return isOther && isRenewal ? renewed(one, one, asked.churn) : one;
  };
  // Nothing tells how their chances come about: their number is multiplied as their chances would be.
  let newWins = ground.unbornWins * asked.winRate;
  for (let day = 0; day < table.created.length; day += 1)
    newWins += (model.creation[day] ?? 0) * Math.min(most, table.created[day] ?? 0);
  return { usual, renewals, everOf, newWins: newWins * asked.newPipeline };
}

/** A renewal's chance where so many times as many renewals are not won in the end. */
function renewed(chance: number, ever: number, churn: number): number {
  return ever > 0 ? Math.min(1, (chance * Math.max(0, 1 - churn * (1 - ever))) / ever) : chance;
}
