import { click, handle, has, render, text, type } from '../render';
// Read later by the field; here it is there at once.
import '../../../../lib/pipeline/targets/parse-target-amount';
import { act } from 'react';
import { describe, expect, test } from 'vitest';
import { WhatIfSection } from '../../../../components/forecast/what-if/WhatIfSection';
import { inStep } from '../../../../components/forecast/what-if/in-step';
import { RecurringSection } from '../../../../components/forecast/recurring/RecurringSection';
import { defaultSettings } from '../../../../lib/deal/settings';
import type { RecurringReport } from '../../../../lib/forecast/recurring/recurring-report';
import type { ForecastReport } from '../../../../lib/forecast/report';
import type { WhatIfQuestion, WhatIfReport } from '../../../../lib/forecast/what-if/what-if-report';
import { aDeal } from '../a-deal';
import { fakePlatform } from '../fake-platform';
import { aReport } from './a-report';

const stored = [
  aDeal(1, { name: 'Anchor', closeOn: '2026-05-28', outcome: 'open' }),
  aDeal(2, { name: 'Buoy', closeOn: '2026-06-20', outcome: 'open' }),
  aDeal(3, { name: 'Cleat', outcome: 'open' }),
];
const keyOf = (id: number) => stored[id - 1]?.key ?? '';

/** A worker that lands at 1.2 times the forecast where anything is supposed. */
function answerOf({ whatIf, shown }: WhatIfQuestion): WhatIfReport {
  const { forecast } = aReport.periods[0] ?? { forecast: undefined };
  if (forecast === undefined) throw new Error('no period');
  const times = whatIf.winRate * whatIf.dealSize;
  return {
    forecast: { ...forecast, p50: forecast.p50 * times, pHit: Math.min(1, (forecast.pHit ?? 0) * times) },
    takenAsWon: [...whatIf.deals.values()].some(({ fate }) => fate === 'won') ? 1_000_000 : 0,
    decidedBy: undefined,
    recurring: undefined,
    deals: [...new Set([...whatIf.deals.keys(), ...shown])].map((key) => ({
      key,
      chance: whatIf.deals.get(key)?.fate === 'won' ? 1 : 0.4,
      usualChance: 0.4,
      value: whatIf.deals.get(key)?.value ?? 1_000_000,
      usualValue: 1_000_000,
    })),
  };
}

const frame = () => act(() => new Promise((resolve) => setTimeout(resolve, 60)));

async function opened(report: ForecastReport = aReport, locale = 'en') {
  const asked: WhatIfQuestion[] = [];
  const platform = fakePlatform({
    stored,
    forecast: report,
    whatIf: (question) => {
      asked.push(question);
      return answerOf(question);
    },
  });
  const forecast = platform.forecast({ today: report.today, currency: 'EUR', scope: 'all' });
  const view = render(
    <WhatIfSection forecast={forecast} report={report} nth={0} settings={defaultSettings} />,
    platform,
    locale,
  );
  await click(handle(view, 'what-if-open'));
  await frame();
  const figure = (name: string) =>
    [...view.querySelectorAll(`[data-figure="${name}"] td`)].map((cell) => text(cell));
  return { view, asked, figure };
}

