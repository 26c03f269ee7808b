import { apartUnit } from '../../deal/apart-unit';
import { shownUnit } from '../../deal/shown-unit';
import { byOrigin } from '../columns/by-origin';
import type { Chunk } from '../columns/columns';
import { dayNumber } from '../columns/day-number';
import type { ListFilter } from './list-filter';
import type { ListSource } from './deal-list';
import { isFound } from './is-found';
import type { SlotFacts } from './slot-facts';
import { slotUnit } from './slot-unit';

/** A test of the rows that count: whether the filter leaves them in the list. */
export function isInList(
  { columns, texts, inSegment }: ListSource,
  filter: ListFilter,
  facts: SlotFacts,
): (chunk: Chunk, at: number, slot: number) => boolean {
  const { outcome, host, currency, counted, owners, segment } = filter;
  const isOwned = owners && new Set(owners.map((owner) => columns.words.indexOf(owner, 1)));
  const [from, to] = [filter.from && dayNumber(filter.from), filter.to && dayNumber(filter.to)];
  const isOfHost = byOrigin(columns, (origin) => origin.host === host);
  const isOfUnit = isCountedIn(currency);
  const isSearched = isFound({ columns, texts }, filter.search ?? '');
  return (chunk, at, slot) =>
    (outcome === undefined || (facts.outcomeOf(chunk, at) ?? 'unknown') === outcome) &&
    (isOwned === undefined || isOwned.has(chunk.owner[at] ?? 0)) &&
    (segment === undefined || inSegment?.has(slot) === true) &&
    (host === undefined || isOfHost(chunk.origin[at])) &&
    (currency === undefined || isOfUnit(slotUnit(facts.pricedOf(chunk, at)))) &&
    isInside(from || to ? facts.dayOf(chunk, at) : undefined, from, to) &&
    (counted === undefined || isCountedAs(counted, { chunk, at }, facts)) &&
    isSearched(chunk, at, slot);
}

function isCountedIn(currency = ''): (unit: string | undefined) => boolean {
  const shown = shownUnit(currency);
  if (shown === undefined || shown.tenant !== undefined) return (unit) => unit === currency;
  const ofAny = apartUnit({ currencySymbol: shown.sign, tenant: '' });
  return (unit) => unit?.startsWith(ofAny) === true;
}

type Limit = number | '' | undefined;

function isInside(day: number | undefined, from: Limit, to: Limit): boolean {
  if (!from && !to) return true;
  return day !== undefined && (!from || day >= from) && (!to || day < to);
}

function isCountedAs(
  counted: NonNullable<ListFilter['counted']>,
  { chunk, at }: { readonly chunk: Chunk; readonly at: number },
  facts: SlotFacts,
): boolean {
  if (counted === 'no-date') return facts.dayOf(chunk, at) === undefined;
  if (counted === 'close-date') return facts.closedOf(chunk, at)?.from === 'closeOn';
  const { kind } = facts.valueOf(chunk, at);
  const hasOdds = (chunk.oddsMillionths[at] ?? -1) >= 0;
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
      return kind === 'sum' && !facts.pricedOf(chunk, at).amountExact;
  }
}
