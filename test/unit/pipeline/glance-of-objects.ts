import { compareInstants } from '../../../lib/calendar/compare-instants';
import { fiscalPeriod } from '../../../lib/calendar/fiscal-period';
import { closingDay } from '../../../lib/deal/closing-day';
import type { Deal } from '../../../lib/deal/deal';
import { isCounted } from '../../../lib/deal/is-counted';
import { weighMinor } from '../../../lib/money/weigh-minor';
import { converter } from '../../../lib/pipeline/converter';
import type { GlanceOptions } from '../../../lib/pipeline/columns/glance-of-columns';
import type { Glance } from '../../../lib/pipeline/glance';
import { glanceDeal } from '../../../lib/pipeline/glance-deal';
import { moneySum } from '../../../lib/pipeline/money-sum';
import { reportingCurrency } from '../../../lib/pipeline/reporting-currency';
import { topDeals } from './top-deals';

/** A row without id that is bound to no deal, in the shape of a deal. */
export type Stray = Deal & { readonly fingerprint: string };

/**
 * The figures of the popup from whole deals: the oracle that `glanceOfColumns`, which says what they mean, is held to.
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
  const missing = {
    wonWithoutDate: 0,
    wonByCloseDate: 0,
    wonAhead: 0,
    withoutOutcome: 0,
    withoutProbability: 0,
  };
  const unlisted = { won: 0, open: 0 };
  let oldestSeenAt: string | undefined;
  let openRead = 0;

  const owners = options.scope?.owners;
  const isIn = ({ owner }: Deal) => owners === undefined || owners.includes(owner ?? '');

  for (const deal of counted) {
    if (deal.outcome === 'won') {
      const closed = closingDay(deal, today);
      const isInPeriod = closed !== undefined && closed.on >= period.start && closed.on < period.end;
      if (isInPeriod && isUnlisted(deal, options)) unlisted.won += 1;
      if (!isIn(deal)) continue;
      if (closed === undefined) missing.wonWithoutDate += 1;
      else if (isInPeriod) {
        won.add(inUnit(deal), closed.on);
        if (closed.from === 'closeOn') missing.wonByCloseDate += 1;
        if (closed.on > today) missing.wonAhead += 1;
      }
    } else if (deal.outcome === 'open') {
      if (isUnlisted(deal, options)) unlisted.open += 1;
      openRead += 1;
      if (oldestSeenAt === undefined || compareInstants(deal.seenAt, oldestSeenAt) < 0)
        oldestSeenAt = deal.seenAt;
      if (!isIn(deal)) continue;
      openDeals.push(deal);
      open.add(inUnit(deal), today, (minor) => Math.max(0, minor));
      const probability = deal.crmProbability ?? undefined;
      const hasAmount = deal.amountMinor !== undefined && deal.amountMinor !== null;
      if (hasAmount && probability === undefined) missing.withoutProbability += 1;
      else weighted.add(inUnit(deal), today, (minor) => weighMinor(Math.max(0, minor), probability ?? 0));
    } else if (deal.outcome !== 'lost' && isIn(deal)) missing.withoutOutcome += 1;
  }

  return {
    period,
    today,
    scope: options.scope?.id ?? 'all',
    deals: present.length + unbound.length,
    won:
      options.isAllListed || counted.some(({ outcome }) => outcome === 'won')
        ? won.result()
        : { ...won.result(), isUnread: true },
    open: open.result(),
    weighted: { ...weighted.result(), withoutProbability: missing.withoutProbability },
    targetMinor: undefined,
    topDeals: topDeals(openDeals, convert, { on: today, most: 5 }).map(glanceDeal),
    wonWithoutDate: missing.wonWithoutDate,
    wonByCloseDate: missing.wonByCloseDate,
    wonAhead: missing.wonAhead,
    withoutOutcome: missing.withoutOutcome,
    completeness: {
      openRead,
      // What the CRM states counts what it lists.
      openTotal: unlisted.open > 0 ? undefined : options.openTotal,
      oldestSeenAt,
      unidentified: numbered.length,
      uncounted: unbound.length - numbered.length,
      unlisted: unlisted.won + unlisted.open,
    },
  };
}

/** A deal with the name of what its amount is counted in. */
function inUnit(deal: Deal) {
  return { ...deal, unit: deal.currency ?? `~${deal.currencySymbol ?? ''}\n${deal.tenant}` };
}

function isUnlisted({ tenant, seenAt }: Deal, { listedSince }: GlanceOptions): boolean {
  const since = listedSince?.get(tenant);
  return since !== undefined && compareInstants(seenAt, since) < 0;
}
