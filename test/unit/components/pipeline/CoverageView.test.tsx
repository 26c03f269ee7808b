import { click, handle, has, render, text, type } from '../render';
import { describe, expect, test } from 'vitest';
import { CoverageView } from '../../../../components/pipeline/CoverageView';
import type { Deal, DealChange } from '../../../../lib/deal/deal';
import { defaultSettings, type Settings } from '../../../../lib/deal/settings';
import type { Target } from '../../../../lib/deal/target';
import { aDeal } from '../a-deal';
import { speak } from '../browser-in-english';
import { aReport } from '../forecast/a-report';
import { aGlance, fakePlatform, type FakeStore } from '../fake-platform';

const settings: Settings = {
  ...defaultSettings,
  fiscal: { period: 'month', yearStartMonth: 1 },
  me: 'Ada',
  teams: [{ name: 'North', members: ['Ada', 'Bo'] }],
};
const period = { kind: 'month', start: '2026-05-01', end: '2026-06-01', index: 5, fiscalYear: 2026 } as const;
const base = {
  currency: 'EUR',
  owner: 'Ada',
  stage: 'Offer',
  closeOn: '2026-05-28',
  nextStep: 'Call',
  forecastCategory: 'Commit',
};

/**
 * Six past months, each with a deal of 1,000 won after the middle of the month and one of 3,000 lost after it; both are
 * open at the middle: 1,000 won per 4,000 open, 0.25.
 */
const past: readonly Deal[] = [11, 12, 1, 2, 3, 4].flatMap((month, nth) => {
  const year = month > 6 ? 2025 : 2026;
  const on = (day: number) => `${year}-${String(month).padStart(2, '0')}-${day}`;
  const created = { createdOn: on(10), closedOn: on(25) };
  return [
    aDeal(100 + nth, { ...base, ...created, outcome: 'won', amountMinor: 100_000 }),
    aDeal(200 + nth, { ...base, ...created, outcome: 'lost', amountMinor: 300_000 }),
  ];
});
const older = aDeal(99, {
  ...base,
  createdOn: '2025-10-01',
  closedOn: '2025-10-20',
  outcome: 'won',
  amountMinor: 1,
});
const open = (id: number, given: Partial<Deal> = {}) =>
  aDeal(id, { ...base, outcome: 'open', createdOn: '2026-04-28', amountMinor: 100_000, ...given });
const target = (amountMinor: number, given: Partial<Target> = {}): Target => ({
  scope: 'all',
  period: '2026-05-01/2026-06-01',
  from: '2026-05-01',
  amountMinor,
  currency: 'EUR',
  ...given,
});

function show(stored: readonly Deal[], given: FakeStore = {}) {
  const platform = fakePlatform({
    glance: { ...aGlance, period },
    settings,
    stored,
    targets: [target(100_000)],
    ...given,
  });
  return { platform, view: render(<CoverageView />, platform) };
}
const line = (view: HTMLElement, scope: string) => {
  const row = view.querySelector<HTMLElement>(`[data-testid="coverage-table"] tr[data-scope="${scope}"]`);
  if (row === null) throw new Error(`no line of ${scope}`);
  return row;
};
const verdict = (row: Element) => row.querySelector<HTMLElement>('[data-verdict]')?.dataset['verdict'];

