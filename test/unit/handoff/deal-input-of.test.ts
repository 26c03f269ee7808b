import { describe, expect, it, test } from 'vitest';
import type { Deal, DealChange } from '../../../lib/deal/deal';
import { changeInputsOf } from '../../../lib/handoff/change-inputs-of';
import { dealInputOf } from '../../../lib/handoff/deal-input-of';
import { shownFields } from '../../../lib/handoff/shown-fields';
import { momentReader } from '../../../lib/handoff/moment-reader';
import { sourceClass } from '../../../lib/handoff/source-class';

const deal: Deal = {
  key: 'x|t|1',
  crm: 'x',
  tenant: 't',
  host: 'h',
  id: '1',
  sources: {},
  seenAt: '2026-03-01T10:00:00.000Z',
  seenVia: 'api',
  contentHash: 'c',
};
const nameOf = (name: string) => (name === 'B. Lind' ? 'Bo Lind' : name);
const reading = { read: momentReader('Europe/Copenhagen'), nameOf, today: '2026-03-05' };

describe('a stored deal as the core takes it', () => {
  it('has days as whole days by the calendar’s clock, and instants as they are', () => {
    const input = dealInputOf(
      { ...deal, createdOn: '2026-01-05', firstTouchAt: '2026-01-06T08:30:00Z', meetingSetFor: '2026-07-01' },
      reading,
    );
    // Copenhagen is an hour ahead of UTC in January, and two in July.
    expect(input.createdAt).toEqual({
      from: Date.parse('2026-01-04T23:00:00Z'),
      to: Date.parse('2026-01-05T22:59:59.999Z'),
    });
    expect(input.firstTouchAt).toEqual({
      from: Date.parse('2026-01-06T08:30:00Z'),
      to: Date.parse('2026-01-06T08:30:00Z'),
    });
    expect(input.meetingSetFor?.from).toBe(Date.parse('2026-06-30T22:00:00Z'));
  });

  it('closed on its closing day, or on its close date where none is shown and that is past', () => {
    const on = (more: Partial<Deal>) => dealInputOf({ ...deal, ...more }, reading).closedAt?.from;
    expect(on({ outcome: 'lost', closedOn: '2026-02-10' })).toBe(Date.parse('2026-02-09T23:00:00Z'));
    expect(on({ outcome: 'won', closeOn: '2026-02-12' })).toBe(Date.parse('2026-02-11T23:00:00Z'));
    expect(on({ outcome: 'won', closeOn: '2026-04-12' })).toBeUndefined();
    expect(on({ outcome: 'open', closeOn: '2026-02-12' })).toBeUndefined();
  });

  it('gives a person one name, and nothing where nobody is named', () => {
    const input = dealInputOf({ ...deal, owner: 'B. Lind', sdr: '', createdBy: null }, reading);
    expect([input.owner, input.sdr, input.createdBy]).toEqual(['Bo Lind', null, null]);
  });

  it('counts the next step among the qualification fields, and knows none where none was shown', () => {
    expect(dealInputOf(deal, reading).qualification).toBeNull();
    expect(dealInputOf({ ...deal, nextStep: null }, reading).qualification).toEqual({ nextStep: null });
    const both = { ...deal, nextStep: 'Call', qualification: { need: 'growth' } };
    expect(dealInputOf(both, reading).qualification).toEqual({ nextStep: 'Call', need: 'growth' });
  });

  it('asks of the team’s fields those alone that were ever shown of the deal', () => {
    const input = dealInputOf({ ...deal, qualification: { need: null } }, reading);
    const fields = ['need', 'money', 'contact'].map((id) => ({ id, weight: 1 }));
    const changes = changeInputsOf([change({ field: 'qualification.contact', to: 'CFO' })], nameOf);
    expect(shownFields(input, changes, fields).fields.map(({ id }) => id)).toEqual(['need', 'contact']);
  });
});

const change = (more: Partial<DealChange>): DealChange => ({
  key: deal.key,
  field: 'stage',
  from: null,
  to: null,
  at: '2026-02-02T10:00:00.000Z',
  notBefore: '2026-02-01T10:00:00.000Z',
  source: 'page',
  ...more,
});

describe('stored changes as the core takes them', () => {
  it('lie between the two instants, whichever way round they stand', () => {
    const range = { from: Date.parse('2026-02-01T10:00:00Z'), to: Date.parse('2026-02-02T10:00:00Z') };
    const turned = change({ at: '2026-02-01T10:00:00.000Z', notBefore: '2026-02-02T10:00:00.000Z' });
    expect(changeInputsOf([change({}), turned], nameOf).map(({ at }) => at)).toEqual([range, range]);
  });

  it('are those of owner, stage, outcome and qualification, with owners under one name', () => {
    const found = changeInputsOf(
      [
        change({ field: 'owner', from: 'Ada', to: 'B. Lind' }),
        change({ field: 'nextStep', from: 'Call', to: null }),
        change({ field: 'closeOn', to: '2026-05-01' }),
        change({ field: 'amountMinor', from: 1, to: 2 }),
        change({ field: 'stage', to: 'B. Lind' }),
      ],
      nameOf,
    );
    expect(found.map(({ field, from, to }) => [field, from, to])).toEqual([
      ['owner', 'Ada', 'Bo Lind'],
      ['qualification.nextStep', 'Call', null],
      ['stage', null, 'B. Lind'],
    ]);
  });
});

test.each([
  ['Referral', 'seeds'],
  ['Anbefaling fra kunde', 'seeds'],
  ['Empfehlung', 'seeds'],
  ['Inbound: website', 'nets'],
  ['Événement', 'nets'],
  ['Cold call', 'spears'],
  ['Opsøgende salg', 'spears'],
  ['spears', 'spears'],
  ['Cold call to a referral', undefined],
  ['Preferral', undefined],
  ['Partner', undefined],
  ['', undefined],
])('the source %j is of the class %j', (source, expected) => {
  expect(sourceClass(source)).toBe(expected);
  const input = dealInputOf({ ...deal, source }, reading);
  expect(input.source).toBe(expected ?? source);
});
