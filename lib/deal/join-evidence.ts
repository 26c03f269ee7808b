import { compareInstants } from '../calendar/compare-instants';
import { contentOf } from './content-of';
import type { Deal, DealChange } from './deal';
import type { Evidence } from './evidence';
import { joinColumns, type WonColumns } from './join-columns';
import { joinMoney, type RefusedMoney } from './join-money';
import { joinTimes } from './join-times';
import { moneyChanges } from './money-changes';
import { moneyColumns } from './money-columns';
import type { MoneyFacts } from './money-facts';
import { moneyFactsOfDeal } from './money-facts-of-deal';

/** What is true of a deal after evidence was joined. */
export interface JoinedDeal {
  readonly deal: Deal;
  /** What the evidence shows to have changed in the CRM; first sights and corrections are no changes. */
  readonly changes: readonly DealChange[];
  /** Any value differs from before. */
  readonly changed: boolean;
  /** No value differs, but something was seen again: times and sources moved. */
  readonly touched: boolean;
  readonly refused: readonly RefusedMoney[];
}

/** Names that tell one deal from every other. */
export type DealIdentity = Pick<Deal, 'key' | 'crm' | 'tenant' | 'id'>;

/**
 * Joins evidence into what is known of a deal, field by field; the rules are `compareSources` and `joinMoney`.
 * What the evidence does not speak of stays. Joined once more, it changes nothing: the very same deal comes back.
 */
export function joinEvidence(
  current: Deal | undefined,
  identity: DealIdentity,
  evidence: Evidence,
): JoinedDeal {
  const { key } = identity;
  const before = current === undefined ? {} : moneyFactsOfDeal(current);
  const { facts: money, refused } = joinMoney(before, evidence.money);
  const won = joinColumns(current, evidence);
  const times = joinTimes(current, evidence);
  const row = { ...rowOf(current ?? {}, won, money), ...identity, ...times, ...removalOf(current, evidence) };
  const deal: Deal = { ...row, contentHash: contentOf(row) };

  const changed = deal.contentHash !== current?.contentHash || deal.removedAt !== current.removedAt;
  const isSeenAgain =
    Object.keys(won.sources).length > 0 ||
    (['amount', 'code', 'recurring'] as const).some((part) => before[part] !== money[part]) ||
    (['firstSeenAt', 'seenAt', 'seenVia', 'seenAs'] as const).some((time) => deal[time] !== current?.[time]);
  const changes = [...won.changes.map((change) => ({ key, ...change })), ...moneyChanges(key, before, money)];
  const isSame = current !== undefined && !changed && !isSeenAgain;
  return { deal: isSame ? current : deal, changes, changed, touched: !changed && isSeenAgain, refused };
}

/** All columns that have a source, and the sources. Money columns are written anew: a stale one must not stay. */
function rowOf(current: Partial<Deal>, won: WonColumns, facts: MoneyFacts) {
  const { amountMinor, amountExact, currency, currencySymbol, currencyStated, recurringMinor, ...others } =
    current;
  const { removedAt, contentHash, seenAs, ...kept } = others;
  const { amountMinor: _a, currency: _c, recurringMinor: _r, ...sources } = current.sources ?? {};
  const money = moneyColumns(facts);
  const qualification = { ...current.qualification, ...won.qualification };
  return {
    ...kept,
    ...won.columns,
    ...money.columns,
    ...(Object.keys(qualification).length > 0 ? { qualification } : {}),
    sources: { ...sources, ...won.sources, ...money.sources },
  };
}

/** A removed deal that is seen after its removal is there again. */
function removalOf(current: Deal | undefined, { seenAt }: Evidence): Pick<Deal, 'removedAt'> {
  const removedAt = current?.removedAt;
  return removedAt === undefined || compareInstants(seenAt, removedAt) > 0 ? {} : { removedAt };
}
