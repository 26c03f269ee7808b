import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber } from '../../../../lib/calendar/day-number';
import { amountUnit } from '../../../../lib/deal/amount-unit';
import { asOf } from '../../../../lib/deal/as-of';
import type { Deal, DealChange } from '../../../../lib/deal/deal';
import { lifeOf } from '../../../../lib/pipeline/life/life-of';
import { aDeal } from '../../components/a-deal';
import { hours, instantAt, life, readLife, someDay } from '../../deal/arbitrary-life';

const today = '2026-04-30';

/** What `asOf` says, in the words of a life. */
function byAsOf(deal: Deal, changes: readonly DealChange[], day: string) {
  const past = asOf(deal, changes, day);
  if (past.kind !== 'deal') return past.kind;
  const { outcome, amountMinor, owner, closeOn } = past.deal;
  return {
    outcome: outcome ?? undefined,
    amountMinor: amountMinor ?? undefined,
    unit: amountUnit(past.deal),
    owner: owner ?? undefined,
    closeDay: typeof closeOn === 'string' ? dayNumber(closeOn) : undefined,
  };
}

describe('a life', () => {
  it('says of every day what asOf says, whatever happened and whenever it was read', () => {
    fc.assert(
      fc.property(
        life,
        fc.array(hours, { minLength: 1, maxLength: 8 }),
        someDay,
        fc.record({
          createdOn: fc.constantFrom(undefined, null, instantAt(0).slice(0, 10), instantAt(72).slice(0, 10)),
          closedOn: fc.constantFrom(null, instantAt(96).slice(0, 10), instantAt(240).slice(0, 10)),
          removedAt: fc.constantFrom(undefined, instantAt(400)),
        }),
        (invented, reads, day, { createdOn, closedOn, removedAt }) => {
          const { deal, changes } = readLife(invented, reads.map(instantAt));
          const stored: Deal = {
            ...deal,
            closedOn,
            ...(createdOn === undefined ? {} : { createdOn }),
            ...(removedAt === undefined ? {} : { removedAt }),
          };
          const number = dayNumber(day) ?? 0;
          expect(lifeOf(stored, changes, today).stateAt(number)).toEqual(byAsOf(stored, changes, day));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('takes the close date for the closing day of a won deal that has none', () => {
    const deal = aDeal(1, { outcome: 'won', createdOn: '2026-01-01', closeOn: '2026-03-10' });
    const { stateAt, closedDay } = lifeOf(deal, [], today);
    expect(closedDay).toBe(dayNumber('2026-03-10'));
    expect(stateAt(dayNumber('2026-03-10') ?? 0)).toMatchObject({ outcome: 'open' });
    expect(stateAt(dayNumber('2026-03-11') ?? 0)).toMatchObject({ outcome: 'won' });
  });
});
