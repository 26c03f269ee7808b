import type { DealInput } from './request';
import { TUNING } from './tuning';

/** Whether a deal was truly new at an instant; `null` where its account or its creation is not known. */
export type TrulyNew = (deal: DealInput, instant: number) => boolean | null;

interface Held {
  readonly id: string;
  readonly from: number;
  /** From here on the deal no longer stands in another one's way. */
  readonly until: number;
}

/** Whatever tells of an account's deals. */
export interface AccountsInMaking {
  add(deal: DealInput): void;
  result(): TrulyNew;
}

/**
 * Answers whether an account had an older deal that was open, or lost a short while before. Each account's deals are
 * sorted once, so that many deals of one account cost no more than many accounts.
 */
export function accountsInMaking(): AccountsInMaking {
  const accounts = new Map<string, Held[]>();
  return {
    add({ id, account, createdAt, outcome, closedAt }) {
      if (account === null || createdAt === null) return;
      const end = outcome === 'won' || outcome === 'lost' ? (closedAt?.to ?? createdAt.to) : Infinity;
      const until = outcome === 'lost' ? end + TUNING.recentlyLostMs : end;
      const held = accounts.get(account) ?? [];
      accounts.set(account, held);
      held.push({ id, from: createdAt.to, until });
    },
    result() {
      const blocked = blockedUntil(accounts.values());
      return ({ id }, instant) => {
        const until = blocked.get(id);
        return until === undefined ? null : until <= instant;
      };
    },
  };
}

/** By deal: until when the account's older deals stand in its way. */
function blockedUntil(accounts: Iterable<readonly Held[]>): ReadonlyMap<string, number> {
  const blocked = new Map<string, number>();
  for (const held of accounts) {
    let until = -Infinity;
    let [same, sameUntil] = [-Infinity, -Infinity];
    // Deals made at one instant do not stand in each other's way.
    for (const one of held.toSorted((a, b) => a.from - b.from)) {
      if (one.from !== same) {
        until = Math.max(until, sameUntil);
        [same, sameUntil] = [one.from, -Infinity];
      }
      blocked.set(one.id, until);
      sameUntil = Math.max(sameUntil, one.until);
    }
  }
  return blocked;
}
