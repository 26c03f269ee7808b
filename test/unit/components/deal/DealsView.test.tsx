import { click, handle, has, render, text, type } from '../render';
import { describe, expect, test } from 'vitest';
import { Dashboard } from '../../../../components/dashboard/Dashboard';
import type { Deal, DealChange } from '../../../../lib/deal/deal';
import { glanceByColumns } from '../../pipeline/columns-of';
import { aDeal, host } from '../a-deal';
import { speak } from '../browser-in-english';
import { fakePlatform } from '../fake-platform';

const deals: readonly Deal[] = [
  aDeal(1, {
    name: 'Nordhval',
    outcome: 'open',
    amountMinor: 4_800_000,
    currency: 'EUR',
    crmProbability: 0.5,
    closeOn: '2026-06-12',
    url: `https://${host}/1`,
    stage: 'Proposal',
    nextStep: null,
    sources: { stage: { from: 'api', at: '2026-05-16T12:00:00.000Z', view: 'sync' } },
  }),
  aDeal(2, {
    name: 'Papirfugl',
    outcome: 'won',
    amountMinor: 1_000_050,
    currency: 'EUR',
    closedOn: '2026-05-02',
  }),
  aDeal(3, { name: 'Månesten', outcome: 'open', amountMinor: 900_000, currency: 'USD' }),
  aDeal(4, { name: 'Havsalt', outcome: 'lost', amountMinor: null }),
];
const glance = glanceByColumns(deals, [], {
  today: '2026-05-19',
  fiscal: { period: 'quarter', yearStartMonth: 1 },
  rates: [],
  reportingCurrency: 'EUR',
});
const changes: readonly DealChange[] = [
  {
    id: 1,
    key: deals[0]!.key,
    field: 'stage',
    from: 'New',
    to: 'Proposal',
    at: '2026-05-04T09:00:00.000Z',
    notBefore: '2026-05-04T09:00:00.000Z',
    source: 'history',
  },
  {
    id: 2,
    key: deals[0]!.key,
    field: 'amountMinor',
    from: 5_200_000,
    to: 4_800_000,
    units: { from: { currency: 'EUR' }, to: { currency: 'EUR' } },
    at: '2026-05-12T09:00:00.000Z',
    notBefore: '2026-05-07T09:00:00.000Z',
    source: 'page',
  },
];
const paid = (from: number, to: number, units: DealChange['units']): DealChange => ({
  key: deals[0]!.key,
  field: 'amountMinor',
  from,
  to,
  ...(units === undefined ? {} : { units }),
  at: '2026-04-01T09:00:00.000Z',
  notBefore: '2026-04-01T09:00:00.000Z',
  source: 'history',
});
const show = (hash = '#/deals') => {
  window.location.hash = hash;
  return render(<Dashboard />, fakePlatform({ glance, stored: deals, changes }));
};
const rows = (view: HTMLElement) => [...view.querySelectorAll('tr[data-deal] a')].map((link) => text(link));

test('lists every deal, and its sums are the popup’s', () => {
  const view = show();
  expect(rows(view)).toHaveLength(4);
  expect(handle(view, 'open').dataset['minor']).toBe(String(glance.open.minor));
  expect(handle(view, 'won').dataset['minor']).toBe(String(glance.won.minor));
  expect(text(view.querySelector('h1')!)).toBe('4 deals, €58,001');
});

test('the hash of a figure shows exactly its deals and their sum', () => {
  const view = show('#/deals?outcome=won&from=2026-04-01&to=2026-07-01&counted=sum');
  expect(rows(view)).toEqual(['Papirfugl']);
  expect(handle(view, 'list-sum').dataset['minor']).toBe('1000050');
});

test('what stands apart is said beside the sum', () => {
  expect(text(show('#/deals?outcome=open'))).toContain('apart: $9,000 in 1 deal');
});

