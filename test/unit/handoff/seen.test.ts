import { describe, expect, test } from 'vitest';
import type { Deal, DealChange } from '../../../lib/deal/deal';
import { joinSeen } from '../../../lib/handoff/join-seen';
import { seenNamesOf } from '../../../lib/handoff/seen-names-of';
import { suggestRoles } from '../../../lib/handoff/suggest-roles';
import { suggestStages } from '../../../lib/handoff/suggest-stages';

const dealOf = (nth: number, given: Partial<Deal>): Deal => ({
  key: `crm|host|${nth}`,
  crm: 'crm',
  tenant: 'host',
  host: 'host',
  id: String(nth),
  sources: {},
  outcome: 'open',
  seenAt: '2026-03-02T10:00:00.000Z',
  seenVia: 'page',
  contentHash: '',
  ...given,
});
const ownerChange = (from: string | null, to: string, at: string): DealChange => ({
  key: '',
  field: 'owner',
  from,
  to,
  at,
  notBefore: at,
  source: 'history',
});
const range = (n: number) => Array.from({ length: n }, (_, nth) => nth);

/** What so many deals, each with its changes, name. */
function seen(
  deals: readonly (readonly [Partial<Deal>, ...DealChange[]])[],
  known: Parameters<typeof seenNamesOf>[0] = { people: [], stages: [] },
) {
  const making = seenNamesOf(known);
  for (const [nth, [deal, ...own]] of deals.entries()) making.add(dealOf(nth, deal), own);
  return making.result();
}

describe('names in deals', () => {
  test('are counted by what they stand for; those that the CRM lists are there without a deal', () => {
    const { people, stages, fields } = seen(
      [
        [
          {
            owner: 'Bo',
            createdBy: 'Ida',
            sdr: 'Ida',
            stage: 'Demo',
            qualification: { need: 'x', budget: null },
          },
        ],
        [
          { owner: 'Bo', outcome: 'won', stage: 'Won' },
          ownerChange('Ida', 'Bo', '2026-02-02T10:00:00.000Z'),
          ownerChange(null, 'Ida', '2026-02-01T10:00:00.000Z'),
        ],
        [{ owner: 'Bo', outcome: 'lost', stage: 'Demo' }],
        [{ owner: null, outcome: 'open', stage: 'New' }],
      ],
      { people: ['Zoe', ''], stages: [{ name: 'New', order: 2 }] },
    );
    expect(people.map(({ name }) => name)).toEqual(['Bo', 'Ida', 'Zoe']);
    expect(people[0]).toMatchObject({ owns: 3, won: 1, first: 2, sdr: 0, created: 0 });
    expect(people[0]?.inStage).toEqual(new Map([['Demo', 2]]));
    expect(people[1]).toMatchObject({ owns: 0, first: 1, sdr: 1, created: 1 });
    expect(people[1]?.handedTo).toEqual(new Map([['Bo', 1]]));
    expect(people[1]?.sdrFor).toEqual(new Map([['Bo', 1]]));
    expect(people[2]).toMatchObject({ owns: 0, first: 0, sdr: 0, created: 0 });
    expect(stages).toEqual([
      { name: 'New', order: 2, deals: 1 },
      { name: 'Demo', order: null, deals: 1 },
    ]);
    expect(fields).toEqual(['budget', 'need']);
  });

  test('of one person are one: what one name handed to the other was handed to nobody', () => {
    const { people } = seen([
      [{ owner: 'ida@example.com' }, ownerChange('Ida', 'ida@example.com', '2026-02-02T10:00:00.000Z')],
      [{ owner: 'Bo', sdr: 'Ida' }, ownerChange('Ida', 'Bo', '2026-02-02T10:00:00.000Z')],
      [{ owner: 'Ida', sdr: 'ida@example.com' }],
    ]);
    const joined = joinSeen(people, [{ name: 'Ida', aliases: ['ida@example.com'] }]);
    expect(joined.map(({ name }) => name)).toEqual(['Bo', 'Ida']);
    expect(joined[1]).toMatchObject({ owns: 2, first: 3, sdr: 2 });
    expect(joined[1]?.handedTo).toEqual(new Map([['Bo', 1]]));
    expect(joined[1]?.sdrFor).toEqual(new Map([['Bo', 1]]));
  });
});

