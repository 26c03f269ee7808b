import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultProcess } from '../../../lib/deal/default-process';
import type { Deal, DealChange } from '../../../lib/deal/deal';
import type { ProcessVersion } from '../../../lib/deal/process';
import type { Passes } from '../../../lib/handoff/found-on';
import { handoffReport } from '../../../lib/handoff/handoff-report';
import type { PassFilter } from '../../../lib/handoff/is-chosen';
import type { Measures } from '../../../lib/handoff/measures-of';
import { passesInMaking } from '../../../lib/handoff/passes-in-making';
import { rulesOf } from '../../../lib/handoff/rules-of';
import { plainFilter, plainMeasures, plainOf, plainRest, type Plain } from './plain-measures';

const DAY = 86_400_000;
const asOf = Date.parse('2026-03-31T12:00:00Z');
const today = '2026-03-31';
const iso = (instant: number): string => new Date(instant).toISOString();

const sdrs = ['Ana', 'Cy', 'Di'] as const;
const aes = ['Ben', 'Eva', 'Fay'] as const;
/** Ana is in two teams, Fay in none. */
const teams = [
  { name: 'North', members: ['Ana', 'Ben', 'Cy'] },
  { name: 'South', members: ['Ana', 'Di', 'Eva'] },
];
const teamsOf = (name: string | null) =>
  teams.filter(({ members }) => members.includes(name ?? '')).map(({ name: team }) => team);

const rules: ProcessVersion = {
  ...defaultProcess('2020-01-01', 'Europe/Copenhagen'),
  people: [
    ...sdrs.map((name) => ({ name, roles: ['sdr' as const], aliases: [] })),
    ...aes.map((name) => ({ name, roles: ['ae' as const], aliases: [] })),
  ],
  stages: [
    { name: 'New', role: null, isQualified: false, isNurture: false },
    { name: 'Qualified', role: null, isQualified: true, isNurture: false },
  ],
  fields: ['need', 'money', 'authority'].map((id, nth) => ({ id, weight: nth + 1 })),
};

const life = fc.record({
  sdr: fc.constantFrom(...sdrs),
  ae: fc.constantFrom(...aes),
  /** Days since the pass, until it ended, and before it from which it is known. */
  age: fc.double({ min: 1, max: 120, noNaN: true }),
  ends: fc.constantFrom('qualified', 'won', 'lost', 'returned', 'never'),
  after: fc.double({ min: 0, max: 50, noNaN: true }),
  range: fc.constantFrom(0, 0, 0.5),
  touched: fc.option(fc.double({ min: 0, max: 5, noNaN: true })),
  need: fc.constantFrom('growth', 'tbd', null),
  money: fc.constantFrom('10k', null),
  source: fc.constantFrom('Referral', 'Fair', null),
  amountMinor: fc.integer({ min: 1, max: 1_000_000 }),
  held: fc.constantFrom(true, false, null),
});
type Life = typeof life extends fc.Arbitrary<infer T> ? T : never;

function stored(one: Life, nth: number): readonly [Deal, readonly DealChange[]] {
  const key = `x|t|${nth}`;
  const passed = asOf - one.age * DAY;
  const end = passed + one.after * DAY;
  const hasEnded = one.ends !== 'never' && end < asOf;
  const change = (field: 'owner' | 'stage', from: string, to: string, at: number): DealChange => ({
    key,
    field,
    from,
    to,
    source: 'history',
    at: iso(at),
    notBefore: iso(at - one.range * DAY),
  });
  const isReached = hasEnded && (one.ends === 'qualified' || one.ends === 'won');
  const isReturned = hasEnded && one.ends === 'returned';
  const changes = [
    change('owner', one.sdr, one.ae, passed),
    ...(isReached ? [change('stage', 'New', 'Qualified', end)] : []),
    ...(isReturned ? [change('owner', one.ae, one.sdr, end)] : []),
  ];
  const touch = one.touched === null ? undefined : passed + one.touched * DAY;
  const isClosed = hasEnded && (one.ends === 'won' || one.ends === 'lost');
  const deal: Deal = {
    key,
    crm: 'x',
    tenant: 't',
    host: 'h',
    id: String(nth),
    name: `Deal ${nth}`,
    createdOn: iso(passed - DAY).slice(0, 10),
    owner: isReturned ? one.sdr : one.ae,
    stage: isReached ? 'Qualified' : 'New',
    outcome: isClosed ? (one.ends === 'won' ? 'won' : 'lost') : 'open',
    ...(isClosed && { closedOn: iso(end).slice(0, 10) }),
    amountMinor: one.amountMinor,
    currency: 'EUR',
    source: one.source,
    meetingHeld: one.held,
    ...(touch !== undefined && touch < asOf && { firstTouchAt: iso(touch) }),
    qualification: { need: one.need, money: one.money },
    sources: {},
    seenAt: iso(asOf),
    seenVia: 'api',
    contentHash: 'c',
  };
  return [deal, changes];
}

