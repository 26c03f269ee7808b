import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fiscalPeriod } from '../../../../lib/calendar/fiscal-period';
import { previousPeriod } from '../../../../lib/calendar/previous-period';
import type { Deal, DealChange } from '../../../../lib/deal/deal';
import type { CurrencyRate } from '../../../../lib/deal/settings';
import { converter } from '../../../../lib/pipeline/converter';
import type { FactsOptions, PipelineFacts } from '../../../../lib/pipeline/facts/facts';
import { factsInMaking } from '../../../../lib/pipeline/facts/facts-in-making';
import { scopeFacts } from '../../../../lib/pipeline/facts/scope-facts';
import type { Period } from '../../../../lib/pipeline/glance';
import type { ScopeRule } from '../../../../lib/pipeline/scope/scope-rule';
import { aDeal } from '../../components/a-deal';
import { glanceByColumns } from '../columns-of';

const fiscal = { period: 'month', yearStartMonth: 1 } as const;
const rates: CurrencyRate[] = [{ from: 'EUR', to: 'DKK', on: '2026-04-01', rate: '7.46' }];
const today = '2026-05-16';

function pastOf(period: Period, n: number): Period[] {
  const past: Period[] = [];
  for (let at = period; past.length < n; past.push(at)) at = previousPeriod(at, fiscal);
  return past;
}

function optionsOn(day: string, given: Partial<FactsOptions> = {}): FactsOptions {
  const period = fiscalPeriod(day, fiscal);
  const options = {
    today: day,
    rest: 1,
    period,
    past: pastOf(period, 6),
    currency: 'DKK',
    from: period.start,
  };
  return { ...options, convert: converter(rates, 'DKK'), ...given };
}

type Row = readonly [Deal, readonly DealChange[]];

function factsOf(rows: readonly Row[], options = optionsOn(today)): PipelineFacts {
  const making = factsInMaking(options);
  for (const [deal, changes] of rows) making.add(deal, changes);
  return making.result();
}

function change(
  id: number,
  field: DealChange['field'],
  values: Pick<DealChange, 'from' | 'to'>,
  day: string,
): DealChange {
  const at = `${day}T12:00:00.000Z`;
  return { key: aDeal(id).key, field, ...values, at, notBefore: at, source: 'history' };
}

const all: ScopeRule = { kind: 'all' };
const owners = (...names: string[]): ScopeRule => ({ kind: 'owners', owners: new Set(names) });

const dkk = { currency: 'DKK', amountMinor: 1000, owner: 'Ada' };

