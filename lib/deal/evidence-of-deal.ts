import type { Deal } from './deal';
import type { Evidence, PlainField, PlainValue } from './evidence';
import { moneyFactsOfDeal } from './money-facts-of-deal';
import type { Fact } from './stronger-fact';

const money: ReadonlySet<string> = new Set(['amountMinor', 'currency', 'recurringMinor']);

/** A stored deal, or a stored row without id, as evidence: one fact per column that has a source. */
export function evidenceOfDeal(deal: Omit<Deal, 'id'>): Evidence {
  const facts: [PlainField, Fact<PlainValue>][] = [];
  const qualification: [string, Fact<string | null>][] = [];
  for (const [column, source] of Object.entries(deal.sources)) {
    if (money.has(column)) continue;
    if (column.startsWith('qualification.')) {
      const id = column.slice('qualification.'.length);
      const value = deal.qualification?.[id];
      if (value !== undefined) qualification.push([id, { value, source }]);
      continue;
    }
    // Sources are written under the names of plain columns, money and qualification alone.
    const value = deal[column as PlainField];
    if (value !== undefined) facts.push([column as PlainField, { value, source }]);
  }
  const { host, firstSeenAt = deal.seenAt, seenAt, seenVia, seenAs } = deal;
  return { facts, qualification, money: moneyFactsOfDeal(deal), host, firstSeenAt, seenAt, seenVia, seenAs };
}
