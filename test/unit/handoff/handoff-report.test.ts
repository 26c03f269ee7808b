import { describe, expect, it } from 'vitest';
import { defaultProcess } from '../../../lib/deal/default-process';
import type { Deal, DealChange } from '../../../lib/deal/deal';
import type { ProcessVersion } from '../../../lib/deal/process';
import { handoffRows } from '../../../lib/handoff/handoff-rows';
import { passesInMaking } from '../../../lib/handoff/passes-in-making';
import { passesShown, type Shown } from '../../../lib/handoff/passes-shown';
import { handoffReport } from '../../../lib/handoff/handoff-report';
import type { Passes } from '../../../lib/handoff/found-on';
import { oneNameEach } from '../../../lib/handoff/one-name-each';
import { rulesOf } from '../../../lib/handoff/rules-of';

const asOf = Date.parse('2026-03-31T12:00:00Z');
const today = '2026-03-31';
const quarter = { start: '2026-01-01', end: '2026-04-01' };

const rules: ProcessVersion = {
  ...defaultProcess('2025-01-01', 'Europe/Copenhagen'),
  people: [
    { name: 'Ana', roles: ['sdr'], aliases: ['A. Old'] },
    { name: 'Cy', roles: ['sdr'], aliases: [] },
    { name: 'Ben', roles: ['ae'], aliases: [] },
    { name: 'Eva', roles: ['ae'], aliases: [] },
  ],
  stages: [
    { name: 'New', role: null, isQualified: false, isNurture: false },
    { name: 'Qualified', role: null, isQualified: true, isNurture: false },
  ],
  fields: [
    { id: 'need', weight: 1 },
    { id: 'money', weight: 1 },
  ],
};
const teams = [
  { name: 'North', members: ['Ana', 'Ben'] },
  { name: 'South', members: ['Cy'] },
];

let nth = 0;
/** A deal that somebody passed to somebody at an instant, with what became of it. */
function passed(
  [from, to, at]: readonly [string, string, string],
  more: Partial<Deal> & { readonly qualifiedAt?: string } = {},
): readonly [Deal, readonly DealChange[]] {
  nth += 1;
  const { qualifiedAt, ...values } = more;
  const key = `x|t|${nth}`;
  const change = (field: 'owner' | 'stage', sides: readonly [string, string, string]): DealChange => ({
    key,
    field,
    from: sides[0],
    to: sides[1],
    at: sides[2],
    notBefore: sides[2],
    source: 'history',
  });
  const deal: Deal = {
    key,
    crm: 'x',
    tenant: 't',
    host: 'h',
    id: String(nth),
    name: `Deal ${nth}`,
    createdOn: at.slice(0, 10),
    owner: to,
    stage: qualifiedAt === undefined ? 'New' : 'Qualified',
    outcome: 'open',
    sources: {},
    seenAt: '2026-03-31T10:00:00.000Z',
    seenVia: 'api',
    contentHash: 'c',
    ...values,
  };
  const stages = qualifiedAt === undefined ? [] : [change('stage', ['New', 'Qualified', qualifiedAt])];
  return [deal, [change('owner', [from, to, at]), ...stages]];
}

function passesOf(
  deals: readonly (readonly [Deal, readonly DealChange[]])[],
  versions: readonly ProcessVersion[] = [rules],
): Passes {
  const nameOf = oneNameEach(versions.at(-1));
  const all = versions.map((version) => rulesOf(version, { nameOf, teams, ends: [], asOf }));
  const making = passesInMaking({ asOf, today, rules: all, nameOf, verdicts: new Map() });
  for (const [deal, own] of deals) making.add(deal, own);
  return {
    book: making.result(),
    rules: all,
    isSet: true,
    asOf,
    today,
    leads: { today: 0, leads: [], deals: [], partly: [] },
  };
}

const report = (passes: Passes, filter = {}, period = quarter) =>
  handoffReport(passes, { period, filter, withPairs: true });

