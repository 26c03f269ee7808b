import { describe, expect, it } from 'vitest';
import { base, change, pass, people } from '../../values/handoff/requests';
import { ask, deal, passesOf } from './ask';

const qualified = (id: string, at: string): object => change(id, 'stage', ['New', 'Qualified', at]);

describe('the four rules', () => {
  it('find a pass by the change of owner, from an SDR to an AE', () => {
    expect(passesOf({ deals: [deal()], changes: [pass('A', '2026-01-12T08:00:00Z')] })).toEqual([
      'rule 1 ana ben 2026-01-12 1 lapsed',
    ]);
  });

  it('see a pass through a time in which nobody owned the deal', () => {
    const changes = [
      change('A', 'owner', ['ana', null, '2026-01-10T08:00:00Z']),
      change('A', 'owner', [null, 'ben', '2026-01-12T08:00:00Z']),
    ];
    expect(passesOf({ deals: [deal()], changes })).toEqual(['rule 1 ana ben 2026-01-12 1 lapsed']);
  });

  it('find a pass by a lead that another converted', () => {
    const leads = [
      { id: 'L', owner: 'ana', convertedAt: '2026-01-06T08:00:00Z', convertedBy: 'ana', deal: 'A' },
    ];
    expect(passesOf({ deals: [deal()], leads })).toEqual(['rule 2 ana ben 2026-01-06 1 lapsed']);
  });

  it('find a pass by the SDR field, when created or at entry to the first stage of an AE', () => {
    expect(passesOf({ deals: [deal({ sdr: 'ana' })] })).toEqual(['rule 3 ana ben 2026-01-05 1 lapsed']);
    const changes = [change('A', 'stage', ['Prospect', 'New', '2026-01-09T08:00:00Z'])];
    expect(passesOf({ deals: [deal({ sdr: 'ana' })], changes })).toEqual([
      'rule 3 ana ben 2026-01-09 1 lapsed',
    ]);
    expect(passesOf({ deals: [deal({ sdr: 'ana', stage: 'Prospect' })] })).toEqual(
      ['rule 3 ana ben 2026-01-05 1 lapsed'].slice(1),
    );
  });

  it('find a pass by the stage edge where nothing else tells, without the SDR if there is none', () => {
    const changes = [change('A', 'stage', ['Prospect', 'New', '2026-01-09T08:00:00Z'])];
    expect(passesOf({ deals: [deal()], changes })).toEqual(['rule 4  ben 2026-01-09 1 lapsed']);
    expect(passesOf({ deals: [deal({ createdBy: 'ana' })], changes })).toEqual([
      'rule 4 ana ben 2026-01-09 1 lapsed',
    ]);
  });

  it('trust each rule above the next, and see one pass where several find it', () => {
    const changes = [change('A', 'stage', ['Prospect', 'New', '2026-01-09T08:00:00Z'])];
    const leads = [{ id: 'L', convertedAt: '2026-01-06T08:00:00Z', convertedBy: 'cy', deal: 'A' }];
    const deals = [deal({ sdr: 'ana' })];
    expect(passesOf({ deals, changes })).toEqual(['rule 3 ana ben 2026-01-09 1 lapsed']);
    expect(passesOf({ deals, changes, leads })).toEqual(['rule 2 cy ben 2026-01-06 1 lapsed']);
    expect(passesOf({ deals, changes: [...changes, pass('A', '2026-01-12T08:00:00Z')], leads })).toEqual([
      'rule 1 ana ben 2026-01-12 1 lapsed',
    ]);
  });

  it('find two reads with different owners to be a pass of which only the range is known', () => {
    const changes = [{ ...pass('A', '2026-01-12T16:00:00Z'), notBefore: '2026-01-12T08:00:00Z' }];
    const { handoffs } = ask({
      deals: [deal({ stage: 'Qualified' })],
      changes: [...changes, qualified('A', '2026-01-13T09:00:00Z')],
    });
    expect(handoffs[0]).toMatchObject({
      passedAt: '2026-01-12T16:00:00Z',
      passedNotBefore: '2026-01-12T08:00:00Z',
      // Local 17:00 to 10:00 is 1 hour at least; 09:00 to 17:00 more at most.
      hoursToAccept: { low: 1, high: 9 },
    });
  });
});