function passesOf(lives: readonly Life[]): Passes {
  const same = (name: string) => name;
  const all = [rulesOf(rules, { nameOf: same, teams, ends: [], asOf })];
  const making = passesInMaking({ asOf, today, rules: all, nameOf: same, verdicts: new Map() });
  lives.map(stored).forEach(([deal, own]) => making.add(deal, own));
  const leads = { today: 0, leads: [], deals: [], partly: [] };
  return { book: making.result(), leads, rules: all, isSet: true, asOf, today };
}

/** The figures of both ways that say the same. */
const alike = ({ returns, wonValueMinor, wonWithoutCurrency: _, qualityIndex: __, ...same }: Measures) => ({
  ...same,
  wonMinor: wonValueMinor['EUR'] ?? 0,
  returned: returns.reduce((sum, { n }) => sum + n, 0),
});

const filter = fc.constantFrom<PassFilter[]>(
  {},
  { source: 'seeds' },
  { sdr: 'Ana' },
  { ae: 'Fay', source: 'seeds' },
  { person: 'Ben' },
  { team: 'South' },
  { sdr: 'Cy', ae: 'Ben' },
);

describe('measures from columns', () => {
  it('are those of passes that are gone through one by one, to the last digit', () => {
    fc.assert(
      fc.property(fc.array(life, { maxLength: 60 }), filter, fc.boolean(), (lives, chosen, isQuarter) => {
        const period = { start: isQuarter ? '2026-01-01' : '2025-01-01', end: '2026-04-01' };
        const passes = passesOf(lives);
        const scored = passes.book.found[0];
        if (scored === undefined) throw new RangeError('no rules');
        const all = plainOf(scored);
        const start = Date.parse(`${period.start}T00:00:00+01:00`);
        const wider = all.filter(({ handoff }) => handoff.pass.at.to >= start);
        const part = wider.filter(plainFilter(chosen, teamsOf));
        const whole = { all, asOf, decideWithinMs: rules.decideWithinDays * DAY };
        const measured = (own: readonly Plain[], among: readonly Plain[], self: readonly Plain[]) =>
          plainMeasures(own, plainRest(among, self), whole);
        const report = handoffReport(passes, { period, filter: chosen, withPairs: true });

        const self = ({ source, ...who }: PassFilter) => (Object.keys(who).length > 0 ? who : { source });
        const own = wider.filter(plainFilter(self(chosen) as PassFilter, teamsOf));
        const one = chosen.sdr ?? chosen.ae;
        const isOne = one !== undefined && (chosen.sdr === undefined) !== (chosen.ae === undefined);
        const mates = (role: 'from' | 'to', name: string): readonly Plain[] => {
          const [team] = teamsOf(name);
          const theirs = wider.filter(({ handoff: { pass } }) => teamsOf(pass[role])[0] === team);
          const decided = (these: readonly Plain[]) =>
            these.filter(({ score }) => score('acceptance') !== null).length;
          const his = wider.filter(({ handoff: { pass } }) => pass[role] === name);
          return team === undefined || decided(theirs) <= decided(his) ? wider : theirs;
        };
        const among = isOne ? mates(chosen.sdr === undefined ? 'to' : 'from', one) : wider;
        expect(alike(report.measures)).toEqual(measured(part, among, own));

        for (const { id, role, measures } of report.byPerson) {
          const side = role === 'sdr' ? 'from' : 'to';
          const his = ({ handoff: { pass } }: Plain) => pass[side] === id;
          expect(alike(measures), id).toEqual(measured(part.filter(his), mates(side, id), wider.filter(his)));
        }
        for (const { from, to, measures } of report.byPair) {
          const theirs = ({ handoff: { pass } }: Plain) => pass.from === from && pass.to === to;
          expect(alike(measures)).toEqual(measured(part.filter(theirs), wider, wider.filter(theirs)));
        }
        for (const { team, measures } of report.byTeam) {
          const theirs = plainFilter({ team }, teamsOf);
          expect(alike(measures), team).toEqual(measured(part.filter(theirs), wider, wider.filter(theirs)));
        }
        for (const { source, measures } of report.bySource) {
          const its = plainFilter({ source }, teamsOf);
          expect(alike(measures), source).toEqual(measured(part.filter(its), wider, wider.filter(its)));
        }
        const year = all
          .filter(plainFilter(chosen, teamsOf))
          .filter(({ handoff }) => handoff.pass.at.to >= asOf - 300 * DAY);
        for (const { month, measures } of report.cohorts) {
          const its = ({ handoff: { pass } }: Plain) =>
            Temporal.Instant.fromEpochMilliseconds(pass.at.to)
              .toZonedDateTimeISO('Europe/Copenhagen')
              .toPlainDate()
              .toString()
              .startsWith(month);
          expect(alike(measures), month).toEqual(measured(year.filter(its), year, year.filter(its)));
        }
      }),
      { numRuns: 60 },
    );
  });
});
