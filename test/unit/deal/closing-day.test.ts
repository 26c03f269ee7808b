import { describe, expect, it } from 'vitest';
import { closingDay } from '../../../lib/deal/closing-day';

describe('closingDay', () => {
  const today = '2026-06-01';

  it('is the day that the CRM states', () => {
    const deal = { outcome: 'won', closedOn: '2026-05-20', closeOn: '2026-05-04' } as const;
    expect(closingDay(deal, today)).toEqual({ on: '2026-05-20', from: 'closedOn' });
  });

  it('is the close date where no view shows a closing day', () => {
    expect(closingDay({ outcome: 'lost', closeOn: '2026-05-04' }, today)).toEqual({
      on: '2026-05-04',
      from: 'closeOn',
    });
  });

  it.each([
    ['an open deal', { outcome: 'open', closeOn: '2026-05-04' }],
    ['a deal whose close date lies ahead', { outcome: 'won', closeOn: '2026-06-02' }],
    ['a deal whose closing day is shown empty', { outcome: 'won', closedOn: null, closeOn: '2026-05-04' }],
    ['a deal without dates', { outcome: 'won' }],
  ] as const)('is not known for %s', (_, deal) => {
    expect(closingDay(deal, today)).toBeUndefined();
  });
});