const mixed = () => [
  passed(['Ana', 'Ben', '2026-01-05T09:00:00Z'], {
    qualifiedAt: '2026-01-06T10:00:00Z',
    qualification: { need: 'growth', money: null },
    source: 'Referral',
  }),
  passed(['A. Old', 'Ben', '2026-01-12T09:00:00Z'], { qualifiedAt: '2026-01-13T10:00:00Z', source: 'Fair' }),
  passed(['Ana', 'Eva', '2026-01-19T09:00:00Z'], {
    outcome: 'lost',
    closedOn: '2026-01-23',
    lostReason: 'Timing',
  }),
  passed(['Cy', 'Eva', '2026-02-02T09:00:00Z'], { outcome: 'lost', closedOn: '2026-02-03' }),
  passed(['Cy', 'Ben', '2026-02-03T09:00:00Z']),
  passed(['Cy', 'Ben', '2026-03-30T09:00:00Z']),
  passed(['Ana', 'Ben', '2025-12-30T09:00:00Z'], { qualifiedAt: '2025-12-31T10:00:00Z' }),
];

describe('a report', () => {
  it('adds what was won under one code or one tenant’s sign alone; what may be of any currency is counted, not added', () => {
    const won = (amount: Partial<Deal>) =>
      passed(['Ana', 'Ben', '2026-01-05T09:00:00Z'], {
        outcome: 'won',
        closedOn: '2026-01-20',
        source: 'Fair',
        ...amount,
      });
    const { measures } = report(
      passesOf([
        won({ amountMinor: 1_000, currency: 'EUR' }),
        won({ amountMinor: 700, currencySymbol: '$' }),
        won({ amountMinor: 2_000, currencySymbol: 'kr.' }),
        won({ amountMinor: 500, currencySymbol: '$' }),
        won({ amountMinor: 300, currencySymbol: '$', tenant: 'u' }),
        won({ amountMinor: 9_000 }),
        won({ amountMinor: null }),
      ]),
    );
    expect(measures.wonValueMinor).toMatchObject({
      EUR: 1_000,
      '~$\nt': 1_200,
      '~$\nu': 300,
      '~kr.\nt': 2_000,
    });
    expect(measures.wonWithoutCurrency).toBe(1);
  });

  it('counts the passes of the period, each person under one name', () => {
    const { measures, byPerson, byTeam, choices } = report(passesOf(mixed()));
    expect(measures).toMatchObject({
      passes: 6,
      accepted: 2,
      rejected: 2,
      recycled: 0,
      lapsed: 1,
      undecided: 1,
    });
    expect(byPerson.map(({ id, role, measures: own }) => [id, role, own.passes])).toEqual([
      ['Ana', 'sdr', 3],
      ['Cy', 'sdr', 3],
      ['Ben', 'ae', 4],
      ['Eva', 'ae', 2],
    ]);
    expect(byTeam.map(({ team, measures: own }) => [team, own.passes])).toEqual([
      ['North', 5],
      ['South', 3],
    ]);
    expect(choices).toEqual({
      sdrs: ['Ana', 'Cy'],
      aes: ['Ben', 'Eva'],
      teams: ['North', 'South'],
      sources: ['Fair', 'seeds'],
    });
  });

  it('says of a choice what it says of the same passes among all others', () => {
    const passes = passesOf(mixed());
    const all = report(passes);
    expect(report(passes, { sdr: 'Ana' }).measures).toEqual(all.byPerson[0]?.measures);
    expect(report(passes, { ae: 'Ben' }).measures).toEqual(all.byPerson[2]?.measures);
    expect(report(passes, { team: 'South' }).measures).toEqual(all.byTeam[1]?.measures);
    expect(report(passes, { source: 'seeds' }).measures).toEqual(all.bySource[1]?.measures);
    expect(report(passes, { sdr: 'Ana', ae: 'Ben' }).measures).toEqual(all.byPair[0]?.measures);
    expect(report(passes, { person: 'Ben' }).measures.passes).toBe(4);
  });

  it('says nothing else where no pairs are asked for', () => {
    const passes = passesOf(mixed());
    const { query: _, byPair, ...all } = report(passes);
    const { query: __, byPair: none, ...without } = handoffReport(passes, { period: quarter, filter: {} });
    expect([byPair.length, none]).toEqual([4, []]);
    expect(without).toEqual(all);
  });

  it('takes the months up to the period’s last, by the month of the pass', () => {
    const { cohorts } = report(passesOf(mixed()));
    expect(cohorts.map(({ month, maturing, measures }) => [month, maturing, measures.passes])).toEqual([
      ['2025-12', false, 1],
      ['2026-01', false, 3],
      ['2026-02', false, 2],
      ['2026-03', true, 1],
    ]);
    const past = report(passesOf(mixed()), {}, { start: '2025-10-01', end: '2026-01-01' });
    expect(past.cohorts.map(({ month }) => month)).toEqual(['2025-12']);
    expect(past.measures.passes).toBe(1);
  });

  it('has who waits, the oldest first, whenever passed: longer than agreed once the window is over', () => {
    const { waiting } = report(passesOf(mixed()), {}, { start: '2025-10-01', end: '2026-01-01' });
    expect(waiting).toMatchObject({ n: 2, over: 1 });
    expect(waiting.rows.map(({ name, from, to, isOver }) => [name?.slice(0, 4), from, to, isOver])).toEqual([
      ['Deal', 'Cy', 'Ben', true],
      ['Deal', 'Cy', 'Ben', false],
    ]);
    // Monday 11:00 to Tuesday 14:00 in Copenhagen, from 9 to 17: six hours and five.
    expect(waiting.rows[1]?.hours).toEqual({ low: 11, high: 11 });
    expect(report(passesOf(mixed()), { sdr: 'Ana' }).waiting.n).toBe(0);
  });

  it('waits no more for a deal that was decided after the window, or closed', () => {
    const late = passed(['Ana', 'Ben', '2026-01-05T09:00:00Z'], { qualifiedAt: '2026-03-20T10:00:00Z' });
    const lost = passed(['Ana', 'Ben', '2026-01-05T09:00:00Z'], { outcome: 'lost', closedOn: '2026-03-20' });
    const { measures, waiting } = report(passesOf([late, lost]));
    expect(measures.lapsed).toBe(2);
    expect(waiting.n).toBe(0);
  });

  it('adds up why passes come back', () => {
    expect(report(passesOf(mixed())).returns).toEqual([
      { reason: 'not given', n: 1, running: 0.5 },
      { reason: 'timing', n: 1, running: 1 },
    ]);
  });

  it('passes over deals that the CRM has no more', () => {
    const gone = passed(['Ana', 'Ben', '2026-01-05T09:00:00Z'], { removedAt: '2026-02-01T00:00:00.000Z' });
    expect(report(passesOf([gone])).measures.passes).toBe(0);
  });

  it('uses the rules that hold at the end of a period for it, and today’s for who waits', () => {
    const deals = [
      passed(['Ana', 'Ben', '2026-01-05T09:00:00Z'], { qualifiedAt: '2026-01-20T10:00:00Z' }),
      passed(['Ana', 'Ben', '2026-03-02T09:00:00Z'], { qualifiedAt: '2026-03-20T10:00:00Z' }),
      passed(['Ana', 'Ben', '2026-03-20T09:00:00Z']),
    ];
    const strict = { ...rules, from: '2026-03-01', decideWithinDays: 10 };
    const passes = passesOf(deals, [rules, strict]);
    const january = report(passes, {}, { start: '2026-01-01', end: '2026-02-01' });
    expect(january.rules).toMatchObject({ from: '2025-01-01', decideWithinDays: 30 });
    expect(january.measures).toMatchObject({ accepted: 1, lapsed: 0 });
    const now = report(passes);
    expect(now.rules).toMatchObject({ from: '2026-03-01', decideWithinDays: 10 });
    expect(now.measures).toMatchObject({ accepted: 0, lapsed: 3 });
    expect(now.cohorts.map(({ measures }) => [measures.accepted, measures.lapsed])).toEqual([
      [1, 0],
      [0, 0],
      [0, 2],
    ]);
    expect(january.waiting).toMatchObject({ n: 1, over: 1, decideWithinDays: 10 });
  });

  it('says what is missing', () => {
    const none = passesOf([], [{ ...defaultProcess('2026-01-01', 'UTC') }]);
    expect(report(none).missing).toEqual([
      'roles',
      'passes',
      'qualified-stage',
      'qualification',
      'history',
      'touches',
      'meetings',
      'hot',
    ]);
    expect(report(passesOf(mixed())).missing).toEqual(['touches', 'meetings', 'hot']);
  });
});

