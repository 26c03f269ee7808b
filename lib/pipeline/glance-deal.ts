import type { Deal } from '../deal/deal';
import type { GlanceDeal } from './glance';

/** The few columns of a deal that a glance shows; what is empty and what is not known are both `undefined`. */
export function glanceDeal(deal: Deal): GlanceDeal {
  const amountMinor = deal.amountMinor ?? undefined;
  const currency = deal.currency ?? undefined;
  return {
    key: deal.key,
    name: deal.name ?? undefined,
    account: deal.account ?? undefined,
    url: deal.url,
    host: deal.host,
    outcome: deal.outcome ?? undefined,
    stage: deal.stage ?? undefined,
    closeOn: deal.closeOn ?? undefined,
    owner: deal.owner ?? undefined,
    amountMinor,
    amountExact: amountMinor !== undefined && deal.amountExact !== false,
    currency,
    currencySymbol: currency === undefined ? deal.currencySymbol : undefined,
    crmProbability: deal.crmProbability ?? undefined,
    seenAt: deal.seenAt,
  };
}
