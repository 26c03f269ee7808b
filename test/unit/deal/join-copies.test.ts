import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyHistory } from '../../../lib/deal/apply-history';
import { changeName } from '../../../lib/deal/change-name';
import type { Deal, DealChange } from '../../../lib/deal/deal';
import { joinCopies } from '../../../lib/deal/join-copies';
import { joinDeals } from '../../../lib/deal/join-deals';
import { mergeRead } from '../../../lib/deal/merge-read';
import {
  hours,
  instantAt,
  life,
  readLife,
  stateAt,
  stateOf,
  statedHistory,
  type Life,
} from './arbitrary-life';
import { place, seen, type Seen } from './arbitrary-reads';

interface Copy {
  readonly deal: Deal;
  readonly changes: readonly DealChange[];
}

const [monday, tuesday, wednesday, thursday, friday] = ['02', '03', '04', '05', '06'].map(
  (day) => `2026-03-${day}T08:00:00.000Z`,
) as [string, string, string, string, string];
const fields = ['stage', 'owner', 'closeOn', 'outcome', 'amount', 'qualification.need'] as const;

/** A store that has read the stage at these instants. */
function copyOf(stages: Readonly<Record<string, string>>, seenAs?: string): Copy {
  let deal: Deal | undefined;
  const changes: DealChange[] = [];
  for (const [at, stage] of Object.entries(stages)) {
    const source = { ...place, from: 'page', view: 'list:deals', seenAs } as const;
    const merged = mergeRead(deal, { id: '7', at, values: { stage } }, source);
    deal = merged.deal;
    changes.push(...merged.changes);
  }
  if (deal === undefined) throw new Error('nothing was read');
  return { deal, changes };
}

/** The copy after a sync of its history. */
function synced({ deal, changes }: Copy, all: Life, until: string): Copy {
  const applied = applyHistory(deal, changes, { fields, until, changes: statedHistory(all, until) });
  return { deal: applied.deal, changes: applied.changes };
}

const linesOf = ({ changes }: Pick<Copy, 'changes'>) =>
  changes.map(({ field, from, to, notBefore, at }) => [field, from, to, notBefore, at]);
const inTime = (changes: readonly DealChange[]) => changes.toSorted((a, b) => (a.at < b.at ? -1 : 1));
const sorted = (changes: readonly DealChange[]) =>
  changes.map((row) => `${row.key} ${changeName(row)}`).toSorted();