describe('the passes of a figure', () => {
  const list = (show: Shown, filter = {}, reason?: string) =>
    passesShown(passesOf(mixed()), { period: quarter, filter, show, reason });

  it('are as many as the figure says', () => {
    const passes = passesOf(mixed());
    const { measures } = report(passes);
    const n = (show: Shown) => passesShown(passes, { period: quarter, filter: {}, show }).n;
    expect(n('passes')).toBe(measures.passes);
    expect(n('accepted')).toBe(measures.accepted);
    expect(n('returned')).toBe(measures.rejected + measures.recycled);
    expect(n('lapsed')).toBe(measures.lapsed);
    expect(n('undecided')).toBe(measures.undecided);
    expect(n('acceptance')).toBe('n' in measures.acceptanceRate ? measures.acceptanceRate.n : undefined);
    expect(n('timeToAccept')).toBe(2);
  });

  it('show how a share is worked out', () => {
    const { working, rows } = list('winRate', { sdr: 'Ana' });
    // Nobody has won: of Ana's one closed deal none; Cy's one is of another team, and stands in for mates she has none of.
    expect(working).toEqual({
      sum: 0,
      n: 1,
      towards: { prior: 1 / 3, weight: 3 },
      isEstimate: false,
    });
    expect(rows.map(({ share }) => share)).toEqual([0]);
    expect(list('acceptance').working).toMatchObject({
      sum: 2,
      n: 4,
      towards: { prior: 0.5, weight: 2 },
      isEstimate: true,
    });
    expect(list('accepted').working).toBeUndefined();
  });

  it('are those of one reason, the latest first', () => {
    expect(list('returned', {}, 'timing').n).toBe(1);
    expect(list('passes').rows.map(({ passedAt }) => passedAt.to)).toEqual(
      list('passes')
        .rows.map(({ passedAt }) => passedAt.to)
        .toSorted((a, b) => b - a),
    );
  });
});

describe('rows for other surfaces', () => {
  it('are one a pass, by today’s rules, with what each answer rests on', () => {
    const rows = [...handoffRows(passesOf(mixed()))];
    expect(rows).toHaveLength(7);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(7);
    const accepted = rows.find(({ passedAt }) => passedAt.startsWith('2026-01-05'));
    expect(accepted).toMatchObject({
      attempt: 1,
      from: 'Ana',
      to: 'Ben',
      rule: 1,
      decision: 'accepted',
      decidedAt: '2026-01-06T10:00:00.000Z',
      // 10:00 to 17:00 on Monday, 9:00 to 11:00 on Tuesday.
      hoursToAccept: { low: 9, high: 9 },
      until: '2026-02-04T09:00:00.000Z',
    });
    expect(accepted?.audit).toContainEqual({
      check: 'fields-filled',
      answer: 'no',
      rests: { code: 'empty', fields: ['money'] },
    });
    expect(accepted?.audit).toContainEqual({
      check: 'requalified',
      answer: 'yes',
      rests: { code: 'accepted' },
    });
  });
});
