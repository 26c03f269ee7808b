import { fiscalPeriod } from '../../calendar/fiscal-period';
import { closingDay } from '../../deal/closing-day';
import { countsFor } from '../../deal/counts-for';
import type { CurrencyRate, FiscalCalendar } from '../../deal/settings';
import type { Target } from '../../deal/target';
import { weighMinor } from '../../money/weigh-minor';
import { converter } from '../converter';
import type { Completeness, Glance } from '../glance';
import { moneySum } from '../money-sum';
import { reportingCurrency } from '../reporting-currency';
import { targetOn } from '../targets/target-on';
import { byOrigin } from './by-origin';
import { flags, outcomes, type Columns } from './columns';
import { currencyUses } from './currency-uses';
import { dayAt } from './day-at';
import { dayNumber } from './day-number';
import { dayText } from './day-text';
import { eachSlot } from './each-slot';
import { instantMicros } from './instant-micros';
import { isCountedSlot } from './is-counted-slot';
import { largestSlots, type RankedSlot } from './largest-slots';
import { pricedSlots } from './priced-slots';

export interface GlanceOptions {
  /** Day of the glance, `YYYY-MM-DD` on the user's calendar. */
  readonly today: string;
  readonly fiscal: FiscalCalendar;
  readonly rates: readonly CurrencyRate[];
  /** ISO code of the sums; `undefined`: see `reportingCurrency`. */
  readonly reportingCurrency: string | undefined;
  /** Open deals that the CRM says there are; `undefined`: total unknown. */
  readonly openTotal?: number | undefined;
  /** By tenant, when its last complete listing began; a tenant that was never listed is absent. */
  readonly listedSince?: ReadonlyMap<string, string>;
  /** Some list or sync has shown all deals that there are, the closed ones among them. */
  readonly isAllListed?: boolean;
  /** Whose deals the sums are of (see `scopeId`), with their owners, `undefined`: everybody; absent: all. */
  readonly scope?: { readonly id: string; readonly owners: readonly string[] | undefined };
  readonly targets?: readonly Target[];
}

/** A glance but for what only the rows themselves can say, and which rows to ask. */
export interface SlotGlance extends Omit<Glance, 'topDeals' | 'completeness'> {
  readonly completeness: Omit<Completeness, 'oldestSeenAt'>;
  /** Slots of the largest open deals; `topSlots` chooses among them. */
  readonly largest: readonly RankedSlot[];
  /** Slot of the open deal that was seen longest ago. */
  readonly oldest: number | undefined;
}

/** How many of the largest open deals a glance shows. No part in the figures. */
export const topDealCount = 5;

/**
 * The figures of the popup from the columns of the store.
 *
 * - Won: outcome won and closed inside the period of `today`, at the rate of the closing day (`closingDay` says what
 *   that is). A won deal whose closing day is not known is in no period and counted as such.
 * - Open: outcome open, at today's rate. Weighted: the same, times the CRM's own probability. Both are converted and
 *   rounded deal by deal, as lists show them: every sum is that of its deals.
 * - An amount below 0 is a credit note: won, it lowers what is won; open, it is nothing to win and counts as 0.
 * - Deals whose outcome is not known are in neither; removed deals are nowhere. Rows without id are counted once per
 *   deal; those that show no number are counted apart and are in no sum.
 * - Of a scope its owners' deals alone are summed; how much of the pipeline was read is said of all of it.
 */
