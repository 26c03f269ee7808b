import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { defaultProcess } from '../../../lib/deal/default-process';
import type { Deal, DealChange } from '../../../lib/deal/deal';
import type { ProcessVersion } from '../../../lib/deal/process';
import type { Conversion } from '../../../lib/handoff/lead-input-of';
import { passesInMaking, type PassBook } from '../../../lib/handoff/passes-in-making';
import type { VerdictInput } from '../../../lib/handoff/request';
import { rulesOf } from '../../../lib/handoff/rules-of';

const [HOUR, DAY] = [3_600_000, 86_400_000];
const start = Date.parse('2026-03-31T12:00:00Z');
const today = '2026-03-31';
const iso = (instant: number): string => new Date(instant).toISOString();
const same = (name: string) => name;

const people = ['Ana', 'Cy', 'Ben', 'Eva', 'Di'] as const;
const version: ProcessVersion = {
  ...defaultProcess('2020-01-01', 'Europe/Copenhagen'),
  people: [
    { name: 'Ana', roles: ['sdr'], aliases: [] },
    { name: 'Cy', roles: ['sdr'], aliases: [] },
    { name: 'Ben', roles: ['ae'], aliases: [] },
    { name: 'Eva', roles: ['ae', 'sdr'], aliases: [] },
  ],
  stages: [
    { name: 'Prospect', role: 'sdr', isQualified: false, isNurture: false },
    { name: 'New', role: 'ae', isQualified: false, isNurture: false },
    { name: 'Qualified', role: 'ae', isQualified: true, isNurture: false },
    { name: 'Later', role: null, isQualified: false, isNurture: true },
  ],
};
/** Another place, another window, and nothing that counts as qualified. */
const older: ProcessVersion = {
  ...version,
  from: '2019-01-01',
  decideWithinDays: 45,
  stages: version.stages.map((stage) => ({ ...stage, isQualified: false })),
  calendar: { ...version.calendar, timeZone: 'America/New_York' },
};
const teams = [
  { name: 'North', members: ['Ana', 'Ben', 'Cy'] },
  { name: 'South', members: ['Ana', 'Eva'] },
];
const rulesAt = (asOf: number) =>
  [older, version].map((one) =>
    rulesOf(one, { nameOf: same, teams, ends: [{ name: 'Gone', outcome: 'lost' }], asOf }),
  );

/** Days from the first look. Mostly all is over; windows end between some, and some are still to come. */
const instant = fc
  .oneof(
    { weight: 12, arbitrary: fc.constantFrom(-120, -100, -90, -80, -70, -60) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(-46, -45, -44, -31, -30, -29.99, -29, -3, -1, -0.02, 0, 0.01, 0.5, 2, 20),
    },
  )
  .map((days) => start + days * DAY);
const day = instant.map((at) => iso(at).slice(0, 10));
const person = fc.constantFrom(...people);
const stage = fc.constantFrom('Prospect', 'New', 'Qualified', 'Later', 'Gone');
const key = fc.constantFrom('x|t|1', 'x|t|2', 'x|t|3', 'x|t|4', 'x|t|5', 'x|t|6');

const change = fc
  .tuple(
    fc.oneof(
      fc.tuple(fc.constant('owner' as const), person, person),
      fc.tuple(fc.constant('stage' as const), stage, stage),
      fc.tuple(fc.constant('qualification.need' as const), fc.constant(null), fc.constant('growth')),
    ),
    instant,
    fc.constantFrom(0, 0, HOUR, DAY),
  )
  .map(([[field, from, to], at, range]) => ({ field, from, to, at: iso(at), notBefore: iso(at - range) }));

const deal = fc.record(
  {
    owner: person,
    stage,
    outcome: fc.constantFrom('open', 'won', 'lost', null),
    sdr: fc.option(person),
    createdBy: fc.option(person),
    createdOn: fc.oneof(day, fc.constant(null)),
    closedOn: fc.oneof(day, fc.constant(null)),
    firstTouchAt: fc.oneof(instant.map(iso), fc.constant(null)),
    meetingSetFor: fc.oneof(instant.map(iso), fc.constant(null)),
    meetingHeld: fc.constantFrom(true, false, null),
    account: fc.constantFrom('Fjord', 'Nordlys', null),
    source: fc.constantFrom('Referral', 'Fair', null),
    amountMinor: fc.integer({ min: 1, max: 900 }),
    currency: fc.constantFrom('EUR', 'DKK'),
    lostReason: fc.constantFrom('Timing', 'Too dear', null),
    qualification: fc.record({ authority: fc.constantFrom('CFO', null) }),
    removedAt: fc.constantFrom(undefined, undefined, undefined, '2026-03-01T00:00:00.000Z'),
  },
  { requiredKeys: ['owner', 'stage', 'outcome'] },
);

