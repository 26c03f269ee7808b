// The rules of lists over whole deals, written out plainly: what those over columns are tested against.
import { shownDateOf } from '../../../../components/deal/shown-date-of';
import { closingDay } from '../../../../lib/deal/closing-day';
import type { Deal } from '../../../../lib/deal/deal';
import { weighMinor } from '../../../../lib/money/weigh-minor';
import type { MoneySum } from '../../../../lib/pipeline/glance';
import type { Months, SortColumn, Sorting, Valuation } from '../../../../lib/pipeline/list/deal-list';
import type { ListFilter } from '../../../../lib/pipeline/list/list-filter';
import { moneySum } from '../../../../lib/pipeline/money-sum';

/** How a deal's amount stands to the reporting currency's sum. */
export type Value =
  | { readonly kind: 'sum'; readonly minor: number }
  | { readonly kind: 'apart' }
  | { readonly kind: 'no-amount' };

/** The unit of a deal's amount: its code, else the sign as shown and its tenant; `undefined` where it has no amount. */
export function unitOfDeal(deal: Deal): string | undefined {
  if (typeof deal.amountMinor !== 'number') return undefined;
  return deal.currency ?? `~${deal.currencySymbol ?? ''}\n${deal.tenant}`;
}

/** Whether a deal's amount is in what a filter names: its unit, or its sign alone (`?` for none) of whichever tenant. */
function isInUnit(deal: Deal, currency: string): boolean {
  if (unitOfDeal(deal) === currency) return true;
  const isShown = typeof deal.amountMinor === 'number' && typeof deal.currency !== 'string';
  return isShown && currency === (deal.currencySymbol ?? '?');
}

/** The day whose rate converts a deal, as in the popup's sums: its closing day where it is closed, else today. */
export function rateDayOf(deal: Deal, today: string): string {
  return closingDay(deal, today)?.on ?? today;
}

/** A deal's amount in the reporting currency. */
export function valueDeal(deal: Deal, { currency, convert, today }: Valuation): Value {
  if (typeof deal.amountMinor !== 'number') return { kind: 'no-amount' };
  if (typeof deal.currency !== 'string' || currency === undefined) return { kind: 'apart' };
  const minor = convert(deal.amountMinor, deal.currency, rateDayOf(deal, today));
  return minor === undefined ? { kind: 'apart' } : { kind: 'sum', minor };
}

/** The deals that a filter leaves, in the order given. Search looks at name, account, number, owner and stage. */
export function filterDeals(
  deals: readonly Deal[],
  filter: ListFilter,
  valuation: Valuation,
): readonly Deal[] {
  const words = (filter.search ?? '').toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return deals.filter(
    (deal) =>
      deal.removedAt === undefined &&
      (filter.outcome === undefined || (deal.outcome ?? 'unknown') === filter.outcome) &&
      (filter.owners === undefined || filter.owners.includes(deal.owner ?? '')) &&
      (filter.host === undefined || deal.host === filter.host) &&
      (filter.currency === undefined || isInUnit(deal, filter.currency)) &&
      isInside(dateOf(deal, valuation.today), filter) &&
      isCounted(deal, filter, valuation) &&
      words.every((word) => textOf(deal).includes(word)),
  );
}

/** The day that places a deal in a period: when it closed, or when it is expected to. */
export function dateOf(deal: Deal, today: string): string | undefined {
  const closed = deal.outcome === 'won' || deal.outcome === 'lost';
  return closed ? closingDay(deal, today)?.on : (deal.closeOn ?? undefined);
}

function isInside(date: string | undefined, { from, to }: ListFilter): boolean {
  if (from === undefined && to === undefined) return true;
  return date !== undefined && (from === undefined || date >= from) && (to === undefined || date < to);
}

function isCounted(deal: Deal, { counted }: ListFilter, valuation: Valuation): boolean {
  if (counted === undefined) return true;
  if (counted === 'no-date') return dateOf(deal, valuation.today) === undefined;
  if (counted === 'close-date') return closingDay(deal, valuation.today)?.from === 'closeOn';
  const { kind } = valueDeal(deal, valuation);
  const hasOdds = typeof deal.crmProbability === 'number';
  switch (counted) {
    case 'sum':
      return kind === 'sum';
    case 'weighted':
      return kind === 'sum' && hasOdds;
    case 'apart':
      return kind === 'apart';
    case 'no-amount':
      return kind === 'no-amount';
    case 'no-odds':
      return kind !== 'no-amount' && !hasOdds;
    case 'rounded':
      return kind === 'sum' && deal.amountExact === false;
  }
}