export function glanceOfColumns(columns: Columns, options: GlanceOptions): SlotGlance {
  const { today } = options;
  const currency = options.reportingCurrency ?? reportingCurrency(currencyUses(columns));
  const convert = converter(options.rates, currency);
  const period = fiscalPeriod(today, options.fiscal);
  const day = { now: dayNumber(today), start: dayNumber(period.start), end: dayNumber(period.end) };
  const won = moneySum(currency, convert);
  const open = moneySum(currency, convert);
  const weighted = moneySum(currency, convert);
  const largest = largestSlots(topDealCount);
  const since = listedSince(columns, options);
  const isIn = isOwnedBy(columns, options.scope?.owners);
  const pricedSlot = pricedSlots(columns);
  const count = { deals: 0, unidentified: 0, uncounted: 0, openRead: 0 };
  const missing = {
    wonWithoutDate: 0,
    wonByCloseDate: 0,
    wonAhead: 0,
    withoutOutcome: 0,
    withoutProbability: 0,
  };
  const unlisted = { won: 0, open: 0 };
  // One function for all deals: it weighs by the odds of the deal at hand.
  let odds = 0;
  const toWin = (minor: number) => countsFor('open', minor);
  const weigh = (minor: number) => weighMinor(toWin(minor), odds / 1e6);
  let hasWon = false;
  let oldest: { slot?: number; micros: number } = { micros: Number.POSITIVE_INFINITY };

  eachSlot(columns, (chunk, at, slot) => {
    const bits = chunk.flags[at] ?? 0;
    if (!isCountedSlot(bits)) {
      // What is left of a row without id that shows no number.
      if ((bits & (flags.chosen | flags.removed)) === flags.chosen) count.uncounted += 1;
      return;
    }
    count.deals += 1;
    if ((bits & flags.stray) !== 0) count.unidentified += 1;
    const outcome = outcomes[bits & 3];
    const micros = chunk.seenMicros[at] ?? 0;
    const isUnlisted = micros < since(chunk.origin[at]);
    const isOurs = isIn(chunk.owner[at] ?? 0);
    if (outcome === 'won') {
      hasWon = true;
      const [closedOn, closeOn] = [dayAt(chunk.closedOn[at]), dayAt(chunk.closeOn[at])];
      const closed = closingDay<number>({ outcome, closedOn, closeOn }, day.now);
      const isInPeriod = closed !== undefined && closed.on >= day.start && closed.on < day.end;
      if (isInPeriod && isUnlisted) unlisted.won += 1;
      if (!isOurs) return;
      if (closed === undefined) missing.wonWithoutDate += 1;
      else if (isInPeriod) {
        won.add(pricedSlot(chunk, at), dayText(closed.on));
        if (closed.from === 'closeOn') missing.wonByCloseDate += 1;
        if (closed.on > day.now) missing.wonAhead += 1;
      }
    } else if (outcome === 'open') {
      count.openRead += 1;
      if (isUnlisted) unlisted.open += 1;
      if (micros < oldest.micros) oldest = { slot, micros };
      if (!isOurs) return;
      const priced = pricedSlot(chunk, at);
      open.add(priced, today, toWin);
      odds = chunk.oddsMillionths[at] ?? -1;
      const { amountMinor, currency: code } = priced;
      if (amountMinor !== undefined && odds < 0) missing.withoutProbability += 1;
      else weighted.add(priced, today, weigh);
      if (amountMinor !== undefined) {
        const minor = code === undefined ? undefined : convert(amountMinor, code, today);
        largest.add({ slot, isApart: minor === undefined, minor: minor ?? amountMinor });
      }
    } else if (outcome === undefined && isOurs) missing.withoutOutcome += 1;
  });
  const scope = options.scope?.id ?? 'all';
  const target = targetOn(options.targets ?? [], { scope, period, on: today });

  return {
    period,
    today,
    scope,
    deals: count.deals + count.uncounted,
    won: hasWon || options.isAllListed ? won.result() : { ...won.result(), isUnread: true },
    open: open.result(),
    weighted: { ...weighted.result(), withoutProbability: missing.withoutProbability },
    targetMinor: target && convert(target.amountMinor, target.currency, today),
    wonWithoutDate: missing.wonWithoutDate,
    wonByCloseDate: missing.wonByCloseDate,
    wonAhead: missing.wonAhead,
    withoutOutcome: missing.withoutOutcome,
    completeness: {
      openRead: count.openRead,
      // What the CRM states counts what it lists.
      openTotal: unlisted.open > 0 ? undefined : options.openTotal,
      unidentified: count.unidentified,
      uncounted: count.uncounted,
      unlisted: unlisted.won + unlisted.open,
    },
    largest: largest.result(),
    oldest: oldest.slot,
  };
}

/** When the last complete listing of a row's tenant began: what was last seen before, it did not name. */
function listedSince(columns: Columns, options: GlanceOptions) {
  return byOrigin(columns, ({ tenant }) => {
    const began = options.listedSince?.get(tenant);
    return began === undefined ? Number.NEGATIVE_INFINITY : instantMicros(began);
  });
}

/** Whether a row's owner, by the number of its word, is one of these. */
function isOwnedBy({ words }: Columns, owners: readonly string[] | undefined): (owner: number) => boolean {
  if (owners === undefined) return () => true;
  const numbers = new Set(owners.map((owner) => words.indexOf(owner, 1)));
  return (owner) => numbers.has(owner);
}