describe('people', () => {
  it('of whom no role is set are not guessed: the owners alone show no pass', () => {
    const changes = [pass('A', '2026-01-12T08:00:00Z')];
    expect(passesOf({ people: [], deals: [deal()], changes })).toEqual([]);
    const { handoffs } = ask({ people: [], deals: [deal({ sdr: 'ana' })], changes });
    expect(handoffs[0]).toMatchObject({ rule: 3, passedAt: '2026-01-12T08:00:00Z' });
    expect(handoffs[0].evidence.pass).toContain('no role is set for ana and ben');
  });

  it('who were deleted keep their id: the pass is found by what else tells of it', () => {
    const rest = people.filter(({ id }) => id !== 'ana');
    const changes = [pass('A', '2026-01-12T08:00:00Z')];
    expect(passesOf({ people: rest, deals: [deal()], changes })).toEqual([]);
    expect(passesOf({ people: rest, deals: [deal({ sdr: 'ana' })], changes })).toEqual([
      'rule 3 ana ben 2026-01-12 1 lapsed',
    ]);
  });

  it('who are AEs and make their own deals pass nothing', () => {
    const changes = [change('A', 'stage', ['Prospect', 'New', '2026-01-09T08:00:00Z'])];
    expect(passesOf({ deals: [deal({ createdBy: 'ben' })], changes })).toEqual([]);
    const leads = [
      { id: 'L', owner: 'ana', convertedAt: '2026-01-06T08:00:00Z', convertedBy: 'ben', deal: 'A' },
    ];
    expect(passesOf({ deals: [deal({ createdBy: 'ben' })], leads })).toEqual([]);
  });

  it('who are AEs hand deals to each other without a pass; the first one keeps it', () => {
    const changes = [
      pass('A', '2026-01-12T08:00:00Z'),
      change('A', 'owner', ['ben', 'eva', '2026-01-14T08:00:00Z']),
      qualified('A', '2026-01-15T08:00:00Z'),
    ];
    expect(passesOf({ deals: [deal({ owner: 'eva', stage: 'Qualified' })], changes })).toEqual([
      'rule 1 ana ben 2026-01-12 1 accepted',
    ]);
  });

  it('who are both are the AE, except where the deal says that they are its SDR', () => {
    const both = [...people, { id: 'ana', role: 'ae', team: 'north' }];
    const changes = [pass('A', '2026-01-12T08:00:00Z')];
    expect(passesOf({ people: both, deals: [deal()], changes })).toEqual([]);
    expect(passesOf({ people: both, deals: [deal({ sdr: 'ana' })], changes })).toEqual([
      'rule 1 ana ben 2026-01-12 1 lapsed',
    ]);
    expect(passesOf({ people: both, deals: [deal({ owner: 'ana', sdr: 'ana' })] })).toEqual([]);
  });

  it('who are both are the SDR as well while the deal is in a stage of the SDR', () => {
    const both = [...people, { id: 'ana', role: 'ae', team: 'north' }];
    const changes = [pass('A', '2026-01-12T08:00:00Z')];
    const prospect = { people: both, deals: [deal({ stage: 'Prospect' })], changes };
    expect(passesOf(prospect)).toEqual(['rule 1 ana ben 2026-01-12 1 lapsed']);
    // Back with her it is returned there, and with the AE that she is in the AE's stage it is not.
    const back = change('A', 'owner', ['ben', 'ana', '2026-01-14T08:00:00Z']);
    const owner = { owner: 'ana' };
    expect(
      passesOf({ ...prospect, deals: [deal({ ...owner, stage: 'Prospect' })], changes: [...changes, back] }),
    ).toEqual(['rule 1 ana ben 2026-01-12 1 recycled']);
    const cyPassed = [
      change('A', 'owner', ['cy', 'ben', '2026-01-12T08:00:00Z']),
      change('A', 'owner', ['ben', 'ana', '2026-01-14T08:00:00Z']),
    ];
    expect(passesOf({ people: both, deals: [deal(owner)], changes: cyPassed })).toEqual([
      'rule 1 cy ben 2026-01-12 1 lapsed',
    ]);
  });

  it('who are both, or of whom nothing is said, and keep what was their own pass nothing', () => {
    const own = { convertedAt: '2026-01-06T08:00:00Z', convertedBy: 'ana', deal: 'A' };
    const leads = [{ id: 'L', owner: 'ana', ...own }];
    const deals = [deal({ owner: 'ana', createdBy: 'ana' })];
    const both = [...people, { id: 'ana', role: 'ae', team: 'north' }];
    const edge = [change('A', 'stage', ['Prospect', 'New', '2026-01-09T08:00:00Z'])];
    for (const some of [both, [], people.filter(({ id }) => id !== 'ana')])
      expect(passesOf({ people: some, deals, leads, changes: edge })).toEqual([]);
    // Nor where the deal names her as its SDR, and she takes it on as its AE.
    const named = [deal({ owner: 'ana', sdr: 'ana' })];
    expect(passesOf({ people: both, deals: named, changes: edge })).toEqual([]);
  });

  it('who are neither may have held the deal in between: back with an SDR is back', () => {
    const changes = [
      pass('A', '2026-01-12T08:00:00Z'),
      change('A', 'owner', ['ben', 'max', '2026-01-13T08:00:00Z']),
      change('A', 'owner', ['max', 'cy', '2026-01-14T08:00:00Z']),
    ];
    const { handoffs } = ask({ deals: [deal({ owner: 'cy' })], changes });
    expect(handoffs).toMatchObject([{ decision: 'recycled', decidedAt: '2026-01-14T08:00:00Z' }]);
  });

  it('who manage neither give nor take the baton', () => {
    expect(passesOf({ deals: [deal({ sdr: 'ana', owner: 'max' })] })).toEqual([]);
  });
});

