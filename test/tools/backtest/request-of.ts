import { dayNumber } from '../../../lib/calendar/day-number';
import type { DealInput, ForecastRequest, PeriodInput } from '../../../lib/forecast/request';
import type { Company, PastChange, PastDeal } from './company';

interface Cut {
  readonly asOf: number;
  readonly periods: readonly PeriodInput[];
  readonly asOfText: string;
}

/** What could have been asked about a company on an earlier day: nothing of that day or later is in the request. */
export function requestOf(company: Company, { asOf, asOfText, periods }: Cut): ForecastRequest {
  const changes = changesOf(company);
  return {
    id: `${company.name} ${asOfText}`,
    asOf: asOfText,
    dataStart: company.dataStart,
    stages: company.stages,
    periods,
    deals: company.deals.flatMap((deal) => cutDeal(deal, changes.get(deal.id) ?? [], asOf) ?? []),
  };
}

/** A company is asked about on many days; its changes are sorted by deal once. */
const sorted = new WeakMap<Company, ReadonlyMap<string, readonly PastChange[]>>();

function changesOf(company: Company): ReadonlyMap<string, readonly PastChange[]> {
  const known = sorted.get(company);
  if (known !== undefined) return known;
  const changes = new Map<string, PastChange[]>();
  for (const change of company.history) {
    const own = changes.get(change.id);
    if (own === undefined) changes.set(change.id, [change]);
    else own.push(change);
  }
  sorted.set(company, changes);
  return changes;
}

function cutDeal(deal: PastDeal, changes: readonly PastChange[], asOf: number): DealInput | undefined {
  const before = (text: string): boolean => (dayNumber(text) ?? asOf) < asOf;
  if (!before(deal.createdAt)) return undefined;
  const isClosed = deal.closedAt !== null && before(deal.closedAt);
  const history = changes
    .filter(({ at }) => before(at))
    .map(({ at, field, from, to }) => ({ at, field, from, to }));
  const lastStage = history.findLast(({ field }) => field === 'stage');
  const lastOwner = history.findLast(({ field }) => field === 'owner');
  return {
    id: deal.id,
    createdAt: deal.createdAt,
    stage: lastStage?.to ?? deal.stage0,
    stageSince: lastStage?.at ?? deal.createdAt,
    status: isClosed ? deal.status : 'open',
    amount: deal.amount,
    owner: lastOwner === undefined ? deal.owner : lastOwner.to,
    closedAt: isClosed ? deal.closedAt : null,
    closedAmount: isClosed ? deal.closedAmount : null,
    expectedCloseDate: null,
    lastSeenAt: null,
    history,
    team: deal.team,
    region: deal.region,
    product: deal.product,
    source: deal.source,
  };
}