describe('roles', () => {
  const stages = [
    { name: 'New', order: 1, deals: 0 },
    { name: 'Qualified', order: 2, deals: 0 },
    { name: 'Offer', order: 3, deals: 0 },
  ];
  const qualified = new Set(['Qualified']);
  const roles = (deals: Parameters<typeof seen>[0], late = qualified) =>
    Object.fromEntries(suggestRoles(seen(deals).people, stages, late));
  const handed = (n: number) =>
    range(n).map(
      () => [{ owner: 'Bo', stage: 'New' }, ownerChange('Ida', 'Bo', '2026-02-02T10:00:00.000Z')] as const,
    );

  test('are suggested with their reasons: who hands on, who is named, who owns what is qualified', () => {
    expect(
      roles([
        ...handed(34),
        ...range(2).map(() => [{ owner: 'Ida', stage: 'New' }] as const),
        ...range(3).map(() => [{ owner: 'Lis', sdr: 'Sam', stage: 'Offer' }] as const),
        [{ owner: 'Lis', outcome: 'won', stage: 'Won' }],
      ]),
    ).toEqual({
      Ida: { roles: ['sdr'], reasons: [{ kind: 'handed-on', deals: 34, of: 36 }] },
      Sam: { roles: ['sdr'], reasons: [{ kind: 'sdr-field', deals: 3 }] },
      Lis: { roles: ['ae'], reasons: [{ kind: 'past-stage', deals: 4, stage: 'Qualified' }] },
    });
  });

  test('are not suggested from two deals, nor where most of what was first owned was kept', () => {
    expect(roles(handed(2))).toEqual({});
    expect(roles([...handed(5), ...range(5).map(() => [{ owner: 'Ida', stage: 'New' }] as const)])).toEqual(
      {},
    );
  });

  test('are two for somebody who does both', () => {
    const found = roles([
      ...handed(9),
      ...range(4).map(() => [{ owner: 'Ida', outcome: 'won' as const }] as const),
    ]);
    expect(found['Ida']).toEqual({
      roles: ['sdr', 'ae'],
      reasons: [
        { kind: 'handed-on', deals: 9, of: 13 },
        { kind: 'past-stage', deals: 4, stage: 'Qualified' },
      ],
    });
  });

  test('rest on what was won, or on the SDR field, where no qualified stage is known', () => {
    const none = new Set<string>();
    expect(
      roles(
        range(3).map(() => [{ owner: 'Lis', outcome: 'won' }]),
        none,
      ),
    ).toEqual({ Lis: { roles: ['ae'], reasons: [{ kind: 'won', deals: 3 }] } });
    const named = roles(
      range(3).map(() => [{ owner: 'Lis', sdr: 'Sam', stage: 'New' }]),
      none,
    );
    expect(named['Lis']).toEqual({ roles: ['ae'], reasons: [{ kind: 'beside-sdr', deals: 3 }] });
  });
});

describe('stages', () => {
  const suggested = (...names: string[]) =>
    suggestStages(names.map((name, order) => ({ name, order, deals: 1 })));

  test.each([
    'Qualified',
    'Qualified to buy',
    'SQL',
    'Discovery',
    'Qualifiziert',
    'Kvalificeret',
    'Qualifié',
    'Cualificado',
    'Calificado',
    'Qualificato',
    'Gekwalificeerd',
    'Kvalificerad',
    'Qualificado',
  ])('called %s count as qualified, and are the AE’s', (name) => {
    expect(suggested(name).get(name)).toMatchObject({ role: 'ae', isQualified: true, isNurture: false });
  });

  test.each([
    'Not qualified',
    'Ikke kvalificeret',
    'Nicht qualifiziert',
    'No calificado',
    'Unqualified',
    'Disqualified',
    'Qualification',
    'Offer',
  ])('called %s say nothing', (name) => {
    expect(suggested(name).size).toBe(0);
  });

  test.each(['Nurture', 'Nurturing', 'Recycled', 'On hold', 'Til pleje', 'Wiedervorlage', 'En attente'])(
    'called %s are nurture',
    (name) => {
      expect(suggested(name).get(name)).toMatchObject({ isNurture: true, isQualified: false });
    },
  );

  test('behind the qualified one are qualified as well, those of leads the SDR’s, each with its reason', () => {
    const found = suggested('Ny lead', 'Kvalificeret', 'Tilbud', 'Nurture');
    expect(found.get('Ny lead')).toEqual({
      role: 'sdr',
      isQualified: false,
      isNurture: false,
      reason: { kind: 'name', word: 'Ny' },
    });
    expect(found.get('Kvalificeret')?.reason).toEqual({ kind: 'name', word: 'Kvalificeret' });
    expect(found.get('Tilbud')).toMatchObject({
      role: 'ae',
      isQualified: true,
      reason: { kind: 'after', stage: 'Kvalificeret' },
    });
    expect(found.get('Nurture')?.isNurture).toBe(true);
    expect(suggested('Marketing qualified lead').get('Marketing qualified lead')?.role).toBe('sdr');
  });

  test('whose order nobody knows are behind none', () => {
    const found = suggestStages([
      { name: 'Qualified', order: null, deals: 1 },
      { name: 'Offer', order: null, deals: 1 },
    ]);
    expect([...found.keys()]).toEqual(['Qualified']);
  });
});
