import { click, handle, has, render, text } from '../render';
import { describe, expect, test } from 'vitest';
import { TrackRecordSection } from '../../../../components/forecast/record/TrackRecordSection';
import type { RecordState } from '../../../../components/hooks/platform';
import { meterOf } from '../../../../lib/forecast/record/meter-of';
import type { PastForecast } from '../../../../lib/forecast/record/past-forecast';
import { scoreRecord } from '../../../../lib/forecast/record/score-record';
import type { KindRecord, TrackRecord } from '../../../../lib/forecast/record/track-record';
import { pastForecast } from '../../forecast/record/past-forecast';
import { fakePlatform } from '../fake-platform';

/** Eight months of 2025, forecast at their start and half-way: at the start 20 % too high, then 10 % too low. */
const forecasts: readonly PastForecast[] = Array.from({ length: 8 }, (_, nth) => {
  const month = (at: number) => `2025-${String(at).padStart(2, '0')}-01`;
  const landedMinor = 1_000_000 + 100_000 * nth;
  const of = (share: 0 | 0.5, p50: number) =>
    pastForecast({
      start: month(nth + 1),
      end: month(nth + 2),
      share,
      asOf: share === 0 ? month(nth + 1) : `2025-0${nth + 1}-16`,
      madeBy: nth === 7 ? 'frozen' : 'recomputed',
      p10: p50 - 150_000,
      p50,
      mean: p50,
      p90: p50 + 150_000,
      pHit: share === 0 ? 0.5 : 0.9,
      markMinor: landedMinor,
      landedMinor,
      baselines: {
        lastPeriodMinor: nth === 0 ? null : landedMinor - 100_000,
        runRateMinor: Math.round(landedMinor * 1.4),
        stageWeightsMinor: landedMinor * 3,
        commitMinor: null,
      },
    });
  return [of(0, 1.2 * landedMinor), of(0.5, 0.9 * landedMinor)];
}).flat();

function measured(own: readonly PastForecast[]): KindRecord {
  const all = scoreRecord(own);
  if (all === undefined) throw new Error('nothing landed');
  const byShare = ([0, 0.5] as const).flatMap((share) => {
    const score = scoreRecord(own.filter((one) => one.share === share));
    return score === undefined ? [] : [{ share, score }];
  });
  return { kind: 'measured', forecasts: own, all, byShare };
}

const record: TrackRecord = {
  currency: 'EUR',
  scope: 'all',
  today: '2026-05-19',
  months: measured(forecasts),
  quarters: { kind: 'too-few', have: 2, need: 4, reason: 'history' },
  meter: meterOf(forecasts),
  closedSince: '2024-11-03',
  frozen: 2,
  recomputed: 14,
  withoutPast: 0,
  unknownCategories: { deals: 4, words: ['Hot', 'Warm', 'Tepid', 'Cold'] },
};

function show(state: RecordState | undefined) {
  return render(
    <TrackRecordSection
      query={{ today: '2026-05-19', currency: 'EUR', scope: 'all' }}
      fiscal={{ period: 'quarter', yearStartMonth: 1 }}
    />,
    fakePlatform(state === undefined ? {} : { record: state }),
  );
}

const known = (given: Partial<TrackRecord> = {}) => show({ kind: 'known', record: { ...record, ...given } });

