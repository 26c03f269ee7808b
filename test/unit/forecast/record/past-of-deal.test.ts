import { describe, expect, test } from 'vitest';
import { dayNumber } from '../../../../lib/calendar/day-number';
import type { ChangeField, ChangeValue, Deal, DealChange } from '../../../../lib/deal/deal';
import { LOST, NEVER, OPEN, WON } from '../../../../lib/forecast/book';
import { bookAt } from '../../../../lib/forecast/record/book-at';
import { crmViewsAt } from '../../../../lib/forecast/record/crm-views-at';
import type { Past } from '../../../../lib/forecast/record/past';
import { pastInMaking } from '../../../../lib/forecast/record/past-in-making';
import type { ScopeRule } from '../../../../lib/pipeline/scope/scope-rule';
import { pastOfDeal } from '../../../../lib/forecast/record/past-of-deal';

const day = (text: string): number => dayNumber(text) ?? NaN;
const convert = (minor: number, from: string, on: string): number | undefined =>
  from === 'EUR' ? minor : from === 'DKK' && on >= '2026-02-01' ? Math.round(minor * 0.134) : undefined;
const today = '2026-06-30';
const stages = [
  { id: 'Talk', order: 1, probability: 0.2 },
  { id: 'Offer', order: 2, probability: 0.6 },
];

const all = { stage: today, amountMinor: today, closeOn: today, owner: today, forecastCategory: today };

function dealOf(facts: Partial<Deal> = {}): Deal {
  return {
    key: 'crm|t|1',
    crm: 'crm',
    tenant: 't',
    host: 'h',
    id: '1',
    outcome: 'open',
    stage: 'Offer',
    amountMinor: 5000,
    currency: 'EUR',
    createdOn: '2026-01-10',
    sources: {},
    firstSeenAt: '2026-05-01T08:00:00Z',
    seenAt: '2026-06-30T08:00:00Z',
    seenVia: 'api',
    contentHash: '',
    ...facts,
  };
}

function change(field: ChangeField, at: string, sides: readonly [ChangeValue, ChangeValue]): DealChange {
  const [from, to] = sides;
  const unit = { currency: 'EUR' };
  return {
    key: 'crm|t|1',
    field,
    from,
    to,
    at,
    notBefore: at,
    source: 'history',
    ...(field === 'amountMinor' ? { units: { from: unit, to: unit } } : {}),
  };
}

function pastWith(deal: Deal, own: readonly DealChange[] = [], rule: ScopeRule = { kind: 'all' }): Past {
  const making = pastInMaking(stages);
  const past = pastOfDeal(deal, own, { today, convert, rule });
  if (past !== undefined) making.add(past);
  return making.result();
}

/** What a day knew of the only deal. */
function at(past: Past, on: string) {
  const cut = bookAt(past, { asOf: day(on) });
  const { book } = cut;
  if (book.ids.length === 0) return undefined;
  const [view] = crmViewsAt(past, cut, [{ start: day(on), end: day(on) + 30, asOf: day(on) }]);
  return {
    outcome: book.outcome[0],
    closed: book.closed[0],
    amount: book.amount[0],
    value: book.value[0],
    stages: [...book.stayStage].map((stage) => book.stages[stage]),
    closeDay: book.closeDates.day.at(-1),
    ...view,
  };
}