describe('facts of the pipeline', () => {
  it('see what was open half way through past months, what of it was won, and what came from new deals', () => {
    // 16 May: 15 of 31 days are over, 15/31 of April's 30 days are 14.5: from 16 April on.
    const rows: Row[] = [
      [aDeal(1, { ...dkk, outcome: 'won', createdOn: '2026-01-02', closedOn: '2026-01-20' }), []],
      [aDeal(2, { ...dkk, outcome: 'won', createdOn: '2026-03-02', closedOn: '2026-04-20' }), []],
      [aDeal(3, { ...dkk, outcome: 'lost', createdOn: '2026-03-02', closedOn: '2026-04-25' }), []],
      // Won after April's end: open in April, and nothing came of it by then.
      [aDeal(4, { ...dkk, outcome: 'won', createdOn: '2026-03-02', closedOn: '2026-05-01' }), []],
      // Created after the point.
      [
        aDeal(5, {
          ...dkk,
          amountMinor: 70,
          outcome: 'won',
          createdOn: '2026-04-18',
          closedOn: '2026-04-29',
        }),
        [],
      ],
      // In April still Bo's.
      [
        aDeal(6, { ...dkk, outcome: 'open', createdOn: '2026-04-02' }),
        [change(6, 'owner', { from: 'Bo', to: 'Ada' }, '2026-05-02')],
      ],
    ];
    const facts = factsOf(rows);
    expect(facts.periods.map(({ start }) => start)).toEqual(['2026-04-01', '2026-03-01', '2026-02-01']);
    expect(scopeFacts(facts, all).points).toEqual([
      { openMinor: 4000, wonFromOpenMinor: 1000, wonFromNewMinor: 70 },
      { openMinor: 3000, wonFromOpenMinor: 0, wonFromNewMinor: 0 },
      { openMinor: 0, wonFromOpenMinor: 0, wonFromNewMinor: 0 },
    ]);
    expect(scopeFacts(facts, owners('Bo')).points[0]).toEqual({
      openMinor: 1000,
      wonFromOpenMinor: 0,
      wonFromNewMinor: 0,
    });
    expect(scopeFacts(facts, owners('Ada')).points[0]).toEqual({
      openMinor: 3000,
      wonFromOpenMinor: 1000,
      wonFromNewMinor: 70,
    });
  });

  it('count an outcome for everybody who had the deal while it was open, and once for a team of both', () => {
    const rows: Row[] = [
      [
        aDeal(1, { ...dkk, outcome: 'won', createdOn: '2026-04-01', closedOn: '2026-04-21' }),
        [change(1, 'owner', { from: 'Sdr', to: 'Ada' }, '2026-04-10')],
      ],
      [
        aDeal(2, { ...dkk, owner: 'Sdr', outcome: 'lost', createdOn: '2026-04-01', closedOn: '2026-04-11' }),
        [],
      ],
    ];
    const facts = factsOf(rows);
    const closed = (...names: string[]) => scopeFacts(facts, owners(...names)).closed;
    expect(closed('Ada')).toMatchObject({ won: 1, lost: 0, wonMinor: 1000, cycleDays: 20, dated: 1 });
    expect(closed('Sdr')).toMatchObject({ won: 1, lost: 1 });
    expect(closed('Sdr', 'Ada')).toMatchObject({ won: 1, lost: 1, priced: 1 });
  });

  it('see a segment by what its deals show now, whoever owned them then: never a sum of owners', () => {
    const south = { ...dkk, region: 'DACH' };
    const rows: Row[] = [
      // Ada's until 10 April, then Bo's; open at the point of April (16 April), won for 900 on the 20th.
      [
        aDeal(1, {
          ...south,
          owner: 'Bo',
          amountMinor: 900,
          outcome: 'won',
          createdOn: '2026-04-01',
          closedOn: '2026-04-20',
        }),
        [change(1, 'owner', { from: 'Ada', to: 'Bo' }, '2026-04-10')],
      ],
      // Open then, lost after; one of another region, and one that shows none.
      [aDeal(2, { ...south, outcome: 'lost', createdOn: '2026-04-02', closedOn: '2026-04-25' }), []],
      [
        aDeal(3, {
          ...dkk,
          region: 'Nordics',
          amountMinor: 50,
          outcome: 'won',
          createdOn: '2026-04-02',
          closedOn: '2026-05-02',
        }),
        [],
      ],
      [aDeal(4, { ...dkk, amountMinor: 7, outcome: 'open', createdOn: '2026-05-02' }), []],
      // Won this month, from a rate-less currency; and open.
      [
        aDeal(5, {
          ...south,
          currency: 'USD',
          outcome: 'won',
          createdOn: '2026-05-01',
          closedOn: '2026-05-03',
        }),
        [],
      ],
      [aDeal(6, { ...south, amountMinor: 300, outcome: 'open', createdOn: '2026-05-02' }), []],
      [aDeal(7, { ...south, amountMinor: null, outcome: 'open', createdOn: '2026-05-02' }), []],
      // Long ago: closings are known from here on.
      [aDeal(8, { ...dkk, outcome: 'won', createdOn: '2026-01-02', closedOn: '2026-01-20' }), []],
    ];
    const facts = factsOf(rows);
    const of = (value: string) => scopeFacts(facts, { kind: 'segment', field: 'region', value });
    const dach = of('DACH');
    expect(dach.open).toEqual({ minor: 300, n: 1, withoutAmount: 1, apart: 0 });
    expect(dach.won).toEqual({ minor: 0, n: 0, withoutAmount: 0, apart: 1 });
    expect(dach.points[0]).toEqual({ openMinor: 1900, wonFromOpenMinor: 900, wonFromNewMinor: 0 });
    expect(dach.closed).toMatchObject({ won: 2, lost: 1, wonMinor: 900, priced: 1, cycleDays: 21 });
    // 20 April is 26 days before 16 May.
    expect([dach.recentMinor, dach.longMinor]).toEqual([900, 900]);
    expect(of('Nordics')).toMatchObject({ won: { minor: 50, n: 1 }, open: { minor: 0, n: 0 } });
    expect(of('Gone')).toMatchObject({
      won: { n: 0 },
      open: { n: 0 },
      closed: { won: 0, lost: 0 },
      longMinor: 0,
    });
    // Those that show no region are of no segment, and still of everything.
    expect(scopeFacts(facts, all).open).toEqual({ minor: 307, n: 2, withoutAmount: 1, apart: 0 });
  });

  it('have no segments of a field with more than 200 values', () => {
    const rows = Array.from({ length: 201 }, (_, id): Row => [
      aDeal(id, { ...dkk, outcome: 'open', product: `P${id}`, region: 'DACH', createdOn: '2026-05-02' }),
      [],
    ]);
    const facts = factsOf(rows);
    expect(facts.tooMany).toEqual(['product']);
    expect(facts.open.product.size).toBe(0);
    expect(facts.open.region.get('DACH')?.n).toBe(201);
    expect(factsOf(rows.slice(1)).open.product.size).toBe(200);
  });

  it('say what was won lately, and in which tenth of a period', () => {
    const wonOn = (id: number, day: string, minor: number): Row => [
      aDeal(id, { ...dkk, amountMinor: minor, outcome: 'won', createdOn: '2025-12-01', closedOn: day }),
      [],
    ];
    const { recentMinor, longMinor, watchedDays, tenths, tenthsNow } = scopeFacts(
      factsOf([
        wonOn(1, '2026-02-28', 5),
        wonOn(2, '2026-04-01', 10),
        wonOn(3, '2026-04-30', 20),
        wonOn(4, '2026-05-16', 40),
      ]),
      all,
    );
    // 28 days before 16 May begin on 18 April; from 28 February on there are 1 + 31 + 30 + 15 = 77 days before it.
    expect([recentMinor, longMinor, watchedDays]).toEqual([20, 35, 77]);
    // February had begun before the first closing that is known.
    expect(tenths).toEqual([
      [10, 0, 0, 0, 0, 0, 0, 0, 0, 20],
      [0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    ]);
    // 16 May is day 16 of 31: 15/31 of the month are over as it begins, the 5th tenth.
    expect(tenthsNow).toEqual([0, 0, 0, 0, 40, 0, 0, 0, 0, 0]);
  });

  it('flag a stage as stuck by the stays of ten won deals', () => {
    const wonAfter = (days: number, id: number): Row => [
      aDeal(id, { ...dkk, outcome: 'won', createdOn: '2026-03-01', closedOn: '2026-04-20', stage: 'Won' }),
      [change(id, 'stage', { from: 'Offer', to: 'Won' }, `2026-03-${String(1 + days).padStart(2, '0')}`)],
    ];
    const won = [1, 2, 3, 4, 5, 6, 7, 8, 9, 20].map((days, nth) => wonAfter(days, 100 + nth));
    const open = (id: number, since: string): Row => [
      aDeal(id, { ...dkk, outcome: 'open', stage: 'Offer', stageSince: since }),
      [],
    ];
    const flagsOf = (rows: readonly Row[]) => factsOf(rows).openDeals.map(({ flags }) => flags);
    // Nine of ten had left after 9 days.
    expect(flagsOf([...won, open(1, '2026-05-07'), open(2, '2026-05-06')])).toEqual([
      [],
      [{ field: 'stage', kind: 'stuck', n: 10 }],
    ]);
    expect(flagsOf([...won.slice(1), open(2, '2026-01-01')])).toEqual([[]]);
  });
});

const day = fc
  .integer({ min: 1, max: 150 })
  .map((nth) => new Date(Date.UTC(2026, 0, nth)).toISOString().slice(0, 10));
const rowOf = (id: number): fc.Arbitrary<Row> =>
  fc
    .record({
      outcome: fc.constantFrom('open', 'won', 'lost', undefined),
      amountMinor: fc.option(fc.integer({ min: 0, max: 100_000 }), { nil: null }),
      currency: fc.constantFrom('DKK', 'EUR', 'USD', null),
      owner: fc.constantFrom('Ada', 'Bo', null),
      createdOn: day,
      closedOn: fc.option(day, { nil: null }),
      closeOn: fc.option(day, { nil: null }),
      moved: fc.option(fc.tuple(fc.constantFrom('Ada', 'Bo', null), day), { nil: undefined }),
    })
    .map(({ outcome, moved, closedOn, ...deal }): Row => [
      aDeal(id, {
        ...deal,
        ...(outcome === undefined ? {} : { outcome }),
        closedOn: outcome === 'open' ? null : closedOn,
        seenAt: '2026-05-16T08:00:00.000Z',
      }),
      moved === undefined ? [] : [change(id, 'owner', { from: moved[0], to: deal.owner }, moved[1])],
    ]);
const someRows = fc
  .integer({ min: 0, max: 25 })
  .chain((n) => fc.tuple(...Array.from({ length: n }, (_, id) => rowOf(id))));

describe('facts of any deals', () => {
  it('have the open and won of the popup', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const { open, won } = scopeFacts(factsOf(rows), all);
        const glance = glanceByColumns(
          rows.map(([deal]) => deal),
          [],
          { today, fiscal, rates, reportingCurrency: 'DKK' },
        );
        const apart = (sum: typeof glance.open) => sum.apart.reduce((n, one) => n + one.n, 0);
        for (const [ours, theirs] of [
          [open, glance.open],
          [won, glance.won],
        ] as const)
          expect(ours).toEqual({
            minor: theirs.minor,
            n: theirs.n,
            withoutAmount: theirs.withoutAmount,
            apart: apart(theirs),
          });
      }),
      { numRuns: 300 },
    );
  });

  it('add up: everybody by name and nobody are all', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const facts = factsOf(rows);
        const parts = ['Ada', 'Bo', ''].map((name) => scopeFacts(facts, owners(name)));
        const whole = scopeFacts(facts, all);
        const total = (pick: (one: typeof whole) => number) => parts.reduce((sum, one) => sum + pick(one), 0);
        expect(total(({ open }) => open.minor)).toBe(whole.open.minor);
        expect(total(({ longMinor }) => longMinor)).toBe(whole.longMinor);
        for (const nth of whole.points.keys())
          for (const name of ['openMinor', 'wonFromOpenMinor', 'wonFromNewMinor'] as const)
            expect(total(({ points }) => points[nth]?.[name] ?? 0)).toBe(whole.points[nth]?.[name]);
      }),
    );
  });

  it('do not depend on the order of deals, nor points on anything after their period', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const now = scopeFacts(factsOf(rows), all);
        expect(scopeFacts(factsOf(rows.toReversed()), all)).toEqual(now);
        // The same deals a year on: what the past points show is what they showed.
        const later = rows.map(([deal, own]): Row => [
          deal,
          [...own, change(Number(deal.id), 'owner', { from: deal.owner ?? null, to: 'Cy' }, '2026-05-17')],
        ]);
        expect(
          scopeFacts(factsOf(later.map(([deal, own]) => [{ ...deal, owner: 'Cy' }, own])), all).points,
        ).toEqual(now.points);
      }),
    );
  });

  it('are whole numbers, whatever is broken', () => {
    const broken = aDeal(1, {
      outcome: 'won',
      amountMinor: -5,
      currency: 'DKK',
      createdOn: '2026-05-10',
      closedOn: '2026-01-01',
    });
    const huge = aDeal(2, {
      outcome: 'open',
      amountMinor: 10 ** 14,
      currency: 'DKK',
      createdOn: '2026-01-01',
    });
    const found = scopeFacts(
      factsOf([
        [broken, []],
        [huge, []],
        [huge, []],
        [aDeal(3), []],
      ]),
      all,
    );
    const numbers = JSON.stringify(found).match(/-?[\d.]+|null/g) ?? [];
    expect(numbers.length).toBeGreaterThan(20);
    expect(numbers.filter((number) => !Number.isInteger(Number(number)) || number === 'null')).toEqual([]);
    // A credit note is no win.
    expect(found.closed).toMatchObject({ won: 0, cycleDays: 0 });
  });
});
