import { compareInstants } from '../calendar/compare-instants';
import { fiscalPeriod } from '../calendar/fiscal-period';
import { closingDay } from '../deal/closing-day';
import type { Deal } from '../deal/deal';
import { isCounted } from '../deal/is-counted';
import type { CurrencyRate, FiscalCalendar } from '../deal/settings';
import { weighMinor } from '../money/weigh-minor';
import { converter } from './converter';
import type { Glance } from './glance';
import { glanceDeal } from './glance-deal';
import { moneySum } from './money-sum';
import { reportingCurrency } from './reporting-currency';
import { topDeals } from './top-deals';

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
}

/** A row without id that is bound to no deal, in the shape of a deal. */
export type Stray = Deal & { readonly fingerprint: string };

/**
 * The figures of the popup from the deals in the store.
 *
 * - Won: outcome won and closed inside the period of `today`, at the rate of the closing day (`closingDay` says what
 *   that is). A won deal whose closing day is not known is in no period and counted as such.
 * - Open: outcome open, at today's rate. Weighted: the same, times the CRM's own probability, rounded deal by deal.
 * - Deals whose outcome is not known are in neither; removed deals are nowhere.
 *
 * @param strays At most one row per deal; those that show no number are counted apart and are in no sum.
 */
export function glanceOf(deals: Iterable<Deal>, strays: Iterable<Stray>, options: GlanceOptions): Glance {
  const { today } = options;
  const present = [...deals].filter(({ removedAt }) => removedAt === undefined);
  const unbound = [...strays].filter(({ removedAt }) => removedAt === undefined);
  const numbered = unbound.filter(({ fingerprint }) => isCounted(fingerprint));
  const counted: readonly Deal[] = [...present, ...numbered];

  const currency = options.reportingCurrency ?? reportingCurrency(counted);
  const convert = converter(options.rates, currency);
  const period = fiscalPeriod(today, options.fiscal);
  const won = moneySum(currency, convert);
  const open = moneySum(currency, convert);
  const weighted = moneySum(currency, convert);
  const openDeals: Deal[] = [];
  const missing = { wonWithoutDate: 0, wonByCloseDate: 0, withoutOutcome: 0, withoutProbability: 0 };
  const unlisted = { won: 0, open: 0 };
  let oldestSeenAt: string | undefined;

  for (const deal of counted) {
    if (deal.outcome === 'won') {
      const closed = closingDay(deal, today);
      if (closed === undefined) missing.wonWithoutDate += 1;
      else if (closed.on >= period.start && closed.on < period.end) {
        won.add(deal, closed.on);
        if (isUnlisted(deal, options)) unlisted.won += 1;
        if (closed.from === 'closeOn') missing.wonByCloseDate += 1;
      }
    } else if (deal.outcome === 'open') {
      openDeals.push(deal);
      open.add(deal, today);
      if (isUnlisted(deal, options)) unlisted.open += 1;
      const probability = deal.crmProbability ?? undefined;
      const hasAmount = deal.amountMinor !== undefined && deal.amountMinor !== null;
      if (hasAmount && probability === undefined) missing.withoutProbability += 1;
      else weighted.add(deal, today, (minor) => weighMinor(minor, probability ?? 0));
      if (oldestSeenAt === undefined || compareInstants(deal.seenAt, oldestSeenAt) < 0)
        oldestSeenAt = deal.seenAt;
    } else if (deal.outcome !== 'lost') missing.withoutOutcome += 1;
  }

  return {
    period,
    today,
    deals: present.length + unbound.length,
    won: won.result(),
    open: open.result(),
    weighted: { ...weighted.result(), withoutProbability: missing.withoutProbability },
    targetMinor: undefined,
    topDeals: topDeals(openDeals, convert, { on: today, most: 5 }).map(glanceDeal),
    wonWithoutDate: missing.wonWithoutDate,
    wonByCloseDate: missing.wonByCloseDate,
    withoutOutcome: missing.withoutOutcome,
    completeness: {
      openRead: openDeals.length,
      // What the CRM states counts what it lists.
      openTotal: unlisted.open > 0 ? undefined : options.openTotal,
      oldestSeenAt,
      unidentified: numbered.length,
      uncounted: unbound.length - numbered.length,
      unlisted: unlisted.won + unlisted.open,
    },
  };
}

function isUnlisted({ tenant, seenAt }: Deal, { listedSince }: GlanceOptions): boolean {
  const since = listedSince?.get(tenant);
  return since !== undefined && compareInstants(seenAt, since) < 0;
}
