import { handle, has, noon, render, text } from '../render';
import { describe, expect, test } from 'vitest';
import { Popup } from '../../../../components/popup/Popup';
import type { Basis } from '../../../../lib/forecast/basis-of';
import type { KnownRequirement } from '../../../../lib/pipeline/coverage/coverage-required';
import type { ForecastGlance } from '../../../../lib/pipeline/forecast-glance';
import { aGlance, fakePlatform } from '../fake-platform';

const measured: Basis = { kind: 'measured', closed: 240 };
const required: KnownRequirement = {
  kind: 'known',
  periods: 8,
  wonPerOpen: 0.34,
  expectedNewMinor: 0,
  newFrom: 'past',
  neededMinor: 161_100_000,
  neededLowMinor: 130_000_000,
  neededHighMinor: 200_000_000,
  times: 2.94,
  lowTimes: 2.37,
  highTimes: 3.65,
  shortMinor: 25_620_000,
  verdict: 'unclear',
};
const forecast: ForecastGlance = {
  uuid: 'u',
  generation: 1,
  day: aGlance.today,
  madeAt: noon,
  scope: 'all',
  currency: 'EUR',
  period: { start: aGlance.period.start, end: aGlance.period.end },
  targetMinor: 96_000_000,
  basis: measured,
  landing: { p10: 75_200_000, p50: 90_700_000, p90: 107_000_000, pHit: 0.34, isTwoOutcomes: false },
  required,
};

const show = (given: Partial<ForecastGlance> | undefined, targetMinor: number | null = 96_000_000) =>
  render(
    <Popup />,
    fakePlatform({
      glance: { ...aGlance, targetMinor: targetMinor ?? undefined },
      ...(given === undefined ? {} : { forecastGlance: { ...forecast, ...given } }),
    }),
  );

describe('the landing', () => {
  test('is the middle with its range, and the chance of the target', () => {
    const popup = show({});
    const landing = handle(popup, 'landing');
    expect(landing.dataset).toMatchObject({ p10: '75200000', p50: '90700000', p90: '107000000' });
    expect(text(landing)).toBe('€907K€752K – €1.07M');
    expect(handle(popup, 'chance').dataset['chance']).toBe('0.34');
    expect(text(handle(popup, 'chance'))).toBe('34%');
  });

  test('of two outcomes is the range alone: the middle cannot happen', () => {
    const popup = show({ landing: { ...forecast.landing, isTwoOutcomes: true } });
    expect(text(handle(popup, 'landing'))).toBe('€752K – €1.07Mtwo outcomes, one deal decides');
  });

  test('of too few closed deals is a rough range without odds, and says why', () => {
    const basis: Basis = {
      kind: 'too-few',
      reason: 'few-closed-deals',
      have: 7,
      need: 10,
      cure: 'read-closed-deals',
    };
    const popup = show({ basis });
    expect(text(handle(popup, 'landing'))).toBe('€752K – €1.07Mfrom your stage settings');
    expect(handle(popup, 'chance').dataset['chance']).toBeUndefined();
    expect(text(handle(popup, 'chance'))).toBe('no odds yet');
    expect(text(popup)).toContain('Only 7 of 10 closed deals are known');
  });

  test('is a dash while nothing was learned, and what nothing can be learned from', () => {
    expect(text(handle(show(undefined), 'landing'))).toBe('–Not knownlearning…');
    const basis: Basis = {
      kind: 'too-few',
      reason: 'no-closed-deals',
      have: 0,
      need: 10,
      cure: 'read-closed-deals',
    };
    const popup = show({ basis, landing: { ...forecast.landing, p10: 0, p50: 0, p90: 0 } });
    expect(text(handle(popup, 'landing'))).toMatch(/^–Not known/);
  });

  test('of an amount too large to count with is a dash with its reason', () => {
    const landing = { p10: 0, p50: 0, p90: 0, pHit: undefined, isTwoOutcomes: false };
    const popup = show({ basis: { kind: 'too-large' }, landing });
    expect(text(handle(popup, 'landing'))).toBe('–Not knownan amount is too large to count with');
    expect(text(handle(popup, 'chance'))).toBe('no odds yet');
  });

  test('of another day, scope, period or target is not shown', () => {
    for (const other of [
      { day: '2026-05-18' },
      { scope: 'person:Ada' },
      { currency: 'DKK' },
      { period: { start: '2026-05-01', end: '2026-06-01' } },
      { targetMinor: 1 },
    ])
      expect(text(handle(show(other), 'landing'))).toBe('–Not knownlearning…');
  });

  test('needs a target for its chance', () => {
    const popup = show({ targetMinor: undefined, landing: { ...forecast.landing, pHit: undefined } }, null);
    expect(text(handle(popup, 'landing'))).toContain('€907K');
    expect(text(handle(popup, 'chance'))).toBe('needs a target');
  });
});

describe('the coverage that is needed', () => {
  test('stands beside the coverage that there is, with its interval and the pipeline needed', () => {
    const popup = show({});
    expect(text(handle(popup, 'coverage'))).toContain('2.5× needs 2.9× (2.4×–3.7×)');
    const needed = handle(popup, 'pipeline-needed');
    expect(needed.dataset).toMatchObject({ minor: '161100000', verdict: 'unclear' });
    expect(text(needed)).toBe('€1.61Munclear');
  });

  test.each([
    ['short', '€256K short'],
    ['enough', '€256K over'],
  ] as const)('where it is %s, by how much', (verdict, words) => {
    const popup = show({ required: { ...required, verdict } });
    expect(text(handle(popup, 'pipeline-needed'))).toContain(words);
  });

  test('rests on so many past periods', () => {
    expect(text(handle(show({}), 'required-note'))).toBe('Based on pipeline won in 8 past periods.');
  });

  test('is said not to be known where nothing was ever won in time, and not at all where the target is reached', () => {
    const popup = show({ required: { kind: 'never-won', periods: 6 } });
    expect(text(handle(popup, 'required-note'))).toContain('in 6 past periods nothing open at this point');
    expect(has(show({ required: { kind: 'reached' } }), 'required-note')).toBe(false);
    expect(has(show({ required: undefined }), 'required-note')).toBe(false);
  });

  test('is said not to be known where too little is known of past periods', () => {
    const popup = show({ required: { kind: 'too-few', have: 2, need: 4 } });
    expect(has(popup, 'pipeline-needed')).toBe(false);
    expect(text(handle(popup, 'required-note'))).toBe(
      'What is needed is not known yet: 2 of 4 past periods.',
    );
    expect(text(handle(popup, 'coverage'))).toContain('2.5×');
  });
});
