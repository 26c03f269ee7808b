import { describe, expect, it } from 'vitest';
import type { Deal, DealChange } from '../../../lib/deal/deal';
import { hygieneOf } from '../../../lib/pipeline/hygiene/hygiene-of';
import { hygieneScore } from '../../../lib/pipeline/hygiene/hygiene-score';
import { riskFlags } from '../../../lib/pipeline/hygiene/risk-flags';
import { aDeal } from '../../unit/components/a-deal';

const today = '2026-05-19';
const full: Partial<Deal> = {
  amountMinor: 100,
  currency: 'EUR',
  closeOn: '2026-06-30',
  stage: 'Offer',
  forecastCategory: 'Commit',
  nextStep: 'Send the offer',
  nextStepOn: '2026-05-20',
};
const state = (given: Partial<Deal>) => hygieneOf(aDeal(1, { ...full, ...given }), today);

describe('hygiene of exactly five fields', () => {
  it('finds nothing in a deal that has them all', () => {
    expect(state({})).toEqual({
      amount: 'good',
      closeOn: 'good',
      stage: 'good',
      category: 'good',
      nextStep: 'good',
    });
  });

  it.each<[Partial<Deal>, string, string]>([
    [{ amountMinor: null }, 'amount', 'missing'],
    [{ amountMinor: 0 }, 'amount', 'zero'],
    [{ amountMinor: -1 }, 'amount', 'zero'],
    [{ closeOn: null }, 'closeOn', 'missing'],
    [{ closeOn: '2026-05-18' }, 'closeOn', 'overdue'],
    // The day itself is not over.
    [{ closeOn: today }, 'closeOn', 'good'],
    [{ stage: null }, 'stage', 'missing'],
    [{ stage: '  ' }, 'stage', 'missing'],
    [{ forecastCategory: null }, 'category', 'missing'],
    [{ nextStep: null }, 'nextStep', 'missing'],
    [{ nextStepOn: '2026-05-18' }, 'nextStep', 'overdue'],
    // A day without a step is no step.
    [{ nextStep: null, nextStepOn: '2026-06-01' }, 'nextStep', 'missing'],
  ])('%o: %s is %s', (given, field, expected) => {
    expect(state(given)).toMatchObject({ [field]: expected });
  });

  it('never takes what was not shown for empty', () => {
    expect(hygieneOf(aDeal(1), today)).toEqual({
      amount: 'not-shown',
      closeOn: 'not-shown',
      stage: 'not-shown',
      category: 'not-shown',
      nextStep: 'not-shown',
    });
  });

  it('scores what is good among what was shown: 4 + 3 + 0 of 5 + 4 + 0', () => {
    const missing = state({ nextStep: null });
    const partly = { ...state({ closeOn: null }), category: 'not-shown' } as const;
    expect(hygieneScore([missing, partly, hygieneOf(aDeal(1), today)])).toEqual({
      share: 7 / 9,
      good: 7,
      shown: 9,
    });
    expect(hygieneScore([])).toEqual({ share: undefined, good: 0, shown: 0 });
  });
});

describe('risk flags on the same five', () => {
  const key = aDeal(1).key;
  const change = (
    field: DealChange['field'],
    values: Pick<DealChange, 'from' | 'to'>,
    at = '2026-04-01T00:00:00.000Z',
  ): DealChange => ({ key, field, ...values, at, notBefore: at, source: 'history' });
  const flags = (given: Partial<Deal>, changes: readonly DealChange[] = [], usualStay?: number) =>
    riskFlags(aDeal(1, { ...full, ...given }), changes, { today, usualStayDays: usualStay });

  it('has none for a deal in order', () => {
    expect(flags({})).toEqual([]);
  });

  it('names what is missing, zero or overdue', () => {
    expect(flags({ amountMinor: null, closeOn: '2026-05-09', nextStep: null })).toEqual([
      { field: 'amount', kind: 'missing' },
      { field: 'closeOn', kind: 'overdue', n: 10 },
      { field: 'nextStep', kind: 'missing' },
    ]);
  });

  it('counts slips from the second on; moves to an earlier day are none', () => {
    const later = change('closeOn', { from: '2026-04-30', to: '2026-05-31' });
    const again = change('closeOn', { from: '2026-05-31', to: '2026-06-30' }, '2026-04-02T00:00:00.000Z');
    const earlier = change('closeOn', { from: '2026-07-31', to: '2026-06-30' });
    expect(flags({}, [later, earlier])).toEqual([]);
    expect(flags({}, [later, again, earlier])).toEqual([{ field: 'closeOn', kind: 'slipped', n: 2 }]);
  });

  it('says by how much the amount was cut last, in one currency', () => {
    const eur = { from: { currency: 'EUR' }, to: { currency: 'EUR' } };
    const cut = { ...change('amountMinor', { from: 200, to: 100 }), units: eur };
    expect(flags({}, [cut])).toEqual([{ field: 'amount', kind: 'cut', n: 0.5 }]);
    const other = { ...cut, units: { ...eur, from: { currency: 'DKK' } } };
    expect(flags({}, [other])).toEqual([]);
    const raised = {
      ...change('amountMinor', { from: 100, to: 150 }, '2026-05-01T00:00:00.000Z'),
      units: eur,
    };
    expect(flags({ amountMinor: 150 }, [cut, raised])).toEqual([]);
  });

  it('calls a stage stuck past what nine of ten won deals took in it', () => {
    expect(flags({ stageSince: '2026-04-19' }, [], 29)).toEqual([{ field: 'stage', kind: 'stuck', n: 30 }]);
    expect(flags({ stageSince: '2026-04-19' }, [], 30)).toEqual([]);
    expect(flags({ stageSince: '2026-04-19' })).toEqual([]);
  });
});
