import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Deal, DealChange, DealField, DealValues } from '../../../lib/deal/deal';
import { contentOf } from '../../../lib/deal/content-of';
import { mergeRead } from '../../../lib/deal/merge-read';
import { place, seen, type Seen } from './arbitrary-reads';

const monday = '2026-03-02T08:00:00.000Z';
const tuesday = '2026-03-03T08:00:00.000Z';
const friday = '2026-03-06T08:00:00.000Z';

interface Extra {
  readonly from?: 'api' | 'page';
  readonly view?: string;
  readonly approximate?: readonly DealField[];
}

function sight(
  at: string,
  values: DealValues,
  { from = 'page', view = 'list:deals', approximate }: Extra = {},
): Seen {
  const rough = approximate === undefined ? {} : { approximate };
  return { read: { id: '7', at, values, ...rough }, source: { ...place, from, view } };
}

function mergeAll(reads: readonly Seen[], start?: Deal) {
  let deal = start;
  const changes: DealChange[] = [];
  const refused: string[] = [];
  for (const { read, source } of reads) {
    const merged = mergeRead(deal, read, source);
    deal = merged.deal;
    changes.push(...merged.changes);
    refused.push(...merged.refused.map(({ field, why }) => `${field}: ${why}`));
  }
  if (deal === undefined) throw new Error('nothing was merged');
  return { deal, changes, refused };
}

