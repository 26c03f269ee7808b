import { click, handle, has, render, text, type } from '../render';
import { describe, expect, test } from 'vitest';
import { CoverageView } from '../../../../components/pipeline/CoverageView';
import type { Deal } from '../../../../lib/deal/deal';
import { defaultSettings } from '../../../../lib/deal/settings';
import type { Target } from '../../../../lib/deal/target';
import { aDeal } from '../a-deal';
import { aReport } from '../forecast/a-report';
import { aGlance, fakePlatform, type FakeStore } from '../fake-platform';

const period = { kind: 'month', start: '2026-05-01', end: '2026-06-01', index: 5, fiscalYear: 2026 } as const;
const base = { currency: 'EUR', owner: 'Ada', stage: 'Offer', closeOn: '2026-05-28' };

/**
 * Six past months, each with a deal of DACH of 1,000 won and one of 1,000 lost after the middle of the month, and one of
 * 4,000 of the Nordics lost: DACH wins 0.5 per open, everything 1,000 of 6,000.
 */
const past: readonly Deal[] = [11, 12, 1, 2, 3, 4].flatMap((month, nth) => {
  const on = (day: number) => `${month > 6 ? 2025 : 2026}-${String(month).padStart(2, '0')}-${day}`;
  const dates = { createdOn: on(10), closedOn: on(25) };
  return [
    aDeal(100 + nth, { ...base, ...dates, region: 'DACH', outcome: 'won', amountMinor: 100_000 }),
    aDeal(200 + nth, { ...base, ...dates, region: 'DACH', outcome: 'lost', amountMinor: 100_000 }),
    aDeal(300 + nth, { ...base, ...dates, region: 'Nordics', outcome: 'lost', amountMinor: 400_000 }),
  ];
});
const older = { createdOn: '2025-10-01', closedOn: '2025-10-20', outcome: 'won', amountMinor: 1 } as const;
const open = (id: number, given: Partial<Deal> = {}) =>
  aDeal(id, { ...base, outcome: 'open', createdOn: '2026-04-28', amountMinor: 100_000, ...given });
const stored = [
  aDeal(99, { ...base, ...older }),
  ...past,
  open(1, { region: 'DACH', source: 'Fair', closeOn: '2026-05-09' }),
  open(2, { region: 'DACH', source: 'Web', owner: 'Bo', amountMinor: 50_000 }),
  open(3, { region: 'Nordics', source: 'Web', amountMinor: 30_000, closeOn: '2026-05-09' }),
  open(4, { region: null, amountMinor: 7000 }),
  open(5),
];
const target = (amountMinor: number, scope: string): Target => ({
  scope,
  period: '2026-05-01/2026-06-01',
  from: '2026-05-01',
  amountMinor,
  currency: 'EUR',
});

function show(given: FakeStore = {}) {
  const platform = fakePlatform({
    glance: { ...aGlance, period },
    settings: { ...defaultSettings, fiscal: { period: 'month', yearStartMonth: 1 } },
    stored,
    targets: [target(100_000, 'all'), target(200_000, 'region:DACH'), target(9000, 'region:Benelux')],
    ...given,
  });
  return { platform, view: render(<CoverageView />, platform) };
}
const line = (view: HTMLElement, scope: string) => {
  const row = view.querySelector<HTMLElement>(`[data-testid="coverage-table"] tr[data-scope="${scope}"]`);
  if (row === null) throw new Error(`no line of ${scope}`);
  return row;
};
const scopes = (view: HTMLElement) =>
  [...view.querySelectorAll<HTMLElement>('tr[data-scope]')].map((row) => row.dataset['scope']);