const verdict = fc.record({
  attempt: fc.constantFrom(1, 2),
  decision: fc.constantFrom('accepted', 'rejected', null),
  hot: fc.constantFrom(true, false, null),
  at: instant,
  by: fc.option(person),
});
const conversion = fc.record({
  owner: fc.option(person),
  by: fc.option(person),
  at: fc.oneof(day, instant.map(iso), fc.constant(null)),
});

/** All deals that there are, and what else passes are found by. */
class World {
  asOf = start;
  readonly deals = new Map<string, readonly [Deal, readonly DealChange[]]>();
  readonly verdicts = new Map<string, readonly VerdictInput[]>();
  readonly conversions = new Map<string, readonly Conversion[]>();
  /** Of which something else is said since the last finding. */
  readonly touched = new Set<string>();

  given() {
    const { asOf } = this;
    const [verdicts, conversions] = [new Map(this.verdicts), new Map(this.conversions)];
    return { asOf, rules: rulesAt(asOf), verdicts, conversions };
  }

  put(values: Partial<Deal> & { readonly key: string }, own: readonly Omit<DealChange, 'key' | 'source'>[]) {
    const { key: of } = values;
    const place = { crm: 'x', tenant: 't', host: 'h', id: of.slice(4), name: `Deal ${of}` };
    const seen = { sources: {}, seenAt: iso(start), seenVia: 'api', contentHash: 'c' } as const;
    this.deals.set(of, [
      { ...place, ...seen, ...values },
      own.map((one) => ({ ...one, key: of, source: 'history' })),
    ]);
    this.touched.add(of);
  }

  fresh() {
    return passesInMaking({ today, nameOf: same, ...this.given() });
  }
}

type Step = (world: World) => void;

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(key, deal, fc.array(change, { maxLength: 4 }))
      .map(([of, values, own]): Step => (world) => {
        const { removedAt, ...rest } = values;
        world.put({ key: of, ...rest, ...(removedAt && { removedAt }) }, own);
      }),
  },
  {
    weight: 1,
    arbitrary: key.map((of): Step => (world) => {
      world.deals.delete(of);
      world.touched.add(of);
    }),
  },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom(1, 60_000, HOUR, 12 * HOUR, DAY, 2 * DAY, 31 * DAY)
      .map((ms): Step => (world) => {
        world.asOf += ms;
      }),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(key, fc.array(verdict, { maxLength: 2 })).map(([of, said]): Step => (world) => {
      const rest = { deal: of, reason: null };
      world.verdicts.set(
        of,
        said.map(({ at, ...one }) => ({ ...rest, ...one, within: at, at: { from: at, to: at } })),
      );
      world.touched.add(of);
    }),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(key, fc.array(conversion, { maxLength: 2 })).map(([of, leads]): Step => (world) => {
      world.conversions.set(
        of,
        leads.map((lead, nth) => ({ ...lead, id: String(nth) })),
      );
      world.touched.add(of);
    }),
  },
);

/** What a book says; its deals live on with what it is made of. */
const said = ({ found, deals, seen }: PassBook) => ({ found, seen, deals: new Map(deals) });

/** Goes on in `going` as a store does. @returns The deals that were found again, and what both ways say. */
function follow(world: World, going: ReturnType<World['fresh']>) {
  going.moveTo(world.given());
  const again = new Set([...world.touched, ...going.unsettled()]);
  world.touched.clear();
  for (const of of again) {
    const [row, own] = world.deals.get(of) ?? [];
    if (row === undefined || own === undefined) going.drop(of);
    else going.add(row, own);
  }
  const plain = world.fresh();
  for (const [row, own] of world.deals.values()) plain.add(row, own);
  return { again, now: going.result(), plain: plain.result() };
}

