import { expect, test } from 'vitest';
import { dayNumber } from '../../../../lib/calendar/day-number';
import { daysBetween } from '../../../../lib/calendar/days-between';
import { dayText } from '../../../../lib/calendar/day-text';
import { NEVER, OPEN, WON } from '../../../../lib/forecast/book';
import { pastInMaking } from '../../../../lib/forecast/record/past-in-making';
import { recordOfPast } from '../../../../lib/forecast/record/record-of-past';
import type { TrackRecord } from '../../../../lib/forecast/record/track-record';

const first = dayNumber('2024-01-01') ?? 0;
const today = dayNumber('2025-06-10') ?? 0;

/** Two deals are created every day, each is won on the twentieth day after and brings 50: a month lands 100 a day. */
function clockwork(): TrackRecord {
  const making = pastInMaking([{ id: 'Open', order: 1, probability: 0.5 }]);
  for (let created = first; created <= today; created += 1) {
    for (const one of ['a', 'b']) {
      const always = <Value>(value: Value) => ({ steps: [{ from: created, value }], knownFrom: created });
      const closed = created + 20;
      making.add({
        id: `${created}${one}`,
        created,
        isFirstSight: false,
        removed: NEVER,
        lastSeen: undefined,
        outcomes: [{ from: created, value: OPEN }, ...(closed > today ? [] : [{ from: closed, value: WON }])],
        stage: always('Open'),
        firstMove: NEVER,
        stageSince: NEVER,
        amount: always(50),
        wonValues: closed > today ? [] : [{ from: created, value: 50 }],
        closeDate: always(closed),
        category: always('Commit'),
        owned: [{ from: created, value: true }],
        changeDays: [],
        product: null,
        source: null,
        region: null,
        team: null,
      });
    }
  }
  const steps = recordOfPast(making.result(), {
    today: dayText(today),
    scope: 'all',
    currency: 'EUR',
    fiscal: { period: 'month', yearStartMonth: 1 },
    frozen: [],
    targetOf: () => undefined,
  });
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

test('of a business like clockwork is what can be worked out by hand', () => {
  const { months, closedSince } = clockwork();
  if (months.kind !== 'measured') throw new Error('not measured');
  // The first deals close on the twentieth day; February is the first month of which all closings are known, and its
  // forecasts begin when four weeks of them are: on 17 February at the earliest.
  expect(closedSince).toBe('2024-01-21');
  expect(months.forecasts[0]).toMatchObject({ start: '2024-02-01', share: 0.75 });
  expect(months.all.periods).toBe(16);
  for (const { start, end, landedMinor } of months.forecasts)
    expect(landedMinor, start).toBe(100 * daysBetween(start, end));

  // Nothing is left to chance, so the forecast misses by little, and leans to neither side.
  expect(months.all.error.value).toBeLessThan(0.05);
  expect(Math.abs(months.all.bias.value)).toBeLessThan(0.05);
  expect(months.all.inside.value).toBe(1);

  // The last month again is off by the days that the months differ by: of those of which the one before is known.
  const told = months.forecasts.filter(({ baselines }) => baselines.lastPeriodMinor !== null);
  expect(told[0]?.start).toBe('2024-03-01');
  const lengths = told.map(({ start, end }) => ({
    own: daysBetween(start, end),
    before: daysBetween(Temporal.PlainDate.from(start).subtract({ months: 1 }).toString(), start),
  }));
  const off = lengths.reduce((sum, { own, before }) => sum + Math.abs(own - before), 0);
  const all = lengths.reduce((sum, { own }) => sum + own, 0);
  expect(months.all.baselines.lastPeriod).toMatchObject({ error: expect.closeTo(off / all, 12) });

  // The run rate is 100 a day whichever days it is taken of: it is never off. There is no skill against that.
  expect(months.all.baselines.runRate).toMatchObject({ error: 0, skill: 'no-error' });

  // Commitments: the deals open at a month's start that close in it are those of the twenty days before, at 100 a day,
  // less what closes on no day of it. Later ones are not created yet: 11 days of 31 are missing, a share that falls.
  const { byShare } = months;
  const commit = byShare.map(({ score }) =>
    score.baselines.commit.kind === 'scored' ? score.baselines.commit.error : NaN,
  );
  const missing = (asOfShare: number) => {
    const own = months.forecasts.filter(({ share }) => share === asOfShare);
    const short = own.reduce((sum, { asOf, end }) => sum + Math.max(0, daysBetween(asOf, end) - 20), 0);
    return short / own.reduce((sum, { start, end }) => sum + daysBetween(start, end), 0);
  };
  expect(commit).toEqual([0, 0.25, 0.5, 0.75].map((share) => expect.closeTo(missing(share), 12)));
});