describe('what if', () => {
  test('asks nothing before it is opened, and shows the forecast twice at first', async () => {
    const { view, figure, asked } = await opened();
    expect(asked).toHaveLength(1);
    expect(figure('p50')).toEqual(['€907,000', '€907,000', '–']);
    expect(figure('pHit')).toEqual(['34%', '34%', '–']);
    expect(handle(view, 'what-if-open').getAttribute('aria-expanded')).toBe('true');
    expect(has(view, 'what-if-churn')).toBe(false);
  });

  test('moves the landing with a slider, says by how much, and goes back', async () => {
    const { view, figure } = await opened();
    await type(handle(view, 'what-if-winRate'), '120');
    await frame();
    expect(handle(view, 'what-if-winRate').getAttribute('aria-valuetext')).toBe('+20%');
    expect(figure('p50')).toEqual(['€907,000', '€1,088,400', '+€181,400']);
    expect(figure('pHit')).toEqual(['34%', '41%', '+7 pts']);
    await act(() => new Promise((resolve) => setTimeout(resolve, 800)));
    expect([...view.querySelectorAll('[role="status"]')].map(text)).toContain(
      'What if: lands at €1,088,400 instead of €907,000, chance of the target 41% instead of 34%.',
    );
    await click(handle(view, 'what-if-reset'));
    await frame();
    expect(figure('p50')).toEqual(['€907,000', '€907,000', '–']);
    expect(handle(view, 'what-if-reset').hasAttribute('disabled')).toBe(true);
  });

  test('takes a deal as won, gives it a price, refuses what is none, and moves it', async () => {
    const { view, asked } = await opened();
    const row = () => handle(view, 'what-if-deals').querySelector('tbody tr') ?? view;
    const control = (name: string) => row().querySelector(`[data-testid="${name}"]`) ?? view;
    expect(text(row())).toContain('Anchor');
    await type(control('what-if-fate'), 'won');
    await frame();
    expect(text(row())).toContain('40% → 100%');
    expect(text(view)).toContain('€10,000 of it are deals supposed to be won.');
    const price = async (value: string) => {
      await type(control('what-if-price'), value);
      await act(async () => {
        control('what-if-price').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
        await new Promise((resolve) => setTimeout(resolve, 100));
      });
      await frame();
    };
    await price('12,500');
    expect(asked.at(-1)?.whatIf.deals.get(keyOf(1))).toEqual({ fate: 'won', value: 1_250_000 });
    await price('a lot');
    expect(row().querySelector('[role="alert"]')).not.toBeNull();
    expect(asked.at(-1)?.whatIf.deals.get(keyOf(1))).toEqual({ fate: 'won', value: 1_250_000 });
    await price('');
    await type(control('what-if-fate'), 'moved');
    await frame();
    expect(asked.at(-1)?.whatIf.deals.get(keyOf(1))).toEqual({ fate: 'moved', on: '2026-07-01' });
    await type(control('what-if-fate'), 'open');
    await frame();
    expect(asked.at(-1)?.whatIf.deals.size).toBe(0);
  });

  test('finds any open deal by its words', async () => {
    const { view, asked } = await opened();
    expect(text(handle(view, 'what-if-deals'))).not.toContain('Cleat');
    await type(handle(view, 'what-if-search'), 'cleat');
    await frame();
    await frame();
    expect(asked.at(-1)?.shown).toEqual([keyOf(3)]);
    expect(text(handle(view, 'what-if-deals'))).toContain('Cleat');
    expect(text(view)).toContain('1 open deal found.');
  });

  test('says that it cannot be computed', async () => {
    const platform = fakePlatform({ stored, forecast: aReport });
    const forecast = { ...platform.forecast({ today: '', currency: '', scope: '' }) };
    const broken = { ...forecast, whatIf: () => Promise.reject(new Error('no worker')) };
    const view = render(
      <WhatIfSection forecast={broken} report={aReport} nth={0} settings={defaultSettings} />,
      platform,
    );
    await click(handle(view, 'what-if-open'));
    await frame();
    expect(text(view.querySelector('[role="alert"]') ?? view)).toContain('could not be computed');
  });

  test('speaks Danish', async () => {
    const { view } = await opened(aReport, 'da');
    await type(handle(view, 'what-if-dealSize'), '95');
    expect(handle(view, 'what-if-dealSize').getAttribute('aria-valuetext')).toBe('-5\u00a0%');
  });
});

test('questions are asked one at a time, and of those that came meanwhile the last alone', async () => {
  const asked: number[] = [];
  let answer = () => {};
  const frames: (() => void)[] = [];
  const ask = inStep<number>(
    (question) => {
      asked.push(question);
      return new Promise((resolve) => (answer = resolve));
    },
    (then) => void frames.push(then),
  );
  const draw = () => frames.splice(0).forEach((then) => then());
  ask(1);
  ask(2);
  draw();
  ask(3);
  ask(4);
  draw();
  expect(asked).toEqual([2]);
  answer();
  await new Promise((resolve) => setTimeout(resolve));
  draw();
  expect(asked).toEqual([2, 4]);
});