describe('a decision', () => {
  const passed = [pass('A', '2026-01-12T08:00:00Z')];
  const kind = (parts: object): string => {
    const { handoffs } = ask({ deals: [deal()], ...parts });
    return `${handoffs[0].decision} ${handoffs[0].decidedAt?.slice(0, 10) ?? ''}`;
  };

  it('is not changed by what happens after the window', () => {
    const deals = [deal({ stage: 'Qualified' })];
    expect(kind({ deals, changes: [...passed, qualified('A', '2026-02-11T07:59:00Z')] })).toBe(
      'accepted 2026-02-11',
    );
    expect(kind({ deals, changes: [...passed, qualified('A', '2026-02-11T08:01:00Z')] })).toBe(
      'lapsed 2026-02-11',
    );
  });

  it('waits while the window is open, and nothing after asOf counts', () => {
    const changes = [...passed, qualified('A', '2026-01-20T08:00:00Z')];
    expect(kind({ changes, asOf: '2026-01-19T00:00:00Z' })).toBe('undecided ');
    const verdicts = [{ deal: 'A', attempt: 1, decision: 'rejected', at: '2026-01-21T08:00:00Z', by: 'ben' }];
    expect(kind({ changes, verdicts, asOf: '2026-01-19T00:00:00Z' })).toBe('undecided ');
    expect(ask({ deals: [deal()], changes, asOf: '2026-01-11T00:00:00Z' }).handoffs).toEqual([]);
  });

  it('is the verdict where there is one in the window, the latest of several', () => {
    const verdict = (decision: string, at: string): object => ({
      deal: 'A',
      attempt: 1,
      decision,
      reason: 'No_Need',
      at,
      by: 'ben',
    });
    const changes = [...passed, qualified('A', '2026-01-13T08:00:00Z')];
    const deals = [deal({ stage: 'Qualified' })];
    expect(kind({ deals, changes, verdicts: [verdict('rejected', '2026-01-14T08:00:00Z')] })).toBe(
      'rejected 2026-01-14',
    );
    const two = [verdict('recycled', '2026-01-15T08:00:00Z'), verdict('rejected', '2026-01-14T08:00:00Z')];
    expect(kind({ deals, changes, verdicts: two })).toBe('recycled 2026-01-15');
    expect(kind({ deals, changes, verdicts: [verdict('rejected', '2026-03-14T08:00:00Z')] })).toBe(
      'accepted 2026-01-13',
    );
    expect(ask({ deals, changes, verdicts: two }).measures.returns).toEqual([{ reason: 'no need', n: 1 }]);
  });

  it('is the verdict on the pass that it names, though the next one has come', () => {
    const changes = [
      ...passed,
      change('A', 'owner', ['ben', 'ana', '2026-01-14T08:00:00Z']),
      pass('A', '2026-01-16T08:00:00Z'),
    ];
    const verdicts = [{ deal: 'A', attempt: 1, decision: 'rejected', at: '2026-01-17T08:00:00Z', by: 'ben' }];
    expect(passesOf({ deals: [deal()], changes, verdicts })).toEqual([
      'rule 1 ana ben 2026-01-12 1 rejected',
      'rule 1 ana ben 2026-01-16 2 lapsed',
    ]);
  });

  it('is a return by a stage of nurture, unless the AE takes the deal out again in time', () => {
    const nurtured = change('A', 'stage', ['New', 'Nurture', '2026-01-14T08:00:00Z']);
    expect(kind({ deals: [deal({ stage: 'Nurture' })], changes: [...passed, nurtured] })).toBe(
      'recycled 2026-01-14',
    );
  });

  it('is a rejection by a loss that stands; one taken back and qualified is accepted', () => {
    const lost = change('A', 'outcome', ['open', 'lost', '2026-01-14T08:00:00Z']);
    const back = change('A', 'outcome', ['lost', 'open', '2026-01-14T08:05:00Z']);
    expect(kind({ deals: [deal({ outcome: 'lost' })], changes: [...passed, lost] })).toBe(
      'rejected 2026-01-14',
    );
    expect(kind({ changes: [...passed, lost, back] })).toBe('lapsed 2026-02-11');
    const deals = [deal({ stage: 'Qualified' })];
    expect(kind({ deals, changes: [...passed, lost, back, qualified('A', '2026-01-20T08:00:00Z')] })).toBe(
      'accepted 2026-01-20',
    );
  });

  it('without history is taken from the deal as it stands, without a time', () => {
    const deals = [deal({ sdr: 'ana', stage: 'Qualified' })];
    const { handoffs, measures } = ask({ deals });
    expect(handoffs[0]).toMatchObject({ decision: 'accepted', decidedAt: null, hoursToAccept: null });
    expect(handoffs[0].evidence.decision).toContain('no history');
    expect(measures.timeToAcceptHours).toEqual({ kind: 'too-few', n: 0 });
    const lost = [deal({ sdr: 'ana', stage: 'Lost', outcome: 'lost', closedAt: '2026-01-20' })];
    expect(kind({ deals: lost })).toBe('rejected 2026-01-20');
  });

  it('a moment before the pass, as clocks differ, is at the pass; longer before it is none', () => {
    const deals = [deal({ stage: 'Qualified' })];
    const at = (instant: string): object => ({ deals, changes: [...passed, qualified('A', instant)] });
    expect(kind(at('2026-01-12T07:59:30Z'))).toBe('accepted 2026-01-12');
    expect(ask(at('2026-01-12T07:59:30Z')).handoffs[0].hoursToAccept).toBe(0);
    expect(kind(at('2026-01-12T07:50:00Z'))).toBe('lapsed 2026-02-11');
  });

  it('has a range the right way round where its beginning is said to be after its end', () => {
    const changes = [{ ...pass('A', '2026-01-12T08:00:00Z'), notBefore: '2026-01-12T09:00:00Z' }];
    expect(ask({ deals: [deal()], changes }).handoffs[0]).toMatchObject({
      passedAt: '2026-01-12T09:00:00Z',
      passedNotBefore: '2026-01-12T08:00:00Z',
    });
  });
});

