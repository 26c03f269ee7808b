import { compareInstants } from '../calendar/compare-instants';
import { contentOf } from './content-of';
import type { Deal, DealChange } from './deal';
import type { Evidence } from './evidence';
import { joinColumns, type WonColumns } from './join-columns';
import { joinMoney, type RefusedMoney } from './join-money';
import { joinTimes } from './join-times';
import { moneyChanges } from './money-changes';
import { moneyColumns } from './money-columns';
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
  const sight = { ...joinTimes(current, evidence), ...removalOf(current, evidence) };
  const row = { ...rowOf(current, won, { ...moneyColumns(money), sight }), ...identity };
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

/** What stands in a row of itself, and not field by field. */
interface Anew<Sight> extends ReturnType<typeof moneyColumns> {
  readonly sight: Sight;
}

/** All columns that have a source, and the sources. What is written anew is written whole: nothing stale stays. */
function rowOf<Sight extends object>(
  current: Deal | undefined,
  won: WonColumns,
  { columns, sources, sight }: Anew<Sight>,
) {
  const qualification = { ...current?.qualification, ...won.qualification };
  const anew = { ...columns, ...sight };
  return {
    ...without(current, stale(current, anew, writtenAnew)),
    ...won.columns,
    ...anew,
    ...(Object.keys(qualification).length > 0 ? { qualification } : {}),
    sources: {
      ...without(current?.sources, stale(current?.sources, sources, moneySources)),
      ...won.sources,
      ...sources,
    },
  };
}

const writtenAnew = [
  'amountMinor',
  'amountExact',
  'currency',
  'currencySymbol',
  'currencyStated',
  'recurringMinor',
  'seenAs',
  'removedAt',
] as const;
const moneySources = ['amountMinor', 'currency', 'recurringMinor'] as const;

/** Which of these names a row has and is to lose. */
function stale(row: object | undefined, next: object, names: readonly string[]): readonly string[] {
  return row === undefined ? [] : names.filter((name) => name in row && !(name in next));
}

/** A row without some of its columns; mostly there are none to take out, and every deal that is read passes here. */
function without<Row extends object>(
  row: Row | undefined,
  names: readonly string[],
): Partial<Row> | undefined {
  if (row === undefined || names.length === 0) return row;
  // What is missing may be missing.
  return Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name))) as Partial<Row>;
}

/** A removed deal that is seen after its removal is there again. */
function removalOf(current: Deal | undefined, { seenAt }: Evidence): Pick<Deal, 'removedAt'> {
  const removedAt = current?.removedAt;
  return removedAt === undefined || compareInstants(seenAt, removedAt) > 0 ? {} : { removedAt };
}