describe('mergeRead', () => {
  it('makes a deal of the first read, with the source of every value and no change', () => {
    const { deal, changes, changed, touched, refused } = mergeRead(
      undefined,
      {
        id: '7',
        url: 'https://crm.example.com/7',
        at: monday,
        values: { stage: 'Offer', amount: { decimal: '1220.5', currency: 'EUR' } },
      },
      { ...place, from: 'page', view: 'list:deals' },
    );
    const source = { from: 'page', at: monday, view: 'list:deals' };
    expect(deal).toEqual({
      key: 'crm|crm.example.com|7',
      crm: 'crm',
      tenant: 'crm.example.com',
      host: 'crm.example.com',
      id: '7',
      url: 'https://crm.example.com/7',
      stage: 'Offer',
      amountMinor: 122050,
      amountExact: true,
      currency: 'EUR',
      sources: { url: source, stage: source, amountMinor: source, currency: source },
      firstSeenAt: monday,
      seenAt: monday,
      seenVia: 'page',
      contentHash: contentOf(deal),
    });
    expect({ changes, changed, touched, refused }).toEqual({
      changes: [],
      changed: true,
      touched: false,
      refused: [],
    });
  });

  it('keeps what a later read does not show, and takes what it shows empty', () => {
    const { deal } = mergeAll([
      sight(monday, { stage: 'Offer', owner: 'Ada' }),
      sight(tuesday, { owner: null }),
    ]);
    expect(deal.stage).toBe('Offer');
    expect(deal.owner).toBeNull();
  });

  it('treats a key that is present but undefined as not shown', () => {
    const values = { stage: undefined, qualification: { need: undefined } } as unknown as DealValues;
    const { deal } = mergeAll([
      sight(monday, { stage: 'Offer', qualification: { need: 'yes' } }),
      sight(tuesday, values),
    ]);
    expect(deal.stage).toBe('Offer');
    expect(deal.qualification).toEqual({ need: 'yes' });
  });

  it('never lets a rounded value replace an exact one, however late it was seen', () => {
    const rough = sight(
      friday,
      { amount: { decimal: '12300', currency: 'EUR' } },
      { approximate: ['amount'] },
    );
    const exact = sight(monday, { amount: { decimal: '12345', currency: 'EUR' } });
    for (const reads of [
      [rough, exact],
      [exact, rough],
    ]) {
      const { deal, changes } = mergeAll(reads);
      expect(deal).toMatchObject({ amountMinor: 1234500, amountExact: true, seenAt: friday });
      expect(changes).toEqual([]);
    }
  });

  it('keeps a rounded amount, marked as such, where nothing better is known', () => {
    const { deal } = mergeAll([
      sight(monday, { amount: { decimal: '12300', currency: 'EUR' } }, { approximate: ['amount'] }),
    ]);
    expect(deal).toMatchObject({ amountMinor: 1230000, amountExact: false });
  });

  it('believes the later of two exact values, also the page over an earlier interface read', () => {
    const { deal } = mergeAll([
      sight(monday, { stage: 'Offer' }, { from: 'api' }),
      sight(tuesday, { stage: 'Won' }),
    ]);
    expect(deal.stage).toBe('Won');
    expect(deal.sources['stage']?.from).toBe('page');
  });

  it('believes the interface over the page at the same instant, and calls that no change', () => {
    const page = sight(monday, { stage: 'Offer' });
    const api = sight(monday, { stage: 'Won' }, { from: 'api' });
    for (const reads of [
      [page, api],
      [api, page],
    ]) {
      const { deal, changes } = mergeAll(reads);
      expect(deal.stage).toBe('Won');
      expect(changes).toEqual([]);
    }
  });

  it('compares instants and not their spelling', () => {
    const late = sight('2026-03-02T08:00:00.5Z', { stage: 'Won' });
    const early = sight('2026-03-02T08:00:00Z', { stage: 'Offer' });
    expect(mergeAll([late, early]).deal.stage).toBe('Won');
    expect(mergeAll([early, late]).deal.stage).toBe('Won');
  });

  it('says when a change happened: after the last sight of the old value, at the latest at the first of the new', () => {
    const { changes } = mergeAll([
      sight(monday, { stage: 'Offer', name: 'A' }),
      sight(tuesday, { stage: 'Offer', name: 'B' }),
      sight(friday, { stage: 'Won' }),
    ]);
    expect(changes).toEqual([
      {
        key: 'crm|crm.example.com|7',
        field: 'stage',
        from: 'Offer',
        to: 'Won',
        at: friday,
        notBefore: tuesday,
        source: 'page',
      },
    ]);
  });

  it('lets a late arrival of an older read change nothing and report nothing', () => {
    const newer = mergeAll([sight(friday, { stage: 'Won' })]).deal;
    const { deal, changes, changed } = mergeRead(
      newer,
      sight(monday, { stage: 'Offer' }).read,
      sight(monday, {}).source,
    );
    expect(deal).toEqual({ ...newer, firstSeenAt: monday });
    expect({ changes, changed }).toEqual({ changes: [], changed: false });
  });

  it('merges qualification key by key, each with its own source', () => {
    const { deal, changes } = mergeAll([
      sight(monday, { qualification: { need: 'yes', money: 'no' } }),
      sight(tuesday, { qualification: { money: 'yes' } }),
    ]);
    expect(deal.qualification).toEqual({ need: 'yes', money: 'yes' });
    expect(deal.sources['qualification.need']?.at).toBe(monday);
    expect(changes).toMatchObject([{ field: 'qualification.money', from: 'no', to: 'yes' }]);
  });

  it('only touches a deal that is seen again unchanged', () => {
    const first = mergeAll([sight(monday, { stage: 'Offer' })]).deal;
    const again = mergeRead(first, sight(tuesday, { stage: 'Offer' }).read, sight(tuesday, {}).source);
    expect(again).toMatchObject({ changed: false, touched: true });
    expect(again.deal).toMatchObject({ seenAt: tuesday, contentHash: first.contentHash });
    expect(again.deal.sources['stage']?.at).toBe(tuesday);
  });

  it('brings back a removed deal that is seen later, and not by an old read', () => {
    const removed = { ...mergeAll([sight(monday, { stage: 'Offer' })]).deal, removedAt: tuesday };
    const old = sight(monday, { stage: 'Offer' });
    expect(mergeRead(removed, old.read, old.source).deal).toBe(removed);
    const back = sight(friday, { stage: 'Offer' });
    const merged = mergeRead(removed, back.read, back.source);
    expect(merged.changed).toBe(true);
    expect(merged.deal.removedAt).toBeUndefined();
  });

  it('remembers as whom the deal was last seen, and nobody where the last sight does not say', () => {
    const as = (at: string, seenAs?: string): Seen => {
      const { read, source } = sight(at, { stage: 'Offer' });
      return { read, source: { ...source, seenAs } };
    };
    expect(mergeAll([as(tuesday, 'ida'), as(monday, 'bo')]).deal.seenAs).toBe('ida');
    const { deal } = mergeAll([as(monday, 'bo'), as(tuesday, 'ida')]);
    expect(deal).toMatchObject({ seenAs: 'ida', seenAt: tuesday });
    expect(mergeAll([as(friday)], deal).deal).not.toHaveProperty('seenAs');
  });
});