describe('a pass of which only the day is known', () => {
  const converted = (at: string): object => ({
    leads: [{ id: 'L', owner: 'ana', convertedAt: at, convertedBy: 'ana', deal: 'A' }],
  });
  const outcome = (from: string, to: string, at: string): object => change('A', 'outcome', [from, to, at]);
  const deals = [deal({ createdAt: '2026-03-02', stage: 'Qualified' })];
  const changes = [qualified('A', '2026-03-02T11:00:00Z')];

  it('is accepted by what was reached that day, in hours of which the bounds are known', () => {
    const { handoffs, measures } = ask({ deals, changes, ...converted('2026-03-02') });
    expect(handoffs[0]).toMatchObject({
      rule: 2,
      decision: 'accepted',
      decidedAt: '2026-03-02T11:00:00Z',
      // Local 12:00: it began to work at 09:00.
      hoursToAccept: { low: 0, high: 3 },
    });
    expect(measures).toMatchObject({ accepted: 1, lapsed: 0, stage1to2: { n: 1 } });
    const exact = ask({ deals, changes, ...converted('2026-03-02T09:00:00Z') });
    expect(exact.handoffs[0]).toMatchObject({ decision: 'accepted', hoursToAccept: 2 });
  });

  it('reaches stage 2 that day, also where the deal was made on it', () => {
    const request = {
      deals: [1, 2, 3].map((nth) => deal({ id: `${nth}`, createdAt: '2026-03-02', sdr: 'ana' })),
      changes: [1, 2, 3].map((nth) => qualified(`${nth}`, '2026-03-02T11:00:00Z')),
    };
    const { measures, handoffs } = ask(request);
    expect(handoffs[0]).toMatchObject({ rule: 3, decision: 'accepted' });
    expect(measures.stage1to2).toMatchObject({ n: 3, raw: 1 });
  });

  it('is rejected by a loss of that day that stands', () => {
    const lost = outcome('open', 'lost', '2026-03-02T11:00:00Z');
    const given = { deals: [deal({ createdAt: '2026-03-02', outcome: 'lost' })], ...converted('2026-03-02') };
    expect(ask({ ...given, changes: [lost] }).handoffs[0]).toMatchObject({
      decision: 'rejected',
      decidedAt: '2026-03-02T11:00:00Z',
    });
    const back = outcome('lost', 'open', '2026-03-02T12:00:00Z');
    expect(
      ask({ ...given, deals: [deal()], changes: [lost, back], asOf: '2026-03-20T00:00:00Z' }).handoffs,
    ).toMatchObject([{ decision: 'undecided' }]);
  });

  it('owes nothing to the day before it', () => {
    const before = [
      qualified('A', '2026-03-01T22:59:00Z'),
      change('A', 'stage', ['Qualified', 'New', '2026-03-03']),
    ];
    expect(
      passesOf({
        deals: [deal()],
        changes: before,
        ...converted('2026-03-02'),
        asOf: '2026-04-20T00:00:00Z',
      }),
    ).toEqual(['rule 2 ana ben 2026-03-02 1 lapsed']);
  });

  it('is no second one where the change of owner tells the hour, though it was lost that day', () => {
    const twice = [
      pass('A', '2026-03-02T10:00:00Z'),
      outcome('open', 'lost', '2026-03-02T15:00:00Z'),
      outcome('lost', 'open', '2026-03-02T16:00:00Z'),
    ];
    const given = { ...converted('2026-03-02'), asOf: '2026-03-20T00:00:00Z' };
    expect(passesOf({ deals: [deal()], changes: twice, ...given })).toEqual([
      'rule 1 ana ben 2026-03-02 1 undecided',
    ]);
  });
});