describe('the track record', () => {
  test('says that it is being made, and how far it has come', () => {
    const view = show({ kind: 'learning', progress: { done: 30, of: 120 } });
    expect(handle(view, 'track-record').getAttribute('aria-busy')).toBe('true');
    expect(view.querySelector('progress')).toMatchObject({ value: 30, max: 120 });
    expect(has(view, 'record-error')).toBe(false);
  });

  test('says why today’s forecast is not frozen, and what would change that', () => {
    expect(has(known(), 'record-held-back')).toBe(false);
    expect(text(handle(known({ heldBack: 'reading' }), 'record-held-back'))).toContain('is being read');
    expect(text(handle(known({ heldBack: 'broken-off' }), 'record-held-back'))).toBe(
      'Today’s forecast is not frozen: reading the whole pipeline was broken off. Go on in Stafet’s popup; else forecasts are frozen again from tomorrow, of what has been read.',
    );
  });

  test('shows months where there are too few quarters, with n, interval, lean and how they were made', () => {
    const view = known();
    // 20 % and 10 % off, of the same periods: 15 % of what landed.
    expect(text(handle(view, 'record-error'))).toBe('15%');
    expect(text(view)).toContain('8 months');
    expect(text(handle(view, 'record-bias'))).toBe('+5%');
    expect(text(handle(view, 'record-made'))).toContain(
      '14 forecasts are recomputed from the history; 2 were frozen on the day.',
    );
    expect(text(handle(view, 'record-skill'))).toBe('63% less error');
  });

  test('holds the usual ways against it; one that never spoke says why, and is no 0', () => {
    const rows = [...handle(known(), 'record-baselines').querySelectorAll('tbody tr')];
    expect(rows.map((row) => row.getAttribute('data-way'))).toEqual([
      'forecast',
      'lastPeriod',
      'runRate',
      'stageWeights',
      'commit',
    ]);
    expect(text(rows[1] ?? document.body)).toContain('(14 of 16)');
    expect(text(rows[3] ?? document.body)).toContain('200%');
    expect(text(rows[4] ?? document.body)).toBe(
      'The reps’ commit–No deal’s forecast category of the time is on record.',
    );
  });

  test('says of a way that spoke of too few periods that nothing can be told', () => {
    const spoken = forecasts.map((one, nth) => ({
      ...one,
      baselines: { ...one.baselines, commitMinor: nth < 2 ? 1 : null },
    }));
    const rows = [
      ...handle(known({ months: measured(spoken) }), 'record-baselines').querySelectorAll('tbody tr'),
    ];
    expect(text(rows[4] ?? document.body)).toContain(
      'It has a figure for 1 of these periods; 4 are needed to tell skill from luck.',
    );
    expect(rows[4]?.hasAttribute('data-skill')).toBe(false);
  });

  test('says how many open deals have a category that it does not know, and which', () => {
    expect(text(handle(known(), 'record-unknown-categories'))).toBe(
      '4 open deals have a forecast category that Stafet does not know, “Hot”, “Warm”, “Tepid” …: they count as no commit.',
    );
    expect(has(known({ unknownCategories: { deals: 0, words: [] } }), 'record-unknown-categories')).toBe(
      false,
    );
  });

  test('has a table for each chart, period by period and moment by moment', async () => {
    const view = known();
    await click(handle(view, 'record-share-0'));
    for (const name of ['record-landed', 'record-by-share', 'record-reliability']) {
      const asTable = handle(view, name).querySelectorAll('[aria-pressed="false"]');
      await click(asTable[asTable.length - 1] ?? view);
    }
    const rows = [...handle(view, 'record-landed-table').querySelectorAll('tbody tr')].map(text);
    expect(rows).toHaveLength(8);
    expect(rows[0]).toBe(
      'January 2025Jan 1, 2025 recomputed from the history€10,500€12,000€13,500€10,000+20%landed below it',
    );
    expect(rows[7]).toContain('frozen on the day');
    expect([...handle(view, 'record-by-share-table').querySelectorAll('tbody tr')].map(text)).toEqual([
      expect.stringMatching(/^30 days left20%20% – 20%.*\+20%0%.*8$/),
      expect.stringMatching(/^15 days left10%10% – 10%.*−10%75%.*8$/),
    ]);
    const bins = [...handle(view, 'record-reliability-table').querySelectorAll('tbody tr')].map(text);
    // All came: 0.5 ** 2 and 0.1 ** 2. Wilson of 8 in 8: 8 / (8 + 1.2816 ** 2) = 0.83.
    expect(bins).toEqual([
      'At all moments Brier 0.13, n = 16',
      '50%100%83% – 100%8',
      '90%100%83% – 100%8',
      '30 days left Brier 0.25, n = 8',
      '50%100%83% – 100%8',
      '15 days left Brier 0.01, n = 8',
      '90%100%83% – 100%8',
    ]);
  });

  test('says why there is none of quarters, and what would cure that', async () => {
    const view = known();
    await click(handle(view, 'record-quarters'));
    const few = handle(view, 'record-too-few');
    expect(few.dataset['reason']).toBe('history');
    expect(text(few)).toContain('2 quarters that are over have a forecast; 4 are needed');
    expect(text(few)).toContain('Closings are known since Nov 3, 2024.');
    expect(has(view, 'record-error')).toBe(false);
  });

  test('tells how well the error is known, and refuses below six months', () => {
    expect(text(handle(known(), 'record-meter'))).toContain('Stable: your error is well known.');
    const few = known({ meter: { kind: 'too-few', have: 3, need: 6 } });
    expect(text(handle(few, 'record-meter'))).toContain('3 months have landed that were forecast. From 6 on');
    const later = {
      kind: 'measured',
      months: 9,
      rolling: [],
      error: 0.2,
      spread: 0.4,
      isMoving: false,
      isStable: false,
      stableInMonths: 15,
    } as const;
    expect(text(handle(known({ meter: later }), 'record-meter'))).toContain('Stable in about 15 months.');
    const moving = known({ meter: { ...later, isMoving: true } });
    expect(text(handle(moving, 'record-meter'))).toContain('Still on the move: 20% in the last six months');
    const never = known({ meter: { ...later, stableInMonths: 60 } });
    expect(text(handle(never, 'record-meter'))).toContain('Not stable within the next 24 months');
  });

  test('does not show one scope’s record as another’s', () => {
    const view = known({ scope: 'person:Ada' });
    expect(has(view, 'record-error')).toBe(false);
    expect(text(view)).toContain('Holding past forecasts against what landed…');
  });
});
