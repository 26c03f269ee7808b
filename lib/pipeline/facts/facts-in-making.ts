import { dayNumber } from '../../calendar/day-number';
import { dayText } from '../../calendar/day-text';
import { countsFor } from '../../deal/counts-for';
import type { Deal, DealChange } from '../../deal/deal';
import { closingDays } from '../../forecast/closing-days';
import { hygieneOf } from '../hygiene/hygiene-of';
import { riskFlags } from '../hygiene/risk-flags';
import { stuckFlag } from '../hygiene/stuck-flag';
import type { DealLife, LifeState } from '../life/deal-life';
import { lifeOf } from '../life/life-of';
import { segmentFields, type Segments } from '../scope/segments';
import { segmentsOf } from '../scope/segments-of';
import { segmentValues } from '../scope/segment-values';
import { factValues } from './fact-values';
import type { ClosedDeal, FactsOptions, NamedPair, OpenDeal, PipelineFacts, WonDeal } from './facts';
import { groupSums } from './group-sums';
import { pastPoints } from './past-points';
import { usualStays } from './usual-stays';

/** Facts in the making. */
export interface FactsInMaking {
  /** @param own All kept changes of the deal, in any order. */
  readonly add: (deal: Deal, own: readonly DealChange[]) => void;
  readonly result: () => PipelineFacts;
}

interface StageOf {
  readonly stage: string | null | undefined;
  readonly stageSince: string | null | undefined;
}

/** A deal with all its kept changes. */
interface Row {
  readonly deal: Deal;
  readonly own: readonly DealChange[];
  readonly segments: Segments;
}

/** Win rates and cycles look back so many days: a year, with all of its seasons. No part in a forecast. */
const lookBack = 365;
const now = Number.POSITIVE_INFINITY;

/**
 * Gathers what coverage, pace, waterfall and hygiene need from deals that come one by one, each with its changes: what
 * is kept of a deal is a few numbers, so that 100,000 of them can pass through a page.
 */
export function factsInMaking(options: FactsOptions): FactsInMaking {
  const { convert, ...kept } = options;
  const { today, period, currency } = options;
  const todayNumber = dayNumber(today) ?? 0;
  const [start, end] = [dayNumber(period.start) ?? 0, dayNumber(period.end) ?? 0];
  const fromDay = dayNumber(options.from) ?? 0;
  const toDay = options.to === undefined ? now : (dayNumber(options.to) ?? now);
  const values = factValues(convert, currency, today);
  const points = pastPoints(options, values);
  const stays = usualStays();
  const [open, wonNow] = [groupSums(), groupSums()];
  const seen = segmentValues();
  const won: WonDeal[] = [];
  const closed: ClosedDeal[] = [];
  const pairs: NamedPair[] = [];
  const openDeals: (OpenDeal & { readonly deal: StageOf })[] = [];
  let deals = 0;
  const closings = closingDays();

  function addOpen({ deal, own, segments }: Row, state: LifeState): void {
    const minor = values.minorOf(state, today);
    open.add({
      owner: state.owner,
      segments,
      minor: minor && countsFor('open', minor),
      isPriced: state.amountMinor !== undefined,
    });
    openDeals.push({
      key: deal.key,
      name: deal.name ?? deal.account ?? undefined,
      owner: state.owner ?? '',
      segments,
      minor,
      closeOn: deal.closeOn ?? undefined,
      hygiene: hygieneOf(deal, today),
      flags: riskFlags(deal, own, { today, usualStayDays: undefined }),
      deal: { stage: deal.stage, stageSince: deal.stageSince },
    });
  }

  function addClosed({ own, segments }: Row, life: DealLife, state: LifeState): void {
    const day = life.closedDay;
    if (day === undefined) return;
    const isWon = state.outcome === 'won';
    closings.add(day, isWon);
    const minor = isWon ? values.roughly(state, dayText(day)) : undefined;
    if (isWon) {
      won.push({ owner: state.owner ?? '', segments, day, minor: minor ?? 0 });
      if (day >= start && day < end)
        wonNow.add({
          owner: state.owner,
          segments,
          minor: values.minorOf(state, dayText(day)),
          isPriced: state.amountMinor !== undefined,
        });
    }
    if (day < todayNumber - lookBack || day > todayNumber) return;
    // A credit note lowers what is won, and is no win.
    if (minor !== undefined && minor < 0) return;
    const { createdDay } = life;
    closed.push({
      owners: ownersOf(own, state, day),
      segments,
      isWon,
      minor,
      cycleDays: createdDay === undefined ? undefined : Math.max(0, day - createdDay),
    });
  }

  return {
    add: (deal, own) => {
      const life = lifeOf(deal, own, today);
      const state = life.stateAt(now);
      const row = { deal, own, segments: seen.add(segmentsOf(deal)) };
      points.add(life, row.segments);
      if (typeof state !== 'string') {
        deals += 1;
        if (state.outcome === 'open') addOpen(row, state);
        if (state.outcome === 'won' || state.outcome === 'lost') addClosed(row, life, state);
        if (state.outcome === 'won') stays.add(deal, own);
      }
      const [before, after] = [life.stateAt(fromDay), toDay === now ? state : life.stateAt(toDay)];
      if (isOpen(before) || isOpen(after)) {
        const name = deal.name ?? deal.account ?? undefined;
        pairs.push({
          key: deal.key,
          name,
          segments: row.segments,
          before: values.counted(before, deal.tenant),
          after: values.counted(after, deal.tenant),
        });
      }
    },
    result: () => {
      const watched = closings.recordedFrom(todayNumber + 1);
      const found = seen.result();
      const tooMany = segmentFields.filter((field) => found[field].isTooMany);
      return {
        options: kept,
        deals,
        open: open.result(tooMany),
        wonNow: wonNow.result(tooMany),
        ...points.result(watched, tooMany),
        tooMany,
        won,
        closed,
        watchedFrom: watched,
        pairs,
        openDeals: openDeals.map(({ deal, ...one }) => ({
          ...one,
          flags: [...one.flags, ...stuckFlag(deal, { today, usualStayDays: stays.limitOf(deal.stage) })],
        })),
      };
    },
  };
}

function isOpen(state: LifeState | 'absent' | 'unknown'): boolean {
  return typeof state !== 'string' && state.outcome === 'open';
}

/** Everybody who had the deal up to the day of its closing. */
function ownersOf(own: readonly DealChange[], { owner = '' }: LifeState, day: number): readonly string[] {
  const had = own.flatMap(({ field, from, to, at }) =>
    field === 'owner' && (dayNumber(at) ?? now) <= day ? [from, to] : [],
  );
  if (had.length === 0) return [owner];
  return [...new Set([owner, ...had.map((name) => (typeof name === 'string' ? name : ''))])];
}