describe('recurring revenue', () => {
  const move = {
    account: 'A',
    on: '2026-05-05',
    flow: 'new',
    minor: 120_000,
    deal: keyOf(1),
    by: 'new',
  } as const;
  const recurring: RecurringReport = {
    flows: {
      start: 1_000_000,
      new: 120_000,
      expansion: 0,
      contraction: 0,
      churned: 20_000,
      renewal: 300_000,
      unmatched: 0,
      end: 1_100_000,
      netRetention: 0.98,
      accountsAtStart: 14,
      accountsLost: 1,
      logoChurn: 1 / 14,
    },
    moves: [move],
    retention: {
      net: { kind: 'measured', value: 0.98, low: 0.91, high: 1.05, n: 14 },
      logoChurn: { kind: 'too-few', have: 4, need: 10 },
    },
    forward: [
      {
        kind: 'expected',
        new: 60_000,
        expansion: 0,
        contraction: 0,
        churned: 10_000,
        renewal: 90_000,
        unmatched: 0,
        end: 1_150_000,
      },
      { kind: 'too-few', have: 3, need: 10 },
    ],
    noRate: 1,
    undated: 0,
    unsureAccounts: 0,
  };
  const show = (report: ForecastReport, nth = 0) =>
    render(<RecurringSection report={report} nth={nth} />, fakePlatform({ stored }));

  test('is not there where no deal brings any', () => {
    expect(has(show(aReport), 'recurring')).toBe(false);
  });

  test('shows now and the period’s end, what stays, and the deals behind a flow', async () => {
    const view = show({ ...aReport, recurring });
    expect(text(handle(view, 'arr'))).toBe('€11,000');
    expect(text(view)).toContain('€917 a month (MRR)');
    expect(text(handle(view, 'arr-ahead'))).toBe('€11,500');
    expect(text(handle(view, 'nrr').parentElement ?? view)).toContain('98%8 in 10: 91% – 105%, 14 accounts');
    expect(text(handle(view, 'logo-churn').parentElement ?? view)).toContain(
      'too few accounts a year ago: 4 of 10',
    );
    const rows = [...handle(view, 'recurring-flows').querySelectorAll('tbody tr')].map(text);
    expect(rows[0]).toBe('There before€10,000€11,000');
    expect(rows[1]).toBe('New1+€1,200+€600');
    expect(rows[4]).toBe('Churned−€200−€100');
    expect(rows[5]).toBe('There after€11,000€11,500');
    expect(text(view)).toContain('1 deal with recurring revenue stands apart');
    await click(view.querySelector('[data-flow="new"] button') ?? view);
    const link = view.querySelector('li a');
    expect(text(link ?? view)).toBe('Anchor');
    expect(link?.getAttribute('href')).toContain('deal=');
  });

  test('shows renewals of what is not known apart, and of many deals behind a flow how many more there are', async () => {
    const moves = Array.from({ length: 130 }, (_, nth) => ({
      ...move,
      deal: `fake|local|${nth}`,
      minor: 1000,
    }));
    const flows = { ...recurring.flows, new: 130_000, unmatched: 50_000 };
    const view = show({ ...aReport, recurring: { ...recurring, flows, moves } });
    const row = view.querySelector('[data-flow="unmatched"]');
    expect(text(row ?? view)).toBe('Renewed, old term unknown+€500€0');
    expect(text(view)).toContain('was never read, or had ended long before');
    await click(view.querySelector('[data-flow="new"] button') ?? view);
    expect(view.querySelectorAll('li')).toHaveLength(100);
    expect(text(view)).toContain('and 30 more, €300 together');
  });

  test('says where it is not sure which renewal is of which contract', () => {
    expect(has(show({ ...aReport, recurring }), 'recurring-unsure')).toBe(false);
    const view = show({ ...aReport, recurring: { ...recurring, unsureAccounts: 2 } });
    expect(text(handle(view, 'recurring-unsure'))).toContain('In 2 accounts it is not sure');
  });

  test('says that too few renewals are known, and makes no figure of them', () => {
    const view = show({ ...aReport, recurring }, 1);
    expect(text(handle(view, 'arr-too-few'))).toBe('too few renewals to say: 3 of 10');
    expect(has(view, 'arr-ahead')).toBe(false);
    const few = {
      kind: 'too-few',
      reason: 'no-closed-deals',
      have: 0,
      need: 10,
      cure: 'read-deals',
    } as const;
    const none = show({ ...aReport, recurring, basis: few });
    expect(text(handle(none, 'arr-too-few'))).toBe('there is no forecast yet');
  });
});