describe('what was taken back on the same day', () => {
  const decisionOf = (stage: string, changes: readonly object[], outcome = 'open') =>
    ask({ deals: [deal({ stage, outcome })], changes: [pass('A', '2026-01-12T08:00:00Z'), ...changes] })
      .handoffs[0].decision;
  const onDay = (field: string, from: string, to: string) => change('A', field, [from, to, '2026-01-14']);

  it('is no loss and no nurture that stands', () => {
    const lost = [onDay('outcome', 'open', 'lost'), onDay('outcome', 'lost', 'open')];
    const nurtured = [onDay('stage', 'New', 'Nurture'), onDay('stage', 'Nurture', 'New')];
    for (const some of [lost, lost.toReversed(), nurtured, nurtured.toReversed()])
      expect(decisionOf('New', some)).toBe('lapsed');
  });

  it('stands where it was lost before, and is lost now', () => {
    const before = change('A', 'outcome', ['open', 'lost', '2026-01-13']);
    const again = [onDay('outcome', 'lost', 'open'), onDay('outcome', 'open', 'lost')];
    expect(decisionOf('New', [before, ...again], 'lost')).toBe('rejected');
    expect(decisionOf('Nurture', [onDay('stage', 'New', 'Nurture')])).toBe('recycled');
  });

  it('stands where nobody saw it begin, and it ended after the window alone', () => {
    const out = change('A', 'stage', ['Nurture', 'New', '2026-03-01T08:00:00Z']);
    const before = change('A', 'stage', ['Prospect', 'New', '2026-01-13T08:00:00Z']);
    expect(decisionOf('New', [before, out])).toBe('recycled');
  });

  it('was qualified all the same', () => {
    const qualifiedOnce = [onDay('stage', 'New', 'Qualified'), onDay('stage', 'Qualified', 'New')];
    expect(decisionOf('New', qualifiedOnce)).toBe('accepted');
  });
});