describe('coverage', () => {
  test('says in a sentence that there is too little, with the arithmetic and the periods behind it', () => {
    // 1,000 to win at 0.25 won per open: 4,000 are needed, 2,000 are open.
    const { view } = show([older, ...past, open(1), open(2, { owner: 'Bo' })]);
    expect(text(view.querySelector('h1')!)).toBe('Everyone: €2K more pipeline is needed.');
    const row = line(view, 'all');
    expect(text(handle(row, 'row-gap'))).toBe('€1,000');
    expect(text(handle(row, 'row-coverage'))).toBe('2.0×');
    expect(text(handle(row, 'row-needed'))).toBe('4.0× 4.0×–4.0×');
    expect(verdict(row)).toBe('short');
    expect(text(row)).toContain('€2K short');
    expect(text(handle(view, 'required-sum'))).toContain(
      '(€1,000 still to win − €0 from deals not created yet) ÷ 0.250 won per open = €4,000.',
    );
    expect(text(handle(view, 'required-sum'))).toContain('6 past periods');
    expect(handle(view, 'points').querySelectorAll('tbody tr')).toHaveLength(6);
  });

  test('takes what new deals will bring from the forecast where there is one, and says so', () => {
    // (1,000 to win - 400 from new deals) at 0.25 won per open: 2,400 are needed, 2,000 are open.
    const [now] = aReport.periods;
    if (now === undefined) throw new Error('no period');
    const forecast = { ...aReport, periods: [{ ...now, parts: { won: 0, open: 50_000, fresh: 40_000.4 } }] };
    const deals = [older, ...past, open(1), open(2, { owner: 'Bo' })];
    const ada = target(50_000, { scope: 'person:Ada' });
    const { view } = show(deals, { forecast, targets: [target(100_000), ada] });
    const sum = handle(view, 'required-sum');
    expect(sum.dataset['newFrom']).toBe('forecast');
    expect(text(sum)).toContain('− €400 from deals not created yet) ÷ 0.250 won per open = €2,400.');
    expect(text(sum)).toContain('new deals as the forecast expects them');
    expect(text(handle(line(view, 'all'), 'row-needed'))).toBe('2.4× 2.4×–2.4×');
    // Of the others there is none: as in past periods.
    expect(text(handle(line(view, 'person:Ada'), 'row-needed'))).toContain('4.0×');
    expect(text(view)).toContain('from the forecast on the chosen line');
    const few = { ...forecast, basis: { kind: 'too-large' } as const };
    const { view: without } = show(deals, { forecast: few });
    expect(text(handle(without, 'required-sum'))).toContain('= €4,000.');
    expect(text(handle(without, 'required-sum'))).toContain('as on average in the past periods');
  });

  test('has a line for everyone, each team, and persons by name; a name chooses what the rest is about', async () => {
    const { view } = show([older, ...past, open(1), open(2, { owner: 'Cy' })]);
    const names = [...view.querySelectorAll('[data-testid="coverage-table"] tbody th')].map(text);
    expect(names).toEqual(['Everyone', 'By team', 'North', 'By person', 'Ada', 'Cy']);
    await click(line(view, 'person:Cy').querySelector('button')!);
    expect(text(view.querySelector('h1')!)).toContain('No target is set for Cy');
    expect(line(view, 'person:Cy').querySelector('button')?.getAttribute('aria-pressed')).toBe('true');
    expect(text(handle(view, 'waterfall'))).toContain('Open, now1');
  });

  test('opens on the scope that the popup shows', () => {
    const { view } = show([older, ...past, open(1)], { glance: { ...aGlance, period, scope: 'person:Ada' } });
    expect(text(view.querySelector('h1')!)).toContain('Ada');
  });

  test('is too few under four past periods, and says what cures it', () => {
    const { view } = show([older, ...past.slice(6), open(1)]);
    expect(text(view.querySelector('h1')!)).toBe(
      'Everyone: open pipeline covers the gap 1.0×. How often it must is not known yet.',
    );
    expect(verdict(line(view, 'all'))).toBe('too-few');
    expect(text(handle(view, 'too-few'))).toContain('3 of 4 past periods are known');
    expect(text(handle(view, 'too-few'))).toContain('Read the whole pipeline with its history');
  });

  test('without a target leads to where one is set, and shows what is known', () => {
    const { view } = show([older, ...past, open(1)], { targets: [] });
    expect(text(view.querySelector('h1')!)).toBe('No target is set, so there is no gap to cover yet.');
    expect(line(view, 'all').querySelector('a[href="#/settings?at=targets"]')).not.toBeNull();
    expect(text(line(view, 'all'))).toContain('€1,000');
    expect(has(view, 'points')).toBe(true);
  });

  test('says that a target without a rate cannot be compared', () => {
    const { view } = show([older, ...past, open(1)], { targets: [target(5, { currency: 'JPY' })] });
    expect(text(view.querySelector('h1')!)).toContain('in a currency without a rate');
    expect(line(view, 'all').querySelector('a[href="#/settings?at=rates"]')).not.toBeNull();
  });

  test('says that a target is reached', () => {
    const won = open(1, { outcome: 'won', closedOn: '2026-05-02' });
    const { view } = show([older, ...past, won], { targets: [target(90_000)] });
    expect(text(view.querySelector('h1')!)).toBe('Everyone: the target is reached, €100 over.');
    expect(verdict(line(view, 'all'))).toBe('reached');
  });

  test('of an empty store asks for deals, not for patience', () => {
    const { view } = show([], { glance: { ...aGlance, period, deals: 0 } });
    expect(text(view)).toContain('No deal has been read yet');
    expect(has(view, 'coverage-table')).toBe(false);
  });
});

describe('pace', () => {
  test('multiplies what it shows, each with its n', () => {
    // 13 closed (7 won, 6 lost); values 6 x 1,000 and 0.01; cycles 6 x 15 and 19 days.
    const { view } = show([older, ...past, open(1), open(2)]);
    const figures = text(handle(view, 'velocity'));
    expect(figures).toContain('Open deals2');
    expect(figures).toContain('Win rate, by count54%');
    expect(figures).toContain('n = 13');
    expect(figures).toContain('16 days');
    // 2 x 857.14 x 0.538 / 15.57 = 59.3
    expect(figures).toContain('€59.28 a day');
  });

  test('says how many closed deals are missing', () => {
    expect(text(handle(show([open(1)]).view, 'velocity'))).toBe(
      'Velocity needs 10 deals closed within a year; 0 are known.',
    );
  });

  test('has a chart with a table as its twin', async () => {
    const { view } = show([older, ...past, open(1)]);
    const section = handle(view, 'linearity');
    // By 19 May nothing of past months was won: it all came on the 25th.
    expect(text(handle(section, 'linearity-now'))).toContain('past periods had won 0% of their value');
    expect(section.querySelector('svg[role="img"]')?.getAttribute('aria-label')).toContain(
      'Share won by share of time',
    );
    await click([...section.querySelectorAll('button')].find((button) => text(button) === 'Table')!);
    expect(section.querySelectorAll('[data-testid="linearity-table"] tbody tr')).toHaveLength(11);
    expect(section.querySelector('svg')).toBeNull();
  });
});