describe('mergeRead on amount and currency', () => {
  const apiDkk = sight(monday, { amount: { decimal: '100', currency: 'DKK' } }, { from: 'api' });

  it.each([
    ['a sign of the same currency', { decimal: '250', symbol: 'kr.' }],
    ['no sign at all', { decimal: '250' }],
  ])('keeps the known code under %s', (_, amount) => {
    const { deal, changes } = mergeAll([apiDkk, sight(tuesday, { amount })]);
    expect(deal).toMatchObject({ amountMinor: 25000, currency: 'DKK' });
    expect(changes).toMatchObject([
      { field: 'amountMinor', from: 10000, to: 25000, notBefore: monday, at: tuesday },
    ]);
  });

  it('gives up the known code under a sign that contradicts it, and takes it back with a sign that does not', () => {
    const dollars = sight(tuesday, { amount: { decimal: '250', symbol: '$' } });
    const apart = mergeAll([apiDkk, dollars]);
    expect(apart.deal).toMatchObject({ amountMinor: 25000, currency: null, currencySymbol: '$' });
    expect(apart.changes).toMatchObject([
      { from: 10000, to: 25000, units: { from: { currency: 'DKK' }, to: { symbol: '$' } } },
    ]);
    const back = mergeAll([sight(friday, { amount: { decimal: '250', symbol: 'kr' } })], apart.deal);
    expect(back.deal).toMatchObject({ amountMinor: 25000, currency: 'DKK', currencySymbol: 'kr' });
    expect(back.deal.currencyStated).toBeUndefined();
    expect(back.changes).toMatchObject([
      { from: 25000, to: 25000, units: { from: { symbol: '$' }, to: { currency: 'DKK' } } },
    ]);
  });

  it('knows a sign of no table only beside the code that it was shown with', () => {
    const odd = sight(monday, { amount: { decimal: '100', currency: 'XTS', symbol: '¤¤' } });
    expect(mergeAll([odd, sight(tuesday, { amount: { decimal: '1', symbol: '¤¤' } })]).deal.currency).toBe(
      'XTS',
    );
    expect(
      mergeAll([odd, sight(tuesday, { amount: { decimal: '1', symbol: '¤' } })]).deal.currency,
    ).toBeNull();
  });

  it('keeps an amount without any code in hundredths, and rescales it when the code becomes known', () => {
    const bare = sight(monday, { amount: { decimal: '1000', symbol: '¥' } });
    expect(mergeAll([bare]).deal).toMatchObject({ amountMinor: 100000, currencySymbol: '¥' });
    expect(mergeAll([bare]).deal.currency).toBeUndefined();
    const yen = sight(tuesday, { amount: { decimal: '1000', currency: 'JPY' } }, { from: 'api' });
    const { deal, changes } = mergeAll([bare, yen]);
    expect(deal).toMatchObject({ amountMinor: 1000, currency: 'JPY' });
    // The same sum, better known: the deal did not change.
    expect(changes).toEqual([]);
  });

  it('rescales an amount also when its code is learnt late, from an older read', () => {
    const bare = sight(tuesday, { amount: { decimal: '1000', symbol: '¥' } });
    const yen = sight(monday, { amount: { decimal: '900', currency: 'JPY' } }, { from: 'api' });
    const { deal, changes } = mergeAll([bare, yen]);
    expect(deal).toMatchObject({ amountMinor: 1000, currency: 'JPY' });
    expect(changes).toEqual([]);
  });

  it('counts each amount of a change in what was known of it then', () => {
    const [first, second, third] = [
      sight(monday, { amount: { decimal: '900', symbol: '¥' } }),
      sight(tuesday, { amount: { decimal: '1000', symbol: '¥' } }),
      sight(friday, { amount: { decimal: '2000', currency: 'JPY' } }, { from: 'api' }),
    ];
    expect(mergeAll([first, second, third]).changes).toMatchObject([
      { from: 90000, to: 100000, units: { from: { symbol: '¥' }, to: { symbol: '¥' } } },
      { from: 100000, to: 2000, units: { from: { symbol: '¥' }, to: { currency: 'JPY' } } },
    ]);
  });

  it('reports no change when a code becomes known that counts in hundredths too', () => {
    const bare = sight(monday, { amount: { decimal: '1000', symbol: '$' } });
    const dollars = sight(tuesday, { amount: { decimal: '1000', currency: 'USD' } }, { from: 'api' });
    expect(mergeAll([bare, dollars])).toMatchObject({
      deal: { amountMinor: 100000, currency: 'USD' },
      changes: [],
    });
  });

  it.each([
    ['a tenth of an øre', { decimal: '1.005', currency: 'DKK' }],
    ['a sen of a yen', { decimal: '1.5', currency: 'JPY' }],
    ['more than can be summed exactly', { decimal: '90071992547409.93', currency: 'DKK' }],
  ])('refuses %s with a reason and keeps the previous amount and code', (_, amount) => {
    const { deal, changes, refused } = mergeAll([apiDkk, sight(tuesday, { stage: 'Won', amount })]);
    expect(deal).toMatchObject({ amountMinor: 10000, currency: 'DKK', stage: 'Won' });
    expect(changes).toEqual([]);
    expect(refused).toEqual(['amount: not-in-minor-units']);
  });

  it('refuses an amount that is no decimal, never making it 0', () => {
    const { deal, refused } = mergeAll([sight(monday, { amount: { decimal: '1,220', currency: 'DKK' } })]);
    expect(deal.amountMinor).toBeUndefined();
    expect(deal.currency).toBeUndefined();
    expect(refused).toEqual(['amount: malformed']);
  });

  it('reads thousandths in a currency that has them', () => {
    const dinar = sight(monday, { amount: { decimal: '1.005', currency: 'KWD' } });
    expect(mergeAll([dinar, sight(tuesday, { amount: { decimal: '1.006' } })]).deal.amountMinor).toBe(1006);
  });

  it('tells one currency from another of the same number', () => {
    const { changes } = mergeAll([apiDkk, sight(tuesday, { amount: { decimal: '100', currency: 'EUR' } })]);
    const units = { from: { currency: 'DKK' }, to: { currency: 'EUR' } };
    expect(changes).toMatchObject([{ field: 'amountMinor', from: 10000, to: 10000, units }]);
  });

  it("keeps the recurring amount in the deal's own currency or not at all", () => {
    const both = sight(monday, {
      amount: { decimal: '100', currency: 'DKK' },
      recurring: { decimal: '10.5' },
    });
    expect(mergeAll([both]).deal.recurringMinor).toBe(1050);
    const other = mergeAll([
      both,
      sight(tuesday, {
        recurring: { decimal: '7', currency: 'EUR' },
        amount: { decimal: '100', currency: 'DKK' },
      }),
    ]);
    expect(other.deal.recurringMinor).toBe(1050);
    expect(other.refused).toEqual(['recurring: other-currency']);
    const moved = mergeAll([both, sight(tuesday, { amount: { decimal: '14', currency: 'EUR' } })]);
    expect(moved.deal.recurringMinor).toBeUndefined();
    expect(moved.refused).toEqual(['recurring: currency-changed']);
    const alone = sight(monday, { recurring: { decimal: '7', currency: 'JPY' } });
    expect(mergeAll([alone]).deal).toMatchObject({ recurringMinor: 7, currency: 'JPY' });
    const amount = sight(tuesday, { amount: { decimal: '100', currency: 'JPY' } });
    expect(mergeAll([alone, amount]).deal).toMatchObject({
      recurringMinor: 7,
      amountMinor: 100,
      currency: 'JPY',
    });
  });
});

