import type { Draw } from '../demo/draw';
import type { Version } from './invented-deals';
import type { Ledger, Sent } from './ledger';

/** Makes up writes: new deals, edits of acknowledged ones, rates and settings. Same draws, same writes. */
export interface Composer {
  /** A batch of deals. Two lanes never touch the same deal, so that the order of its states is known. */
  readonly reads: (lane: number) => Sent;
  /** A rate or a setting. */
  readonly other: (kind?: 'rate') => Sent;
}

/** How many senders of deals write side by side. */
export const lanes = 2;

export function createComposer(ledger: Ledger, draw: Draw): Composer {
  let last = 0;
  let instant = 0;
  let count = 0;
  const ids: string[][] = Array.from({ length: lanes }, () => []);
  const now = (): string => {
    instant = Math.max(Date.now(), instant + 1);
    return new Date(instant).toISOString();
  };

  const fresh = (lane: number): string => {
    const id = String((last += 1) * lanes + lane);
    ids[lane]?.push(id);
    return id;
  };
  const known = (lane: number): string | undefined => {
    const own = ids[lane] ?? [];
    const id = own.length === 0 ? undefined : draw.pick(own);
    return id !== undefined && ledger.deals.has(id) ? id : undefined;
  };

  return {
    reads(lane) {
      const at = now();
      const size = draw.chance(0.7) ? draw.whole(5, 60) : draw.whole(60, 300);
      const chosen = new Map<string, Version>();
      for (let nth = 0; nth < size; nth += 1) {
        const id = (draw.chance(0.4) ? known(lane) : undefined) ?? fresh(lane);
        const version = (ledger.deals.get(id)?.at(-1)?.version ?? 0) + 1;
        chosen.set(id, { id, version, at });
      }
      return { kind: 'reads', name: `batch-${(count += 1)}`, states: [...chosen.values()] };
    },
    other(kind) {
      count += 1;
      if (kind === undefined && draw.chance(0.2)) return { kind: 'setting', me: `Ada Byron ${count}` };
      const on = new Date(Date.UTC(2000, 0, count)).toISOString().slice(0, 10);
      return { kind: 'rate', on, rate: `7.${draw.whole(1, 9999)}` };
    },
  };
}