describe('coverage by segment', () => {
  test('has a line for each region that deals show now or that has a target, and says how many show none', () => {
    const { view } = show();
    expect(scopes(view)).toEqual([
      'all',
      'person:Ada',
      'person:Bo',
      'region:Benelux',
      'region:DACH',
      'region:Nordics',
    ]);
    const dach = line(view, 'region:DACH');
    // 2,000 to win at 0.5 won per open: 4,000 needed, 1,500 open in 2 deals. Everything has 0.167 won per open.
    expect(text(dach.querySelector('th')!)).toBe('DACH');
    expect(text(dach)).toContain('€1,500');
    expect(text(handle(dach, 'row-gap'))).toBe('€2,000');
    expect(text(handle(dach, 'row-coverage'))).toBe('0.8×');
    expect(text(handle(dach, 'row-needed'))).toBe('2.0× 2.0×–2.0×');
    expect(text(line(view, 'region:Nordics'))).toContain('Set a target');
    expect(text(line(view, 'region:Benelux'))).toContain('€90');
    const without = handle(view, 'segment-without');
    expect(text(without)).toContain('Region: not shown on 2 of the 5 deals that are open');
    expect(text(view)).toContain('moves between segments are not on record');
  });

  test('opens a segment to what is required, its pace, its waterfall and its hygiene', async () => {
    const { view } = show();
    await click(line(view, 'region:DACH').querySelector('button')!);
    expect(text(view.querySelector('h1')!)).toBe('DACH: €2.5K more pipeline is needed.');
    expect(text(handle(view, 'required-sum'))).toContain('÷ 0.500 won per open = €4,000.');
    // 12 closed of DACH within the year: 6 won.
    expect(text(handle(view, 'velocity'))).toContain('Win rate, by count50%');
    expect(text(handle(view, 'velocity'))).toContain('Open deals2');
    expect(text(handle(view, 'waterfall'))).toContain('Open, now2');
    expect(text(handle(view, 'waterfall-sum'))).toContain('= €1,500');
    const deals = [...handle(view, 'hygiene-deals').querySelectorAll<HTMLElement>('tr[data-deal]')];
    // Overdue is one of the Nordics as well.
    expect(deals.map((row) => row.dataset['deal'])).toEqual([aDeal(1).key]);
  });

  test('links its sums to the deals of the segment', () => {
    const { view } = show();
    const links = [...line(view, 'region:DACH').querySelectorAll('a')].map((link) =>
      link.getAttribute('href'),
    );
    expect(links).toContain('#/deals?scope=region%3ADACH&outcome=open&counted=sum');
  });

  test('is by one field at a time, chosen in the heading; the chosen line of another field is everyone’s again', async () => {
    const { view } = show();
    await click(line(view, 'region:DACH').querySelector('button')!);
    const field = handle(view, 'segment-field');
    expect([...field.querySelectorAll('option')].map(text)).toEqual(['By region', 'By source']);
    await type(field, 'source');
    expect(scopes(view)).toEqual(['all', 'person:Ada', 'person:Bo', 'source:Fair', 'source:Web']);
    expect(line(view, 'all').querySelector('button')?.getAttribute('aria-pressed')).toBe('true');
    expect(handle(view, 'segment-without').dataset['n']).toBe('2');
  });

  test('takes new deals from the forecast of the segment that is chosen', async () => {
    const [now] = aReport.periods;
    if (now === undefined) throw new Error('no period');
    const periods = [{ ...now, parts: { won: 0, open: 0, fresh: 50_000 } }];
    const { view } = show({ forecast: { ...aReport, scope: 'region:DACH', periods } });
    expect(text(handle(line(view, 'region:DACH'), 'row-needed'))).toContain('2.0×');
    await click(line(view, 'region:DACH').querySelector('button')!);
    // (2,000 - 500) / 0.5 = 3,000.
    expect(text(handle(view, 'required-sum'))).toContain('= €3,000.');
  });

  test('has no lines where deals show fewer than two values', () => {
    const { view } = show({ stored: [open(1, { region: 'DACH' }), open(2)], targets: [] });
    expect(scopes(view)).toEqual(['all', 'person:Ada']);
    expect(has(view, 'segment-field')).toBe(false);
    expect(text(view)).not.toContain('moves between segments');
  });

  test('has lines where a value has a target alone, and another one deals', () => {
    const { view } = show({
      stored: [open(1, { region: 'DACH' }), open(2, { region: 'DACH' })],
      targets: [target(200_000, 'region:DACH'), target(9000, 'region:Nordics')],
    });
    expect(scopes(view)).toEqual(['all', 'person:Ada', 'region:DACH', 'region:Nordics']);
    expect(text(line(view, 'region:Nordics'))).toContain('€90');
  });

  test('says of which field there are too many values', () => {
    const many = Array.from({ length: 201 }, (_, id) => open(id, { product: `P${id}` }));
    const { view } = show({ stored: many, targets: [target(5, 'product:P1')] });
    expect(scopes(view)).toEqual(['all', 'person:Ada']);
    expect(text(view)).toContain('Product: more than 200 different values');
  });
});
