import type { BookForecast } from '../forecast-book';
import type { RecurringDesk } from '../recurring/recurring-desk';
import type { RecurringAhead } from '../recurring/recurring-report';
import { answerWhatIf, type WhatIfLanding } from './answer-what-if';
import { unreadWins } from '../unread-wins';
import { NO_WHAT_IF } from './no-what-if';
import { suppose } from './suppose';
import type { WhatIf } from './what-if';
import { type WhatIfGround, whatIfGround } from './what-if-ground';
import type { SupposedOdds, WhatIfQuestion, WhatIfReport } from './what-if-report';

/** Answers suppositions about a forecast, as many as are asked. */
export interface WhatIfDesk {
  /** @returns `undefined` where the period is over. */
  readonly answer: (question: WhatIfQuestion) => WhatIfReport | undefined;
  /** Recurring revenue at the end of each period where nothing is supposed; none where no deal brings any. */
  readonly ahead: readonly RecurringAhead[];
}

interface Known {
  readonly found: Pick<BookForecast, 'now' | 'grounds'>;
  /** Keys of the open deals that renew what is there already. */
  readonly renewals: ReadonlySet<string>;
  /** `undefined`: no deal brings recurring revenue. */
  readonly recurring: RecurringDesk | undefined;
}

interface Kept {
  readonly ground: WhatIfGround;
  readonly usual: WhatIfLanding;
}

/** Keeps what suppositions need from the first one about a period on. */
export function whatIfDesk({ found, renewals, recurring }: Known): WhatIfDesk {
  const known = new Map<number, Kept | undefined>();
  const keptOf = (nth: number): Kept | undefined => {
    if (!known.has(nth)) {
      const ground = whatIfGround(found, nth, renewals);
      known.set(nth, ground && { ground, usual: answerWhatIf(ground, NO_WHAT_IF) });
    }
    return known.get(nth);
  };
  let places: Int32Array | undefined;
  /** Where the deals that recurring revenue is expected of stand among the open ones, the same in all periods; -1: nowhere. */
  const placesIn = ({ placeOf }: WhatIfGround): Int32Array =>
    (places ??= Int32Array.from(recurring?.ids ?? [], (id) => placeOf.get(id) ?? -1));
  /** Until the n-th period ends: what the periods before it bring counts as well. */
  const aheadOf = (nth: number, whatIf: WhatIf, own?: WhatIfLanding): RecurringAhead | undefined => {
    if (recurring === undefined) return undefined;
    const spans = Array.from({ length: nth + 1 }, (_, at) => {
      const kept = keptOf(at);
      if (kept === undefined) return [];
      const { ground, usual } = kept;
      if (at === nth && own !== undefined) return [{ ground, usual, landing: own }];
      return [{ ground, usual, landing: whatIf === NO_WHAT_IF ? usual : winsOf(ground, whatIf) }];
    }).flat();
    const placed = spans[0] === undefined ? new Int32Array() : placesIn(spans[0].ground);
    const chanceOf = (_: string, nthDeal: number): number => {
      const at = placed[nthDeal] ?? -1;
      let sum = 0;
      if (at >= 0) for (const { landing } of spans) sum += landing.raised[at] ?? 0;
      return Math.min(1, sum);
    };
    const newWins = spans.reduce((sum, { landing }) => sum + landing.others, 0);
    const last = spans.at(-1);
    const sizeOf = (_: string, nthDeal: number): number => {
      const at = placed[nthDeal] ?? -1;
      const before = last?.usual.values[at] ?? 0;
      const supposed = last?.landing.values[at] ?? 0;
      // A deal that is priced otherwise brings otherwise by the year as well, in the same measure.
      return before > 0 ? supposed / before : whatIf.dealSize;
    };
    return recurring.ahead(nth, {
      chanceOf,
      sizeOf,
      supposedOf: (id) => whatIf.deals.get(id),
      newWins,
      churn: whatIf.churn,
      size: whatIf.dealSize,
    });
  };
  return {
    answer: ({ nth, whatIf, shown }) => {
      const kept = keptOf(nth);
      if (kept === undefined) return undefined;
      const { ground } = kept;
      const landing = answerWhatIf(ground, whatIf);
      return {
        forecast: landing.forecast,
        takenAsWon: landing.takenAsWon,
        decidedBy: landing.deciding === undefined ? undefined : ground.ground.ids[landing.deciding],
        recurring: aheadOf(nth, whatIf, landing),
        deals: [...new Set([...whatIf.deals.keys(), ...shown])].flatMap((key) => oddsOf(kept, landing, key)),
      };
    },
    ahead: recurring === undefined ? [] : found.grounds.flatMap((_, nth) => aheadOf(nth, NO_WHAT_IF) ?? []),
  };
}

/** What an earlier period adds to recurring revenue: the distribution of its sum is not asked for. */
function winsOf(kept: WhatIfGround, asked: WhatIf): Pick<WhatIfLanding, 'raised' | 'values' | 'others'> {
  const { span, raised, openMean } = suppose(kept, asked);
  const unread = unreadWins(kept.ground, { openMean, size: asked.dealSize });
  return { raised, values: span.values, others: (span.newWins + unread) * kept.ground.level };
}

function oddsOf({ ground, usual }: Kept, landing: WhatIfLanding, key: string): readonly SupposedOdds[] {
  const at = ground.placeOf.get(key);
  if (at === undefined) return [];
  return [
    {
      key,
      chance: landing.chances[at] ?? 0,
      usualChance: usual.chances[at] ?? 0,
      value: landing.values[at] ?? 0,
      usualValue: usual.values[at] ?? 0,
    },
  ];
}