describe('passes that are found again', () => {
  it('are those of a finding from the beginning, whatever was written and however late it has become', () => {
    let [settled, all] = [0, 0];
    fc.assert(
      fc.property(fc.array(fc.array(step, { maxLength: 5 }), { minLength: 1, maxLength: 6 }), (rounds) => {
        const world = new World();
        const going = world.fresh();
        let last = said(going.result());
        for (const round of rounds) {
          for (const take of round) take(world);
          const { again, now, plain } = follow(world, going);
          all += world.deals.size;
          settled += [...world.deals.keys()].filter((of) => !again.has(of)).length;
          expect(said(now)).toEqual(said(plain));
          expectRenewed(now, last);
          last = said(now);
        }
      }),
      { numRuns: 300 },
    );
    // Or it would prove nothing.
    expect(settled / all).toBeGreaterThan(0.15);
  });

  const at = (days: number) => iso(start + days * DAY);
  const passed = { field: 'owner', from: 'Ana', to: 'Ben', at: at(-80), notBefore: at(-80) } as const;
  const reached = { field: 'stage', from: 'New', to: 'Qualified', at: at(-70), notBefore: at(-70) } as const;
  const calm = {
    key: 'x|t|1',
    owner: 'Ben',
    stage: 'Qualified',
    outcome: 'open',
    createdOn: '2025-12-20',
  } as const;

  it('are not looked for in a deal of which all is over', () => {
    const world = new World();
    const going = world.fresh();
    world.put({ ...calm, firstTouchAt: at(-79), meetingSetFor: at(-75), meetingHeld: true }, [
      passed,
      reached,
    ]);
    follow(world, going);
    world.asOf += 40 * DAY;
    const { again, now, plain } = follow(world, going);
    expect([...again]).toEqual([]);
    expect(said(now)).toEqual(said(plain));
    expect(now.found[1]?.handoffs.map(({ decision }) => decision.kind)).toEqual(['accepted']);
  });

  const verdictOf = (days: number): VerdictInput => {
    const moment = { from: start + days * DAY, to: start + days * DAY };
    return {
      deal: calm.key,
      attempt: 1,
      within: null,
      decision: 'rejected',
      hot: null,
      reason: null,
      at: moment,
      by: null,
    };
  };
  test.each<
    [string, Partial<Deal>, { verdicts?: VerdictInput[]; conversions?: Conversion[]; changes?: unknown[] }]
  >([
    ['is touched later', { firstTouchAt: at(0.5) }, {}],
    ['has its meeting later', { firstTouchAt: at(-79), meetingSetFor: at(0.5), meetingHeld: true }, {}],
    [
      'was closed today',
      { stage: 'New', outcome: 'lost', closedOn: today },
      { changes: [{ ...passed, at: at(-20), notBefore: at(-20) }] },
    ],
    [
      'was qualified nobody knows when, and never touched',
      { firstTouchAt: null, stage: 'Qualified' },
      { changes: [passed] },
    ],
    ['has another owner than its last change says', { owner: 'Cy', firstTouchAt: at(-79) }, {}],
    [
      'is judged later',
      { firstTouchAt: at(-79) },
      {
        verdicts: [verdictOf(-75), verdictOf(0.5)],
        changes: [{ ...passed, at: at(-29), notBefore: at(-29) }],
      },
    ],
    [
      'a lead becomes later',
      { owner: 'Ben', stage: 'New', firstTouchAt: at(-79) },
      { conversions: [{ id: 'L', owner: 'Ana', at: at(0.5), by: 'Ana' }], changes: [] },
    ],
    [
      'a lead became today',
      { owner: 'Eva', stage: 'Later' },
      { conversions: [{ id: 'L', owner: 'Ana', at: today, by: 'Ana' }], changes: [] },
    ],
  ])(
    'are those of the instant where a deal %s',
    (_, values, { verdicts = [], conversions = [], changes }) => {
      const world = new World();
      const going = world.fresh();
      // What is the deal's own before and after.
      world.put({ ...calm, ...values }, (changes ?? [passed, reached]) as (typeof passed)[]);
      world.verdicts.set(calm.key, verdicts);
      world.conversions.set(calm.key, conversions);
      const before = follow(world, going);
      world.asOf += 0.6 * DAY;
      const { now, plain } = follow(world, going);
      expect(said(now)).toEqual(said(plain));
      expect(said(now).found).not.toEqual(said(before.now).found);
    },
  );

  it('say of a deal that another one of its account has come, or gone', () => {
    const world = new World();
    const going = world.fresh();
    const isNew = () => {
      const { again, now, plain } = follow(world, going);
      expect(said(now)).toEqual(said(plain));
      return [
        [...again],
        now.found[1]?.handoffs.map(({ trulyNew }) => trulyNew),
        [...(now.renewed ?? [])].toSorted(),
      ];
    };
    world.put({ ...calm, firstTouchAt: at(-79), account: 'Fjord' }, [passed, reached]);
    isNew();
    const older = 'x|t|2';
    world.put({ key: older, owner: 'Di', account: 'Fjord', createdOn: '2025-06-01', outcome: 'open' }, []);
    expect(isNew()).toEqual([[older], [false], [calm.key, older]]);
    world.deals.delete(older);
    world.touched.add(older);
    expect(isNew()).toEqual([[older], [true], [calm.key, older]]);
  });
});

/** Every deal of which a pass is another one, is there no more, or is new, is named. */
function expectRenewed({ found, renewed }: PassBook, last: Pick<PassBook, 'found'>): void {
  const byDeal = (book: Pick<PassBook, 'found'>) => {
    const passes = new Map<string, string>();
    for (const { handoffs } of book.found)
      for (const handoff of handoffs)
        passes.set(handoff.deal.id, (passes.get(handoff.deal.id) ?? '') + JSON.stringify(handoff));
    return passes;
  };
  const [now, before] = [byDeal({ found }), byDeal(last)];
  const others = [...new Set([...now.keys(), ...before.keys()])].filter(
    (of) => now.get(of) !== before.get(of),
  );
  expect(others.filter((of) => renewed?.has(of) !== true)).toEqual([]);
}