describe('the waterfall', () => {
  const change = (id: number, field: DealChange['field'], from: string, to: string): DealChange => {
    const at = '2026-05-10T10:00:00.000Z';
    return { key: aDeal(id).key, field, from, to, at, notBefore: at, source: 'history' };
  };
  const stored = [
    older,
    ...past,
    open(1, { name: 'Moved', closeOn: '2026-07-15' }),
    open(2, { name: 'New', createdOn: '2026-05-12', amountMinor: 50_000 }),
    open(3, { name: 'Same' }),
  ];
  const changes = [change(1, 'closeOn', '2026-05-28', '2026-07-15')];

  test('shows each reason with its deals, and reconciles', async () => {
    const { view } = show(stored, { changes });
    const section = handle(view, 'waterfall');
    const reasons = [...section.querySelectorAll<HTMLElement>('tr[data-reason]')];
    expect(reasons.map((row) => [row.dataset['reason'], text(row.querySelector('[data-minor]')!)])).toEqual([
      ['pushed-out', '−€1,000'],
      ['created', '+€500'],
    ]);
    expect(text(handle(section, 'waterfall-sum'))).toBe(
      '€2,000 −€500 = €1,500 · Nothing is unexplained; 1 deal is as it was.',
    );
    expect(section.querySelector('tr[data-deal]')).toBeNull();
    await click(reasons[0]!.querySelector('button')!);
    const deals = [...section.querySelectorAll<HTMLElement>('tr[data-deal]')];
    expect(deals.map(text)).toEqual(['Moved€1,000 → €0−€1,000']);
    expect(deals[0]?.querySelector('a')?.getAttribute('href')).toContain('#/deals?deal=');
  });

  test('adds what only a sign tells within one CRM alone, and names it where two show one sign', async () => {
    const bare = (id: number, tenant: string, currencySymbol?: string) => {
      const shown = currencySymbol === undefined ? {} : { currencySymbol };
      return open(id, { name: `${id}`, key: `sample|${tenant}|${id}`, tenant, currency: null, ...shown });
    };
    const [a, b] = ['a.example.com', 'b.example.com'];
    const signs = [bare(1, a, '$'), bare(2, a, '$'), bare(3, b, '$'), bare(4, b, 'kr.'), bare(5, b)];
    const told = (view: HTMLElement) =>
      [...handle(view, 'waterfall').querySelectorAll('table')].map((table) => [
        table.querySelector('caption')?.textContent,
        text([...table.querySelectorAll('[data-minor]')].at(-1)!),
      ]);
    expect(told(show(signs).view)).toEqual([
      ['$ (a.example.com)', '$ 2,000'],
      ['No currency shown', '1,000'],
      ['$ (b.example.com)', '$ 1,000'],
      [undefined, 'kr. 1,000'],
    ]);
    speak('da');
    try {
      expect(told(show([...signs, bare(6, a)]).view).map(([caption]) => caption)).toEqual([
        '$ (a.example.com)',
        'Ingen valuta vist (a.example.com)',
        'Ingen valuta vist (b.example.com)',
        '$ (b.example.com)',
        undefined,
      ]);
    } finally {
      speak('en');
    }
  });

  test('of all open deals knows no moves of dates; other days tell of other changes', async () => {
    const { view } = show(stored, { changes });
    const reasons = () =>
      [...view.querySelectorAll<HTMLElement>('tr[data-reason]')].map((row) => row.dataset['reason']);
    await type(handle(view, 'waterfall-deals'), 'all');
    expect(reasons()).toEqual(['created']);
    await type(handle(view, 'waterfall-deals'), 'period');
    await type(handle(view, 'waterfall-from'), '2026-05-11');
    expect(reasons()).toEqual(['created']);
    await type(handle(view, 'waterfall-to'), '2026-05-12');
    expect(reasons()).toEqual([]);
  });
});

describe('hygiene', () => {
  test('lists what is amiss, the largest first, and counts what was never shown for nothing', () => {
    const { view } = show([
      open(1, { name: 'Good' }),
      open(2, { name: 'Small', closeOn: '2026-05-09', amountMinor: 10 }),
      open(3, { name: 'Large', nextStep: null, amountMinor: 900 }),
    ]);
    const section = handle(view, 'hygiene');
    // 15 fields shown, one empty, one overdue.
    expect(text(handle(section, 'hygiene-score'))).toBe(
      '87% in order: 13 of 15 values that a page has shown.',
    );
    const deals = [...section.querySelectorAll<HTMLElement>('tr[data-deal]')].map(text);
    expect(deals).toEqual(['LargeAda€9no next step', 'SmallAda€0close date 10 days over']);
  });

  test('stands at zero where nothing is amiss', () => {
    expect(text(handle(show([open(1)]).view, 'hygiene'))).toContain('The board is at zero');
  });
});