describe('a pass and its return of which nothing but the order of the owners tells which was first', () => {
  const back = (at: string) => change('A', 'owner', ['ben', 'ana', at]);
  const hers = [deal({ owner: 'ana' })];

  it.each(['2026-01-12', '2026-01-12T08:00:00Z'])('%s: it came back, and nobody let it lapse', (at) => {
    const changes = [pass('A', at), back(at)];
    for (const some of [changes, changes.toReversed()])
      expect(passesOf({ deals: hers, changes: some })).toEqual(['rule 1 ana ben 2026-01-12 1 recycled']);
    const { handoffs } = ask({ deals: hers, changes });
    expect(handoffs[0].decidedAt).toBe(handoffs[0].passedAt);
    expect(handoffs[0].evidence.decision).toBe('an SDR owns it again');
  });

  it('a return before the pass, of the same day, is none of it', () => {
    const changes = [back('2026-01-12'), pass('A', '2026-01-12')];
    expect(passesOf({ deals: [deal()], changes: [...changes, pass('A', '2026-01-07T08:00:00Z')] })).toEqual([
      'rule 1 ana ben 2026-01-07 1 recycled',
      'rule 1 ana ben 2026-01-12 2 lapsed',
    ]);
  });

  it('goes round to who has the deal now, or next', () => {
    const round = [pass('A', '2026-01-12'), back('2026-01-12')];
    // Ben had it, gave it back, and has it again.
    expect(passesOf({ deals: [deal()], changes: round })).toEqual(['rule 1 ana ben 2026-01-12 1 lapsed']);
    const given = [...round, change('A', 'owner', ['ben', 'ana', '2026-01-14T08:00:00Z'])];
    expect(passesOf({ deals: hers, changes: given })).toEqual(['rule 1 ana ben 2026-01-12 1 recycled']);
    const { handoffs } = ask({ deals: hers, changes: given });
    expect(handoffs[0].decidedAt).toBe('2026-01-14T08:00:00Z');
  });

  it('a pass to another on that day is the next one', () => {
    const changes = [
      pass('A', '2026-01-12'),
      back('2026-01-12'),
      change('A', 'owner', ['ana', 'eva', '2026-01-12']),
    ];
    expect(passesOf({ deals: [deal({ owner: 'eva' })], changes })).toEqual([
      'rule 1 ana ben 2026-01-12 1 recycled',
      'rule 1 ana eva 2026-01-12 2 lapsed',
    ]);
  });

  it('and what was qualified that day before it came back was accepted', () => {
    const changes = [pass('A', '2026-01-12'), qualified('A', '2026-01-12T10:00:00Z'), back('2026-01-12')];
    expect(passesOf({ deals: [deal({ owner: 'ana', stage: 'Qualified' })], changes })).toEqual([
      'rule 1 ana ben 2026-01-12 1 accepted',
    ]);
  });
});