describe('joinCopies', () => {
  it('knows a change that both have seen more closely, and once', () => {
    const ours = copyOf({ [monday]: 'New', [thursday]: 'Offer' });
    const theirs = copyOf({ [tuesday]: 'New', [friday]: 'Offer' });
    for (const joined of [joinCopies(ours, theirs), joinCopies(theirs, ours)]) {
      expect(linesOf(joined)).toEqual([['stage', 'New', 'Offer', tuesday, thursday]]);
      expect(joined.deal).toMatchObject({ stage: 'Offer', firstSeenAt: monday, seenAt: friday });
    }
  });

  it('knows of a change that neither has seen', () => {
    const joined = joinCopies(copyOf({ [friday]: 'Order' }), copyOf({ [monday]: 'New' }));
    expect(linesOf(joined)).toEqual([['stage', 'New', 'Order', monday, friday]]);
  });

  it('puts what the other saw in between into its place', () => {
    const ours = copyOf({ [monday]: 'New', [friday]: 'Order' });
    expect(linesOf(joinCopies(ours, copyOf({ [wednesday]: 'Offer' })))).toEqual([
      ['stage', 'New', 'Offer', monday, wednesday],
      ['stage', 'Offer', 'Order', wednesday, friday],
    ]);
  });

  it('never brings back what a synced history has replaced', () => {
    const before = copyOf({ [monday]: 'New', [thursday]: 'Order' });
    const history = {
      fields: ['stage'] as const,
      until: thursday,
      changes: [
        { field: 'stage' as const, from: 'New', to: 'Offer', at: tuesday },
        { field: 'stage' as const, from: 'Offer', to: 'Order', at: wednesday },
      ],
    };
    const after = applyHistory(before.deal, before.changes, history);
    for (const joined of [joinCopies(after, before), joinCopies(before, after)]) {
      expect(linesOf(joined)).toEqual(linesOf(after));
      expect(joined.deal).toEqual(after.deal);
    }
  });

  it('keeps what either has seen after the history', () => {
    const ours = copyOf({ [monday]: 'New' });
    const history = { fields: ['stage'] as const, until: tuesday, changes: [] };
    const { deal, changes } = applyHistory(ours.deal, ours.changes, history);
    const theirs = copyOf({ [wednesday]: 'New', [friday]: 'Offer' });
    expect(linesOf(joinCopies({ deal, changes }, theirs))).toEqual([
      ['stage', 'New', 'Offer', wednesday, friday],
    ]);
  });

  it('takes changes without their deal', () => {
    const ours = copyOf({ [friday]: 'Offer' });
    const { changes } = copyOf({ [monday]: 'New', [wednesday]: 'Offer' });
    const joined = joinCopies(ours, { deal: undefined, changes });
    expect(joined.deal).toBe(ours.deal);
    expect(joined.changes).toEqual(changes);
  });

  it('lets a removal stand that was told to whoever saw the deal last, and no other', () => {
    const gone = (copy: Copy, removedAt: string): Copy => ({ ...copy, deal: { ...copy.deal, removedAt } });
    const ida = copyOf({ [monday]: 'New' }, 'ida');
    const removed = gone(ida, wednesday);
    const removalOf = (one: Copy, other: Copy) => [
      joinCopies(one, other).deal.removedAt,
      joinCopies(other, one).deal.removedAt,
    ];
    expect(removalOf(removed, ida)).toEqual([wednesday, wednesday]);
    expect(removalOf(removed, gone(ida, thursday))).toEqual([wednesday, wednesday]);
    expect(removalOf(removed, copyOf({ [friday]: 'New' }, 'ida'))).toEqual([undefined, undefined]);
    expect(removalOf(removed, copyOf({ [tuesday]: 'New' }, 'bo'))).toEqual([undefined, undefined]);
  });
});

