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
  /** A deal that is not there. */
  add(deal: DealInput): void;
  drop(id: string): void;
  /** `changed`: deals of which it may say something else than the last time. */
  result(): { readonly isNew: TrulyNew; readonly changed: readonly string[] };
}

/**
 * Answers whether an account had an older deal that was open, or lost a short while before. Each account's deals are
 * sorted once, so that many deals of one account cost no more than many accounts; and again when they have changed.
 */
export function accountsInMaking(): AccountsInMaking {
  const accounts = new Map<string, Held[]>();
  const accountOf = new Map<string, string>();
  /** By deal: until when the account's older deals stand in its way. */
  const blocked = new Map<string, number>();
  const touched = new Set<string>();
  return {
    add({ id, account, createdAt, outcome, closedAt }) {
      if (account === null || createdAt === null) return;
      const end = outcome === 'won' || outcome === 'lost' ? (closedAt?.to ?? createdAt.to) : Infinity;
      const until = outcome === 'lost' ? end + TUNING.recentlyLostMs : end;
      const held = accounts.get(account) ?? [];
      accounts.set(account, held);
      held.push({ id, from: createdAt.to, until });
      accountOf.set(id, account);
      touched.add(account);
    },
    drop(id) {
      const account = accountOf.get(id);
      if (account === undefined) return;
      const left = accounts.get(account)?.filter((one) => one.id !== id) ?? [];
      if (left.length > 0) accounts.set(account, left);
      else accounts.delete(account);
      accountOf.delete(id);
      blocked.delete(id);
      touched.add(account);
    },
    result() {
      const changed: string[] = [];
      for (const account of touched)
        for (const [id, until] of blockedUntil(accounts.get(account) ?? [])) {
          if (blocked.get(id) === until) continue;
          blocked.set(id, until);
          changed.push(id);
        }
      touched.clear();
      return {
        changed,
        isNew: ({ id }, instant) => {
          const until = blocked.get(id);
          return until === undefined ? null : until <= instant;
        },
      };
    },
  };
}

/** By deal of one account. */
function* blockedUntil(held: readonly Held[]): Generator<readonly [id: string, until: number]> {
  let until = -Infinity;
  let [same, sameUntil] = [-Infinity, -Infinity];
  // Deals made at one instant do not stand in each other's way.
  for (const one of held.toSorted((a, b) => a.from - b.from)) {
    if (one.from !== same) {
      until = Math.max(until, sameUntil);
      [same, sameUntil] = [one.from, -Infinity];
    }
    yield [one.id, until];
    sameUntil = Math.max(sameUntil, one.until);
  }
}