describe('amounts that only a sign tells', () => {
  const inDollars = (id: number, tenant: string, amountMinor: number) =>
    aDeal(id, {
      name: `${id}`,
      key: `sample|${tenant}|${id}`,
      tenant,
      outcome: 'open',
      amountMinor,
      currency: null,
      currencySymbol: '$',
    });
  const ofA = [inDollars(1, 'a.example.com', 100_000), inDollars(2, 'a.example.com', 200_000)];
  const kroner = aDeal(4, { outcome: 'open', amountMinor: 700, currency: null, currencySymbol: 'kr.' });
  const list = (stored: readonly Deal[], hash: string) => {
    window.location.hash = hash;
    return render(<Dashboard />, fakePlatform({ glance, stored }));
  };
  const two = [...ofA, inDollars(3, 'b.example.com', 50_000), kroner];
  const choices = (view: HTMLElement) =>
    [...handle(view, 'filter-currency').querySelectorAll('option')].map(text);

  test('are added, named and chosen CRM by CRM where two show one sign', async () => {
    const view = list(two, '#/deals?outcome=open');
    expect(text(view.querySelector('h1')!.parentElement!)).toContain(
      'apart: $ 3,000 (a.example.com) in 2 deals · apart: $ 500 (b.example.com) in 1 deal · apart: kr. 7 in 1 deal',
    );
    expect(choices(view)).toEqual(['Any currency', '$ (a.example.com)', '$ (b.example.com)', 'kr.']);
    await type(handle(view, 'filter-currency'), '~$\nb.example.com');
    // The address holds it.
    const chosen = list(two, window.location.hash);
    expect(rows(chosen)).toEqual(['3']);
    expect(text(chosen.querySelector('h1')!.parentElement!)).toContain(
      'apart: $ 500 (b.example.com) in 1 deal',
    );
  });

  test('are all listed by an address that has the sign alone, and not added to each other', () => {
    const view = list(two, '#/deals?currency=%24');
    expect(rows(view).toSorted()).toEqual(['1', '2', '3']);
    expect(text(view.querySelector('h1')!.parentElement!)).toContain(
      'apart: $ 3,000 (a.example.com) in 2 deals · apart: $ 500 (b.example.com) in 1 deal',
    );
    expect(choices(view)).toEqual(['Any currency', '$', '$ (a.example.com)', '$ (b.example.com)', 'kr.']);
  });

  test('name no CRM where there is but one', () => {
    const view = list([...ofA, kroner], '#/deals?outcome=open');
    expect(text(view)).toContain('apart: $ 3,000 in 2 deals · apart: kr. 7 in 1 deal');
    expect(choices(view)).toEqual(['Any currency', '$', 'kr.']);
  });

  test('say so in Danish', () => {
    speak('da');
    try {
      const bare = ['a.example.com', 'b.example.com'].map((tenant, id) =>
        aDeal(10 + id, {
          key: `sample|${tenant}|1`,
          tenant,
          outcome: 'open',
          amountMinor: 900,
          currency: null,
        }),
      );
      const view = list([...two, ...bare], '#/deals?outcome=open');
      expect(text(view)).toContain('for sig: $ 3,000 (a.example.com) i 2 deals');
      expect(text(view)).toContain('for sig: 9 (b.example.com) i 1 deal');
      expect(choices(view)).toContain('Ingen valuta vist (b.example.com)');
    } finally {
      speak('en');
    }
  });
});

test('search and filters go to the hash', async () => {
  const view = show();
  await type(handle(view, 'search'), 'nord');
  expect(rows(view)).toEqual(['Nordhval']);
  await type(handle(view, 'search'), '');
  await type(handle(view, 'filter-outcome'), 'lost');
  expect(window.location.hash).toBe('#/deals?outcome=lost');
});

test('sorts by a column and says so', async () => {
  const view = show();
  await click(view.querySelector('th button')!);
  expect(view.querySelector('th')?.getAttribute('aria-sort')).toBe('ascending');
  expect(rows(view)[0]).toBe('Havsalt');
});

describe('the drawer', () => {
  const open = () => handle(show(`#/deals?deal=${encodeURIComponent(deals[0]!.key)}`), 'deal-drawer');

  test('shows each field with where and when it was read', () => {
    const stage = open().querySelector('[data-field="stage"]')!;
    expect(text(stage)).toBe('StageProposalsync, 3 d ago');
  });

  test('tells a field that is empty from one that was never shown', () => {
    const drawer = open();
    expect(text(drawer.querySelector('[data-field="nextStep"]')!)).toBe('Next step–');
    expect(drawer.querySelector('[data-field="region"]')).toBeNull();
  });

  test('never shows an instant for a change that was seen between two reads', () => {
    const [newest, oldest] = handle(open(), 'history').querySelectorAll('li');
    expect(text(newest!)).toMatch(/^Amount: €52,000 to €48,000 ?between May 7.* and May 12/);
    expect(text(oldest!)).not.toContain('between');
  });

  test.each([
    ['both', { from: { currency: 'JPY' }, to: { currency: 'EUR' } }, '¥5,200,000 to €48,000'],
    ['a sign alone', { from: { symbol: '$' }, to: { currency: 'EUR' } }, '$ 52,000 to €48,000'],
    ['one of them', { from: {}, to: { currency: 'EUR' } }, '52,000 to €48,000'],
    ['none', undefined, '52,000 to 48,000'],
  ])('shows old amounts in the currency that is known of %s, never in that of now', (_, units, words) => {
    window.location.hash = `#/deals?deal=${encodeURIComponent(deals[0]!.key)}`;
    const change = paid(5_200_000, 4_800_000, units);
    const view = render(<Dashboard />, fakePlatform({ glance, stored: deals, changes: [change] }));
    expect(text(handle(view, 'history')).replaceAll('\u00a0', ' ')).toContain(`Amount: ${words}`);
  });

  test('opens the deal in its CRM, on the deal’s own host alone', () => {
    expect(open().querySelector('a')?.href).toBe(`https://${host}/1`);
  });
});

test('the chart has a table with the same figures', async () => {
  const view = show();
  const [, table] = view.querySelectorAll('[aria-pressed]');
  await click(table!);
  const may = handle(view, 'months-table').querySelector('[data-month="2026-05"]')!;
  expect(text(may)).toContain('€10,001');
});

test('settings are the other view', () => {
  const view = show('#/settings');
  expect(has(view, 'view-settings')).toBe(true);
  expect(has(view, 'view-deals')).toBe(false);
  expect(view.querySelector('[aria-current="page"]')?.textContent).toBe('Settings');
});

test('an empty store says how to begin, and offers nothing to filter', () => {
  const view = render(<Dashboard />, fakePlatform({ stored: [] }));
  expect(text(view)).toContain('No deals read yet. Open your CRM');
  expect(has(view, 'search')).toBe(false);
});