describe('what an earlier day knew of a stored deal', () => {
  test('is what the history says of the time', () => {
    const past = pastWith(
      dealOf({
        outcome: 'won',
        closedOn: '2026-05-20',
        amountMinor: 9000,
        historyUntil: all,
        stage: 'Offer',
      }),
      [
        change('stage', '2026-03-01T10:00:00Z', ['Talk', 'Offer']),
        change('amountMinor', '2026-04-01T10:00:00Z', [5000, 8000]),
        change('amountMinor', '2026-05-25T10:00:00Z', [8000, 9000]),
        change('closeOn', '2026-03-15T10:00:00Z', ['2026-03-20', '2026-05-20']),
      ],
    );
    expect(at(past, '2026-01-10')).toBeUndefined();
    // The day of a change does not know of it yet: it knows of the days before.
    expect(at(past, '2026-03-01')).toMatchObject({
      outcome: OPEN,
      amount: 5000,
      stages: ['Talk'],
      stageWeights: 1000,
    });
    expect(at(past, '2026-03-02')).toMatchObject({ stages: ['Talk', 'Offer'], stageWeights: 3000 });
    expect(at(past, '2026-03-16')).toMatchObject({ closeDay: day('2026-05-20'), stageWeights: 0 });
    expect(at(past, '2026-05-20')).toMatchObject({ outcome: OPEN, closed: NEVER, amount: 8000, value: 0 });
    expect(at(past, '2026-05-21')).toMatchObject({ outcome: WON, closed: day('2026-05-20'), value: 8000 });
    expect(at(past, '2026-06-01')).toMatchObject({ value: 9000 });
  });

  test('is nothing where only a later sight tells of it', () => {
    const past = pastWith(dealOf({ forecastCategory: 'Commit' }));
    // It was first seen on 1 May; that it was there since January is stated.
    expect(at(past, '2026-05-01')).toMatchObject({
      amount: NaN,
      stages: [''],
      stageWeights: null,
      commit: null,
    });
    expect(at(past, '2026-05-02')).toMatchObject({
      amount: 5000,
      stages: ['Offer'],
      stageWeights: 3000,
      commit: 5000,
    });
    // The CRM states since when it has been in its stage.
    const stated = pastWith(dealOf({ stageSince: '2026-02-01' }));
    expect(at(stated, '2026-03-01')?.stages).toEqual(['Offer']);
    expect(at(stated, '2026-02-01')?.stages).toEqual(['']);
  });

  test('has what a win brought, though the deal was first seen afterwards', () => {
    const past = pastWith(dealOf({ outcome: 'won', closedOn: '2026-03-05' }));
    expect(at(past, '2026-03-05')).toMatchObject({ outcome: OPEN, amount: NaN });
    expect(at(past, '2026-03-06')).toMatchObject({ outcome: WON, amount: 5000, value: 5000 });
  });

  test('knows a deal that was lost, opened again and won with each', () => {
    const past = pastWith(dealOf({ outcome: 'won', closedOn: '2026-06-01', historyUntil: all }), [
      change('outcome', '2026-03-10T10:00:00Z', ['open', 'lost']),
      change('outcome', '2026-04-10T10:00:00Z', ['lost', 'open']),
      { ...change('outcome', '2026-06-09T10:00:00Z', ['open', 'won']), notBefore: '2026-05-30T10:00:00Z' },
    ]);
    expect(at(past, '2026-03-11')).toMatchObject({ outcome: LOST, closed: day('2026-03-10') });
    expect(at(past, '2026-04-11')).toMatchObject({ outcome: OPEN, closed: NEVER });
    expect(at(past, '2026-06-02')).toMatchObject({ outcome: WON, closed: day('2026-06-01'), value: 5000 });
  });

  test('still has a deal that was deleted later, and whose it was then', () => {
    const past = pastWith(dealOf({ removedAt: '2026-05-15T08:00:00Z' }));
    expect(at(past, '2026-05-15')).toMatchObject({ outcome: OPEN });
    expect(at(past, '2026-05-16')).toBeUndefined();
    const moved = pastWith(
      dealOf({ owner: 'Bo' }),
      [change('owner', '2026-03-01T10:00:00Z', ['Ada', 'Bo'])],
      { kind: 'owners', owners: new Set(['Ada']) },
    );
    expect(at(moved, '2026-03-01')).toMatchObject({ outcome: OPEN });
    expect(at(moved, '2026-03-02')).toBeUndefined();
  });

  test('was always in the segments of now, whoever owned it', () => {
    const rule = { kind: 'segment', field: 'region', value: 'DACH' } as const;
    const owners = [change('owner', '2026-03-01T10:00:00Z', ['Ada', 'Bo'])];
    const inside = pastWith(dealOf({ owner: 'Bo', region: 'DACH' }), owners, rule);
    for (const on of ['2026-03-01', '2026-03-02']) expect(at(inside, on)).toMatchObject({ outcome: OPEN });
    expect(at(pastWith(dealOf({ region: 'Nordics' }), [], rule), '2026-03-02')).toBeUndefined();
    expect(at(pastWith(dealOf({}), [], rule), '2026-03-02')).toBeUndefined();
  });

  test('values a win at the rate of its closing, and leaves out what has no rate and no known day', () => {
    const won = { outcome: 'won', closedOn: '2026-03-05', currency: 'DKK' } as const;
    expect(at(pastWith(dealOf(won)), '2026-04-01')).toMatchObject({ value: 670 });
    expect(pastWith(dealOf({ currency: 'USD' })).ids).toEqual([]);
    expect(pastWith(dealOf({ outcome: 'won', closedOn: null })).ids).toEqual([]);
    expect(pastWith(dealOf({ outcome: null })).ids).toEqual([]);
  });
});