describe('a pass between two reads', () => {
  const read = { ...pass('A', '2026-01-12T16:00:00Z'), notBefore: '2026-01-12T08:00:00Z' };
  const deals = [deal({ stage: 'Qualified' })];

  it('is accepted by what was reached between them, not by what the first one saw', () => {
    const of = (at: string) => ask({ deals, changes: [read, qualified('A', at)] }).handoffs[0];
    expect(of('2026-01-12T12:00:00Z')).toMatchObject({
      decision: 'accepted',
      decidedAt: '2026-01-12T12:00:00Z',
      hoursToAccept: { low: 0, high: 4 },
    });
    expect(of('2026-01-12T08:00:00Z')).toMatchObject({ decision: 'lapsed' });
    expect(of('2026-01-12T07:59:30Z')).toMatchObject({ decision: 'lapsed' });
  });

  it('leaves a return before it, and what was reached before that, to the pass before', () => {
    const changes = [
      pass('A', '2026-01-07T08:00:00Z'),
      qualified('A', '2026-01-12T09:00:00Z'),
      change('A', 'owner', ['ben', 'ana', '2026-01-12T10:00:00Z']),
      read,
    ];
    expect(passesOf({ deals, changes })).toEqual([
      'rule 1 ana ben 2026-01-07 1 accepted',
      'rule 1 ana ben 2026-01-12 2 lapsed',
    ]);
    const later = [
      pass('A', '2026-01-07T08:00:00Z'),
      change('A', 'owner', ['ben', 'ana', '2026-01-12T10:00:00Z']),
      qualified('A', '2026-01-12T12:00:00Z'),
      read,
    ];
    expect(passesOf({ deals, changes: later })).toEqual([
      'rule 1 ana ben 2026-01-07 1 recycled',
      'rule 1 ana ben 2026-01-12 2 accepted',
    ]);
  });
});

describe('the audit list', () => {
  it('says for each check what it rests on', () => {
    const deals = [
      deal({
        account: 'acme',
        qualification: { authority: 'CFO', need: 'yes', money: 'tbd' },
        firstTouchAt: '2026-01-12T09:00:00Z',
      }),
      deal({ id: 'B', account: 'acme', createdAt: '2025-12-01T08:00:00Z' }),
    ];
    const { handoffs } = ask({ deals, changes: [pass('A', '2026-01-12T08:00:00Z')] });
    expect(
      handoffs[0].audit.map((one: Record<string, string>) => `${one.check}: ${one.answer}, ${one.because}`),
    ).toEqual([
      'fits-profile: unknown, no field tells',
      'contact-influence: yes, authority was filled at the pass',
      'next-step: unknown, no field tells',
      'fields-filled: no, empty at the pass: money',
      'requalified: no, nothing within the window',
      'touched-in-time: yes, touched within the agreed hours',
      'truly-new: no, the account had an open or recently lost deal',
      'notes-by-both: unknown, notes are not read',
    ]);
  });

  it('takes an account with a deal lost half a year before for new, one lost last month not', () => {
    const answer = (closedAt: string): string => {
      const older = deal({
        id: 'B',
        account: 'acme',
        createdAt: '2025-01-01T08:00:00Z',
        outcome: 'lost',
        closedAt,
      });
      const { handoffs } = ask({
        deals: [deal({ account: 'acme' }), older],
        changes: [pass('A', '2026-01-12T08:00:00Z')],
      });
      return handoffs[0].audit[6].answer;
    };
    expect([answer('2025-06-01T08:00:00Z'), answer('2025-12-12T08:00:00Z')]).toEqual(['yes', 'no']);
  });
});

describe('a request without what a measure needs', () => {
  it('says too few, not zero', () => {
    const { measures, byPerson, cohorts } = ask({ deals: [] });
    expect(measures.acceptanceRate).toEqual({ kind: 'too-few', n: 0 });
    expect(measures.qualityIndex).toEqual({ kind: 'too-few', n: 0 });
    expect([byPerson, cohorts]).toEqual([[], []]);
    expect(base.deals).toEqual([]);
  });
});
