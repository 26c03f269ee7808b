import { click, handle, has, render, text, type } from '../render';
import { describe, expect, test } from 'vitest';
import { ForecastView } from '../../../../components/forecast/ForecastView';
import { parseForecastHash } from '../../../../components/forecast/forecast-hash';
import { segmentValues } from '../../../../lib/pipeline/scope/segment-values';
import type { ForecastReport, PeriodReport, TopDeal } from '../../../../lib/forecast/report';
import { aDeal } from '../a-deal';
import { aGlance, fakePlatform, type FakeStore } from '../fake-platform';
import { aReport } from './a-report';

const stored = [
  aDeal(1, { name: 'Anchor', stage: 'Offer', closeOn: '2026-05-28', outcome: 'open' }),
  aDeal(2, { name: 'Buoy', stage: 'Talk', closeOn: '2026-06-20', outcome: 'open' }),
];
const top = (id: number, given: Partial<TopDeal>): TopDeal => ({
  key: stored[id - 1]?.key ?? '',
  chance: 0.4,
  value: 1_000_000,
  isAmountKnown: true,
  drivers: [
    { name: 'base', chance: 0.2, factor: 0.2 },
    { name: 'stage-and-age', chance: 0.5, factor: 2.5 },
    { name: 'slips', chance: 0.4, factor: 0.8 },
  ],
  ...given,
});

const [now = fail()] = aReport.periods;
const period: PeriodReport = {
  ...now,
  wonByDay: Array.from({ length: 49 }, (_, day) => (day < 20 ? 0 : 41_230_000)),
  top: [top(1, {}), top(2, { chance: 0.9, value: 300_000, isAmountKnown: false })],
};
const report: ForecastReport = {
  ...aReport,
  leftOut: { noRate: 4, noOutcome: 0, undated: 1 },
  uncreated: { open: 0, closed: 5 },
  isTotalUnknown: false,
  withoutAmount: 1,
  periods: [
    period,
    {
      ...period,
      start: '2026-07-01',
      end: '2026-10-01',
      target: null,
      wonByDay: [],
      forecast: { ...period.forecast, wonToDate: 0, pHit: null },
    },
  ],
};

function fail(): never {
  throw new Error('a report without periods');
}

function show(given: FakeStore = {}, locale = 'en') {
  const platform = fakePlatform({ glance: aGlance, stored, forecast: report, ...given });
  return render(<ForecastView />, platform, locale);
}
const heading = (view: HTMLElement) => text(view.querySelector('h1') ?? view);