function textOf(deal: Deal): string {
  return [deal.name, deal.account, deal.number, deal.owner, deal.stage]
    .filter((text) => typeof text === 'string')
    .join(' ')
    .toLocaleLowerCase();
}

/**
 * What a list of deals adds up to, by the same rules as the popup's sums; `undefined` while the reporting currency is
 * not known. `weighted`: each amount times the CRM's own probability, none counting as nothing.
 */
export function sumDeals(
  deals: readonly Deal[],
  valuation: Valuation,
  weighted = false,
): MoneySum | undefined {
  if (valuation.currency === undefined) return undefined;
  const sum = moneySum(valuation.currency, valuation.convert);
  for (const deal of deals) {
    const share = weighted ? (minor: number) => weighMinor(minor, deal.crmProbability ?? 0) : undefined;
    sum.add({ ...deal, unit: unitOfDeal(deal) ?? '' }, rateDayOf(deal, valuation.today), share);
  }
  return sum.result();
}

/** Amounts in different currencies are not compared: grouped by currency, then by size. What is unknown comes last. */
export function sortDeals(
  deals: readonly Deal[],
  { column, descending }: Sorting,
  locale: string,
): readonly Deal[] {
  const collator = new Intl.Collator(locale, { numeric: true });
  const sign = descending ? -1 : 1;
  const compare = (a: string | number, b: string | number) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
  return deals
    .map((deal) => ({
      deal,
      value: valueOf(deal, column),
      isBare: column === 'amount' && typeof deal.currency !== 'string',
      group: column === 'amount' ? (unitOfDeal(deal) ?? '') : '',
    }))
    .toSorted((a, b) => {
      if (a.value === undefined || b.value === undefined)
        return Number(a.value === undefined) - Number(b.value === undefined);
      return (
        Number(a.isBare) - Number(b.isBare) ||
        collator.compare(a.group, b.group) ||
        sign * compare(a.value, b.value) ||
        collator.compare(a.deal.key, b.deal.key)
      );
    })
    .map(({ deal }) => deal);
}

function valueOf(deal: Deal, column: SortColumn): string | number | undefined {
  switch (column) {
    case 'name':
      return deal.name ?? deal.account ?? undefined;
    case 'amount':
      return deal.amountMinor ?? undefined;
    case 'odds':
      return deal.crmProbability ?? undefined;
    case 'date':
      return shownDateOf(deal);
    case 'read':
      return deal.seenAt;
    case 'stage':
    case 'owner':
    case 'outcome':
      return deal[column] ?? undefined;
  }
}

const before = 11;
const after = 12;

/** Open deals by the month of their expected close, won deals by the month in which they closed. */
export function monthsOf(deals: readonly Deal[], valuation: Valuation): Months {
  const now = monthNumber(valuation.today);
  const sums = new Map<number, { openMinor: number; open: number; wonMinor: number; won: number }>();
  let outside = 0;
  for (const deal of deals) {
    if (deal.outcome !== 'open' && deal.outcome !== 'won') continue;
    const value = valueDeal(deal, valuation);
    if (value.kind !== 'sum') continue;
    const date = dateOf(deal, valuation.today);
    const month = date === undefined ? Number.NaN : monthNumber(date);
    if (!(month >= now - before && month <= now + after)) {
      outside += 1;
      continue;
    }
    const sum = sums.get(month) ?? { openMinor: 0, open: 0, wonMinor: 0, won: 0 };
    sum[`${deal.outcome}Minor`] += value.minor;
    sum[deal.outcome] += 1;
    sums.set(month, sum);
  }
  if (sums.size === 0) return { months: [], outside };
  const first = Math.min(...sums.keys());
  const length = Math.max(...sums.keys()) - first + 1;
  const empty = { openMinor: 0, open: 0, wonMinor: 0, won: 0 };
  const months = Array.from({ length }, (_, index) => ({
    month: monthText(first + index),
    ...(sums.get(first + index) ?? empty),
  }));
  return { months, outside };
}

const monthNumber = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;

const monthText = (number: number): string =>
  `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