describe('joinCopies, whatever the reads', () => {
  const copy = fc.array(seen, { minLength: 1, maxLength: 5 }).map((reads: readonly Seen[]) => {
    let deal: Deal | undefined;
    const changes: DealChange[] = [];
    for (const { read, source } of reads) {
      const merged = mergeRead(deal, read, source);
      deal = merged.deal;
      changes.push(...merged.changes);
    }
    if (deal === undefined) throw new Error('nothing was read');
    return { deal, changes };
  });

  it('changes nothing for a copy of itself', () => {
    fc.assert(
      fc.property(copy, (ours) => {
        const theirs = structuredClone(ours);
        const joined = joinCopies(ours, theirs);
        expect(joined.deal).toBe(ours.deal);
        expect(sorted(joined.changes)).toEqual(sorted(ours.changes));
      }),
      { numRuns: 1000 },
    );
  });

  it('gives the same deal in either order', () => {
    fc.assert(
      fc.property(copy, copy, (ours, theirs) => {
        const isRefused = (a: Deal, b: Deal) => joinDeals(a, b).refused.length > 0;
        fc.pre(!isRefused(ours.deal, theirs.deal) && !isRefused(theirs.deal, ours.deal));
        expect(joinCopies(ours, theirs).deal).toEqual(joinCopies(theirs, ours).deal);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('joinCopies, whatever the life', () => {
  const instants = fc
    .uniqueArray(hours, { minLength: 1, maxLength: 8 })
    .map((list) => list.map(instantAt).toSorted());
  const end = fc.option(hours.map(instantAt), { nil: undefined });
  const make = (all: Life, reads: readonly string[], until: string | undefined): Copy => {
    const known = readLife(all, reads);
    return until === undefined ? known : synced(known, all, until);
  };
  const copies = fc
    .tuple(life, instants, instants, end, end)
    .map(([all, ours, theirs, ourEnd, theirEnd]) => ({
      all,
      ours: make(all, ours, ourEnd),
      theirs: make(all, theirs, theirEnd),
    }));

  it('is the same in either order, and once more changes nothing', () => {
    fc.assert(
      fc.property(copies, ({ ours, theirs }) => {
        const joined = joinCopies(ours, theirs);
        const other = joinCopies(theirs, ours);
        expect(other.deal).toEqual(joined.deal);
        expect(sorted(other.changes)).toEqual(sorted(joined.changes));
        for (const again of [
          joinCopies(joined, theirs),
          joinCopies(joined, ours),
          joinCopies(joined, other),
        ]) {
          expect(again.deal).toBe(joined.deal);
          expect(sorted(again.changes)).toEqual(sorted(joined.changes));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('holds true changes alone', () => {
    fc.assert(
      fc.property(copies, ({ all, ours, theirs }) => {
        for (const row of joinCopies(ours, theirs).changes) {
          if (row.source === 'history') continue;
          const before = readLife(all, [row.notBefore]).deal;
          const after = readLife(all, [row.at]).deal;
          const valueIn = (deal: Deal) => {
            if (row.field === 'qualification.need') return stateOf(deal).need;
            if (row.field === 'amountMinor') return [deal.amountMinor, deal.currency];
            return stateOf(deal)[row.field as 'stage'];
          };
          const isAmount = row.field === 'amountMinor';
          expect(valueIn(before)).toEqual(isAmount ? [row.from, row.units?.from.currency] : row.from);
          expect(valueIn(after)).toEqual(isAmount ? [row.to, row.units?.to.currency] : row.to);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('has each change of a history once, and no other up to its end', () => {
    fc.assert(
      fc.property(life, instants, instants, hours.map(instantAt), (all, ourReads, theirReads, until) => {
        const history = statedHistory(all, until);
        const ours = make(all, ourReads, until);
        for (const joined of [
          joinCopies(ours, make(all, theirReads, undefined)),
          joinCopies(make(all, theirReads, undefined), ours),
        ]) {
          const upToEnd = joined.changes.filter(({ at }) => at <= until);
          expect(upToEnd.filter(({ source }) => source !== 'history')).toEqual([]);
          expect(upToEnd).toHaveLength(history.length);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('changes nothing for an older copy of itself', () => {
    fc.assert(
      fc.property(life, instants, instants, end, end, (all, first, more, firstEnd, lastEnd) => {
        const older = make(all, first, firstEnd);
        const last = first.at(-1) ?? '';
        const then = readLife(
          all,
          more.filter((at) => at > last),
          { deal: older.deal, changes: [...older.changes] },
        );
        // A sync reads the history up to its own time.
        const until = lastEnd !== undefined && lastEnd > last ? lastEnd : undefined;
        const newer = until === undefined ? then : synced(then, all, until);
        const joined = joinCopies(newer, older);
        expect(joined.deal).toBe(newer.deal);
        expect(sorted(joined.changes)).toEqual(sorted(newer.changes));
        const other = joinCopies(older, newer);
        expect(other.deal).toEqual(newer.deal);
        expect(sorted(other.changes)).toEqual(sorted(newer.changes));
      }),
      { numRuns: 1000 },
    );
  });

  it('is as if one store had read all, where no value comes back', () => {
    const steps = fc.uniqueArray(hours, { maxLength: 8 }).map((list) => list.toSorted((a, b) => a - b));
    fc.assert(
      fc.property(steps, instants, instants, (times, ours, theirs) => {
        const stageAt = (at: string) => String(times.filter((hour) => instantAt(hour) <= at).length);
        const read = (reads: readonly string[]) =>
          copyOf(Object.fromEntries([...new Set(reads)].toSorted().map((at) => [at, stageAt(at)])));
        const joined = inTime(joinCopies(read(ours), read(theirs)).changes);
        const all = inTime(read([...ours, ...theirs]).changes);
        expect(joined.map(({ from, to }) => [from, to])).toEqual(all.map(({ from, to }) => [from, to]));
        // The first sight of a value that is still shown is not kept, so its change is known less closely.
        for (const [nth, row] of joined.entries()) {
          expect(row.notBefore).toBe(all[nth]?.notBefore);
          expect(row.at >= (all[nth]?.at ?? '')).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('shows the state as it was read last', () => {
    fc.assert(
      fc.property(life, instants, instants, (all, ours, theirs) => {
        const { deal } = joinCopies(readLife(all, ours), readLife(all, theirs));
        expect(stateOf(deal)).toEqual(stateAt(all, [...ours, ...theirs].toSorted().at(-1) ?? ''));
      }),
      { numRuns: 300 },
    );
  });
});
