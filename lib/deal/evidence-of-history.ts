import { compareInstants } from '../calendar/compare-instants';
import type { Deal, FieldSource, StatedChange } from './deal';
import type { Evidence, PlainField, PlainValue } from './evidence';
import { moneyFactsOfRead } from './money-facts-of-read';
import type { Fact } from './stronger-fact';

/**
 * The last value of each field that a history states, as evidence of the instant of its change: a deal that was read
 * before that change is brought up to it. The history says nothing of when the deal was seen.
 */
export function evidenceOfHistory(deal: Deal, stated: readonly StatedChange[]): Evidence {
  const last = new Map<string, StatedChange>();
  for (const change of stated) {
    const other = last.get(change.field);
    if (other === undefined || compareInstants(other.at, change.at) <= 0) last.set(change.field, change);
  }
  const facts: [PlainField, Fact<PlainValue>][] = [];
  const qualification: [string, Fact<string | null>][] = [];
  let money: Evidence['money'] = {};
  for (const change of last.values()) {
    const source: FieldSource = { from: 'api', at: change.at, view: 'history' };
    if (change.field === 'amount') {
      money = moneyFactsOfRead({ amount: change.to }, { amount: source, recurring: source }).facts;
    } else if (change.field.startsWith('qualification.')) {
      qualification.push([change.field.slice('qualification.'.length), { value: change.to, source }]);
    } else {
      // Every stated field but the amount and the qualification is a plain column of the same name.
      facts.push([change.field as PlainField, { value: change.to, source }]);
    }
  }
  const { host, firstSeenAt = deal.seenAt, seenAt, seenVia, seenAs } = deal;
  return { facts, qualification, money, host, firstSeenAt, seenAt, seenVia, seenAs };
}
