import type { DealField, DealRead, FieldSource } from './deal';
import type { Evidence, PlainField, PlainValue } from './evidence';
import { moneyFactsOfRead } from './money-facts-of-read';
import type { RefusedMoney } from './join-money';
import type { Fact } from './stronger-fact';

/** Where a read was made. */
export interface ReadSource {
  readonly crm: string;
  readonly tenant: string;
  readonly host: string;
  readonly view: string;
  readonly from: 'api' | 'page';
  /** As whom the read was made: the deal's `seenAs`. */
  readonly seenAs?: string | undefined;
}

/** A read as evidence: one fact per value that it shows, and the amounts that are no decimals. */
export function evidenceOfRead(
  read: DealRead,
  source: ReadSource,
): { readonly evidence: Evidence; readonly refused: readonly RefusedMoney[] } {
  const exact: FieldSource = { from: source.from, at: read.at, view: source.view };
  const rounded: FieldSource = { ...exact, from: 'page-approximate' };
  const sourceOf = (field: DealField) => (read.approximate?.includes(field) === true ? rounded : exact);

  const facts: [PlainField, Fact<PlainValue>][] = [];
  if (read.url !== undefined) facts.push(['url', { value: read.url, source: exact }]);
  const { amount: _amount, recurring: _recurring, qualification, ...plain } = read.values;
  for (const [field, value] of Object.entries(plain)) {
    // Every key of what is left of the values is a plain column. A message may carry keys that are `undefined`.
    if (value !== undefined)
      facts.push([field as PlainField, { value, source: sourceOf(field as PlainField & DealField) }]);
  }
  const { facts: money, malformed } = moneyFactsOfRead(read.values, {
    amount: sourceOf('amount'),
    recurring: sourceOf('recurring'),
  });
  return {
    evidence: {
      facts,
      qualification: Object.entries(qualification ?? {})
        .filter(([, value]) => value !== undefined)
        .map(([id, value]) => [id, { value, source: sourceOf('qualification') }]),
      money,
      host: source.host,
      firstSeenAt: read.at,
      seenAt: read.at,
      seenVia: source.from,
      seenAs: source.seenAs,
    },
    refused: malformed.map((field) => ({ field, why: 'malformed' })),
  };
}