describe('the forecast', () => {
  test('says what the period lands at and how sure that is, with range, mean, chance and parts', () => {
    const view = show();
    expect(heading(view)).toBe('Q2 2026 lands at about €907K: 34% chance of the €960K target.');
    expect(handle(view, 'landing').dataset['p50']).toBe('90700000');
    expect(text(handle(view, 'landing').parentElement ?? view)).toContain('8 in 10: €752,000 – €1,070,000');
    expect(text(handle(view, 'chance'))).toBe('34%');
    const parts = [...handle(view, 'forecast-parts').querySelectorAll('tbody tr')].map(text);
    expect(parts).toEqual([
      'Won€412,300',
      'Open41€425,239',
      'Not yet created~2€73,217',
      'Mean landing€910,756',
    ]);
  });

  test('tells what it stands on, and what stands apart', () => {
    const basis = text(handle(show(), 'forecast-basis'));
    expect(basis).toContain('Learned from 187 deals, 41 of them open.');
    expect(basis).toContain('Closings are known since Feb 3, 2025.');
    expect(basis).toContain('4 deals stand apart');
    expect(basis).toContain('1 closed deal has no closing date');
  });

  test('lists open deals by what is expected of them, sorts by any column, and leads to each and to why', async () => {
    const view = show();
    const table = handle(view, 'deal-odds');
    const names = () => [...table.querySelectorAll('tbody th')].map(text);
    expect(names()).toEqual(['Anchor', 'Buoy']);
    const button = (name: string) =>
      [...table.querySelectorAll('thead button')].find((one) => text(one).startsWith(name)) ?? view;
    await click(button('Chance'));
    expect(names()).toEqual(['Buoy', 'Anchor']);
    expect(table.querySelector('[aria-sort="descending"]')?.textContent).toContain('Chance');
    await click(button('Deal'));
    expect(names()).toEqual(['Anchor', 'Buoy']);
    expect(table.querySelector('tbody a')?.getAttribute('href')).toBe(
      `#/deals?${new URLSearchParams({ outcome: 'open', deal: stored[0]?.key ?? '' }).toString()}`,
    );
    const why = table.querySelector('tbody button') ?? view;
    await click(why);
    expect(why.getAttribute('aria-expanded')).toBe('true');
    expect([...table.querySelectorAll('li')].map(text)).toEqual([
      'All open deals 20%',
      'Stage and time in it 2.5× = 50%',
      'Close date and its slips 0.8× = 40%',
    ]);
    expect(text(view)).toContain('3 more open deals are expected to bring €1,234 together.');
    expect(text(table)).toContain('(usual win)');
  });

  test('of a segment is chosen here alone, says what it leaves out, and leads back to what the popup shows', async () => {
    const seen = segmentValues();
    for (const region of ['DACH', 'DACH', 'Nordics', undefined])
      seen.add(region === undefined ? {} : { region });
    const scope = 'region:DACH';
    const platform = fakePlatform({
      glance: aGlance,
      stored,
      forecast: { ...report, scope, segments: seen.result() },
    });
    const view = render(<ForecastView segment={scope} />, platform);
    const select = handle(view, 'scope');
    expect([...select.querySelectorAll('optgroup')].map((group) => group.label)).toEqual(['Region']);
    expect(select).toHaveProperty('value', scope);
    expect(text(handle(view, 'segment-note'))).toContain('Region: not shown on 1 of 4 deals');
    expect(text(handle(view, 'segment-note'))).toContain('moves between segments are not on record');
    await type(select, 'region:Nordics');
    expect(window.location.hash).toBe('#/forecast?scope=region%3ANordics');
    expect(parseForecastHash(window.location.hash)).toBe('region:Nordics');
    // Popup and badge are asked for nothing.
    expect(platform.calls).toEqual([]);
    await type(select, 'all');
    expect(window.location.hash).toBe('#/forecast');
    expect(platform.settings.get()?.scope).toBe('all');
    expect(has(show(), 'segment-note')).toBe(false);
    expect(parseForecastHash('#/forecast?scope=person%3AAda')).toBeUndefined();
  });

  test('shows the same figures as a table', async () => {
    const view = show();
    const asTable = [...handle(view, 'landing-chart').querySelectorAll('button')].at(-1) ?? view;
    await click(asTable);
    const rows = [...handle(view, 'landing-table').querySelectorAll('tbody tr')].map(text);
    expect(rows).toHaveLength(8);
    expect(rows[0]).toBe('Apr 7€0––––');
    expect(rows.at(-2)).toBe('May 19€412,300––––');
    expect(rows.at(-1)).toBe('Landing, Jun 30–€752,000€907,000€1,070,000€960,000');
  });

  test('turns to the next period', async () => {
    const view = show();
    await click(handle(view, 'period-1'));
    expect(heading(view)).toBe('Q3 2026 lands at about €907K.');
    expect(text(view)).toContain('has not begun');
    expect(text(handle(view, 'chance'))).toBe('–');
    expect(view.querySelector('a[href="#/settings?at=targets"]')).not.toBeNull();
  });

  test('says that parts and chances are a guess where most closed or most open deals have no day of creation', () => {
    expect(has(show(), 'forecast-rough')).toBe(false);
    const view = show({ forecast: { ...report, uncreated: { open: 1, closed: 61 } } });
    expect(text(handle(view, 'forecast-rough'))).toContain('rough guess');
    expect(text(handle(view, 'forecast-basis'))).toContain('Of 61 closed deals nobody knows');
    const open = show({ forecast: { ...report, uncreated: { open: report.open, closed: 0 } } });
    expect(text(handle(open, 'forecast-rough'))).toContain('most open');
    expect(text(handle(open, 'forecast-basis'))).toContain(`Of ${report.open} open deal`);
  });

  test('says where nobody states how many open deals there are', () => {
    expect(has(show(), 'forecast-total-unknown')).toBe(false);
    expect(has(show({ forecast: { ...report, isTotalUnknown: true } }), 'forecast-total-unknown')).toBe(true);
  });

  test('says that the day goes on, and how many won deals are dated ahead', () => {
    expect(text(handle(show(), 'forecast-basis'))).toContain('the rest of the day is still to come');
    const basis = handle(show({ forecast: { ...report, wonAhead: 2 } }), 'forecast-basis');
    expect(text(basis)).toContain('2 won deals are dated after today');
  });

  test('names two outcomes where one deal decides, and no middle of them', () => {
    const decided = { ...period, decidedBy: stored[0]?.key };
    const view = show({ forecast: { ...report, periods: [decided] } });
    expect(heading(view)).toBe('Q2 2026: two outcomes, decided by one deal, Anchor.');
    expect(text(handle(view, 'landing'))).toBe('€752,000 – €1,070,000');
  });

  test('refuses with its reason and its cure, and shows no number of what will land', () => {
    const basis = {
      kind: 'too-few',
      reason: 'few-closed-deals',
      have: 3,
      need: 10,
      cure: 'read-closed-deals',
    } as const;
    const view = show({ forecast: { ...report, basis } });
    expect(heading(view)).toBe('Too few closed deals for a forecast: 3 of 10.');
    expect(text(handle(view, 'too-few'))).toContain('Read your won and lost deals as well');
    for (const name of ['landing', 'chance', 'deal-odds', 'forecast-parts', 'landing-chart'])
      expect(has(view, name), name).toBe(false);
    expect(text(handle(view, 'won'))).toBe('€412,300');
  });

  test('never shows a chance as certain', () => {
    const sure = { ...period, forecast: { ...period.forecast, pHit: 0.9996 } };
    expect(text(handle(show({ forecast: { ...report, periods: [sure] } }), 'chance'))).toBe('over 99%');
  });

  test('says that it is learning, that it cannot, and that nothing was read', () => {
    const { forecast: _none, ...without } = { forecast: report, glance: aGlance };
    const learning = render(<ForecastView />, fakePlatform(without));
    expect(text(learning)).toContain('Learning from your deals');
    expect(handle(learning, 'view-forecast').getAttribute('aria-busy')).toBe('true');
    const empty = render(<ForecastView />, fakePlatform({ glance: { ...aGlance, deals: 0 } }));
    expect(text(empty)).toContain('No deal has been read yet');
    const failed = render(
      <ForecastView />,
      fakePlatform({ glance: aGlance, error: { kind: 'blocked' } as never }),
    );
    expect(text(failed)).toContain('There is no forecast now');
  });

  test('speaks Danish', () => {
    expect(text(handle(show({}, 'da'), 'landing'))).toBe('907.000 €');
  });
});