describe('mergeRead, whatever the reads', () => {
  const lives = fc.array(seen, { minLength: 1, maxLength: 7 });

  it('gives the same deal for the same reads in any order', () => {
    const shuffled = lives.chain((reads) =>
      fc.tuple(
        fc.constant(reads),
        fc.shuffledSubarray(reads, { minLength: reads.length, maxLength: reads.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([reads, others]) => {
        const one = mergeAll(reads);
        const other = mergeAll(others);
        fc.pre(one.refused.length === 0 && other.refused.length === 0);
        expect(other.deal).toEqual(one.deal);
      }),
      { numRuns: 1000 },
    );
  });

  it('is a complete no-op for every read that it has had', () => {
    fc.assert(
      fc.property(lives, fc.nat(), (reads, nth) => {
        const { deal, refused } = mergeAll(reads);
        fc.pre(refused.length === 0);
        const replayed = reads[nth % reads.length];
        if (replayed === undefined) return;
        const again = mergeRead(deal, replayed.read, replayed.source);
        expect(again.deal).toBe(deal);
        expect(again).toMatchObject({ changes: [], changed: false, touched: false });
      }),
      { numRuns: 1000 },
    );
  });

  it('never replaces an exact value by a rounded one, never erases, and dates every change between two sights', () => {
    fc.assert(
      fc.property(lives, seen, (reads, next) => {
        const before = mergeAll(reads).deal;
        const { deal, changes, refused } = mergeRead(before, next.read, next.source);
        // The one exception: a recurring amount goes with the currency that it was in.
        const isOtherMoney = refused.some(({ why }) => why === 'currency-changed');
        const isFirstAmount = before.amountMinor === undefined && deal.amountMinor !== undefined;
        const isGone = (column: string) =>
          (column === 'recurringMinor' && isOtherMoney) || (column === 'currency' && isFirstAmount);
        for (const [column, source] of Object.entries(before.sources)) {
          if (isGone(column)) continue;
          const after = deal.sources[column];
          expect(after).toBeDefined();
          if (source.from !== 'page-approximate') expect(after?.from).not.toBe('page-approximate');
        }
        for (const change of changes) {
          expect([change.from, change.units?.from]).not.toEqual([change.to, change.units?.to]);
          expect(change.units !== undefined).toBe(change.field === 'amountMinor');
          expect(change.notBefore <= change.at).toBe(true);
        }
        expect(deal.seenAt).toBe([before.seenAt, next.read.at].sort().at(-1));
      }),
      { numRuns: 1000 },
    );
  });

  it('calls a deal changed exactly when its values differ', () => {
    fc.assert(
      fc.property(lives, seen, (reads, next) => {
        const before = mergeAll(reads).deal;
        const { deal, changed, touched } = mergeRead(before, next.read, next.source);
        const valuesOf = ({
          sources: _s,
          firstSeenAt: _f,
          seenAt: _a,
          seenVia: _v,
          contentHash: _c,
          ...values
        }: Deal) => values;
        const isSame = JSON.stringify(sorted(valuesOf(deal))) === JSON.stringify(sorted(valuesOf(before)));
        expect(changed).toBe(!isSame);
        expect(touched).toBe(isSame && deal !== before);
      }),
    );
  });
});

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, item]) => [name, sorted(item)]);
}
