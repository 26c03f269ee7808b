import { click, handle, has, render, submit, text, type } from '../render';
import { act } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { SettingsView } from '../../../../components/settings/SettingsView';
import { defaultSettings } from '../../../../lib/deal/settings';
import { settingsRefusal } from '../../../../lib/messages/check-own';
import { aDeal } from '../a-deal';
import { aGlance, fakePlatform, type FakeStore } from '../fake-platform';

const host = 'crm.example.com';
const show = (given: FakeStore = {}) => {
  const platform = fakePlatform(given);
  return { platform, view: render(<SettingsView at={undefined} />, platform) };
};

test('the fiscal calendar is saved as it is chosen', async () => {
  const { view, platform } = show();
  await type(handle(view, 'setting-period'), 'month');
  await type(handle(view, 'setting-year-start'), '7');
  expect(platform.settings.get()?.fiscal).toEqual({ period: 'month', yearStartMonth: 7 });
  expect(text(view)).toContain('Saved');
});

test('a fiscal year of whole weeks says when it ends, and becomes one of months again', async () => {
  const { view, platform } = show();
  await type(handle(view, 'setting-year-of'), '4-4-5');
  expect(platform.settings.get()?.fiscal.weeks).toEqual({
    pattern: '4-4-5',
    yearEndMonth: 12,
    yearEndWeekday: 6,
    yearEnd: 'last',
  });
  expect(has(view, 'setting-year-start')).toBe(false);
  await type(handle(view, 'setting-year-end-month'), '1');
  await type(handle(view, 'setting-year-end'), 'nearest');
  await type(handle(view, 'setting-year-end-weekday'), '7');
  await type(handle(view, 'setting-year-of'), '4-5-4');
  const weeks = { pattern: '4-5-4', yearEndMonth: 1, yearEndWeekday: 7, yearEnd: 'nearest' };
  expect(platform.settings.get()?.fiscal).toEqual({ period: 'quarter', yearStartMonth: 1, weeks });
  const saved = platform.calls.filter(({ name }) => name === 'saveSettings');
  for (const { args } of saved) expect(settingsRefusal(args[0])).toBeUndefined();
  await type(handle(view, 'setting-year-of'), 'months');
  expect(platform.settings.get()?.fiscal).toEqual({ period: 'quarter', yearStartMonth: 1 });
});

test('a refused save says so in the user’s words, not in the worker’s', async () => {
  const { view } = show({ answers: { saveSettings: { refused: 'me: too_big' } } });
  await type(handle(view, 'setting-period'), 'month');
  expect(text(view)).toContain('Not saved, because Stafet cannot keep such a value');
  expect(text(view)).not.toContain('too_big');
});

test('the user’s name is suggested from the owners, saved trimmed, and can be emptied', async () => {
  const { view, platform } = show({ owners: ['Maja Lind'] });
  expect(view.querySelector('datalist')?.textContent).toBe('Maja Lind');
  const save = async (name: string) => {
    await type(handle(view, 'setting-me'), name);
    await submit(handle(view, 'setting-me').closest('form')!);
    return platform.settings.get()?.me;
  };
  expect(await save('  Maja Lind ')).toBe('Maja Lind');
  expect(await save(' ')).toBeUndefined();
});

describe('rates', () => {
  const add = async (view: HTMLElement, rate: string) => {
    await type(handle(view, 'rate-value'), rate);
    await submit(handle(view, 'add-rate'));
  };

  test('are added with their day, and removed', async () => {
    const { view, platform } = show();
    await add(view, '0,9215');
    expect(platform.rates.get()).toEqual([{ from: 'USD', to: 'EUR', on: '2026-05-19', rate: '0.9215' }]);
    expect(text(handle(view, 'rate'))).toContain('1 USD = 0.9215 EUR');
    await click(handle(view, 'rate').querySelector('button')!);
    expect(platform.rates.get()).toEqual([]);
  });

  test('are proposed from the user’s own day on, which near midnight is not the day in UTC', () => {
    const before = process.env['TZ'];
    try {
      for (const [zone, day] of [
        ['Pacific/Kiritimati', '2026-05-20'],
        ['Pacific/Pago_Pago', '2026-05-19'],
      ] as const) {
        process.env['TZ'] = zone;
        expect(handle(show().view, 'rate-on')).toHaveProperty('value', day);
      }
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });

  test('that are no rates are refused in a sentence, and nothing is sent', async () => {
    const { view, platform } = show();
    await add(view, '1.234,5');
    expect(text(handle(view, 'add-rate'))).toContain('Write the rate as a number above zero');
    await type(handle(view, 'rate-to'), 'USD');
    await add(view, '1');
    expect(text(handle(view, 'add-rate'))).toContain('two different currencies');
    expect(platform.calls).toEqual([]);
  });
});

test('sites can be hidden, stopped and settled', async () => {
  const { view, platform } = show({
    sites: [
      {
        host,
        granted: true,
        overlayOn: true,
        deals: 187,
        keepOrWipe: false,
        lastReadAt: '2026-05-19T09:00:00.000Z',
      },
      { host: 'old.example.com', granted: false, overlayOn: true, deals: 64, keepOrWipe: true },
    ],
  });
  const row = view.querySelector(`[data-host="${host}"]`)!;
  expect(text(row)).toContain('187');
  await click(row.querySelector('input')!);
  await click(row.querySelector('button')!);
  await click(handle(view, 'keep'));
  expect(platform.calls).toEqual([
    { name: 'setOverlay', args: [host, false] },
    { name: 'revokeSite', args: [host] },
    { name: 'settleSite', args: ['old.example.com', false] },
  ]);
});

test('a site that the package itself may read says so instead of doing nothing', async () => {
  const { view } = show({
    sites: [{ host, granted: true, overlayOn: true, deals: 1, keepOrWipe: false }],
    answers: { revokeSite: { revoked: false } },
  });
  const row = view.querySelector(`[data-host="${host}"]`)!;
  await click(row.querySelector('button')!);
  expect(text(row.querySelector('[role=alert]')!)).toContain(`Stafet still reads ${host}.`);
});

test.each([
  [{ why: 'not-a-backup' }, 'It is no backup of this version of Stafet.'],
  [
    { why: 'bad-row', where: 'deals.12.stage' },
    'It has a value that Stafet does not know, at deals.12.stage',
  ],
] as const)('a refused import says why (%o) and that nothing changed', async (refusal, why) => {
  const { view } = show({ answers: { importBackup: { kind: 'refused', ...refusal } } });
  const input = handle(view, 'import');
  Object.defineProperty(input, 'files', { value: [new File(['{}'], 'x.json')] });
  await act(async () => {
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
  expect(text(handle(view, 'import-refused'))).toBe(
    `This file was not imported, and nothing was changed. ${why}`,
  );
});

test('wiping everything needs the word', async () => {
  const { view, platform } = show();
  await click(handle(view, 'wipe-everything'));
  expect(handle(view, 'wipe-confirm').hasAttribute('disabled')).toBe(true);
  const form = handle(view, 'wipe-word').closest('form')!;
  await submit(form);
  expect(platform.calls).toEqual([]);
  await type(handle(view, 'wipe-word'), 'Wipe');
  await submit(form);
  expect(platform.calls).toEqual([{ name: 'wipeEverything', args: [] }]);
  expect(has(view, 'wipe-word')).toBe(false);
});

describe('teams', () => {
  test('are named, filled from the owners, and taken back', async () => {
    const { view, platform } = show({ owners: ['Ask Holm', 'Maja Lind'] });
    await type(handle(view, 'team-name'), ' North ');
    await submit(handle(view, 'team-name').closest('form')!);
    expect(platform.settings.get()?.teams).toEqual([{ name: 'North', members: [] }]);
    const [, second] = handle(view, 'team').querySelectorAll('input');
    await click(second!);
    expect(platform.settings.get()?.teams).toEqual([{ name: 'North', members: ['Maja Lind'] }]);
    await type(handle(view, 'team-name'), 'north');
    expect(text(view)).toContain('There is a team of this name');
    await click(handle(view, 'team').querySelector('button')!);
    expect(platform.settings.get()?.teams).toBeUndefined();
  });
});

describe('targets', () => {
  const given = {
    glance: aGlance,
    owners: ['Ask Holm', 'Maja Lind'],
    settings: { ...defaultSettings, me: 'Maja Lind', teams: [{ name: 'North', members: ['Ask Holm'] }] },
  };
  const rows = (view: HTMLElement) =>
    [...view.querySelectorAll('[data-testid="target-row"]')].map((row) => text(row.querySelector('th')!));

  test('have a line for everyone, each team and each person', () => {
    expect(rows(show(given).view)).toEqual(['Everyone', 'North', 'Maja Lind', 'Ask Holm']);
  });

  test('of segments have lines of their own, by field, with those that have a target', async () => {
    const region = (id: number, value: string) => aDeal(id, { region: value, outcome: 'open' });
    const benelux = {
      scope: 'region:Benelux',
      period: '2026-04-01/2026-07-01',
      from: '2026-05-01',
      amountMinor: 500_000,
      currency: 'EUR',
    };
    const { view, platform } = show({
      ...given,
      stored: [region(1, 'Nordics'), region(2, 'DACH')],
      targets: [benelux],
    });
    expect(rows(view)).toEqual(['Everyone', 'North', 'Maja Lind', 'Ask Holm']);
    expect([...handle(view, 'target-kind').querySelectorAll('option')].map(text)).toEqual([
      'Everyone, teams and persons',
      'Regions',
    ]);
    await type(handle(view, 'target-kind'), 'region');
    expect(rows(view)).toEqual(['DACH', 'Nordics', 'Benelux']);
    await type(handle(view, 'target-paste'), 'dach\t280000');
    expect(text(handle(view, 'target-understood'))).toContain('DACH · Q2 2026 · €280,000');
    await click(handle(view, 'target-paste-save'));
    expect(platform.targets.get()?.at(-1)).toMatchObject({ scope: 'region:DACH', amountMinor: 28_000_000 });
  });

  test('are entered for a period, shown, and removed', async () => {
    const { view, platform } = show(given);
    await type(handle(view, 'target-period'), '2026-07-01');
    await click(view.querySelectorAll('[data-testid="target-edit"]')[1]!);
    await type(handle(view, 'target-entry'), '1,250,000');
    await submit(handle(view, 'target-entry').closest('form')!);
    await act(() => vi.dynamicImportSettled());
    expect(platform.targets.get()).toMatchObject([
      { scope: 'team:North', period: '2026-07-01/2026-10-01', amountMinor: 125_000_000, currency: 'EUR' },
    ]);
    const row = view.querySelectorAll('[data-testid="target-row"]')[1]!;
    expect(text(row)).toContain('€1,250,000');
    await click(row.querySelector('[aria-label^="Remove"]')!);
    expect(platform.targets.get()?.at(-1)).toMatchObject({
      scope: 'team:North',
      from: '2026-05-19',
      amountMinor: null,
    });
  });

  test('pasted from a spreadsheet are shown before they are kept, with what was not taken and why', async () => {
    const { view, platform } = show(given);
    await type(
      handle(view, 'target-paste'),
      'Rep\tQ2 2026\tQ3 2026\nMaja Lind\t280000\t300.000\nNew Hire\t1000\t\n',
    );
    const understood = text(handle(view, 'target-understood'));
    expect(understood).toContain('2 targets understood. 1 cell is not taken:');
    expect(understood).toContain('Line 2, 300.000: this can be read as two numbers.');
    expect(understood).toContain('Maja Lind · Q2 2026 · €280,000');
    expect(understood).toContain('owns no deal yet');
    expect(platform.calls).toEqual([]);
    await click(handle(view, 'target-paste-save'));
    expect(platform.targets.get()).toMatchObject([
      {
        scope: 'person:Maja Lind',
        period: '2026-04-01/2026-07-01',
        from: '2026-05-19',
        amountMinor: 28_000_000,
      },
      { scope: 'person:New Hire', amountMinor: 100_000 },
    ]);
  });
});

describe('lists that were taught', () => {
  const mapping = {
    tenant: host,
    view: 'list /vorgaenge',
    columns: { vorgang: 'name', summe: 'amount', notiz: null },
    stages: [],
    at: '2026-05-18T09:00:00Z',
  } as const;

  test('are named with the columns in use, saved for colleagues, and forgotten', async () => {
    const { view, platform } = show({ mappings: [mapping] });
    expect([...handle(view, 'taught-lists').querySelectorAll('tbody tr')].map(text)).toEqual([
      expect.stringContaining('crm.example.com/vorgaenge2'),
    ]);
    await click(handle(view, 'export-lists'));
    await click(handle(view, 'taught-lists').querySelector('tbody button')!);
    expect(platform.calls).toEqual([
      { name: 'exportMappings', args: [] },
      { name: 'forgetMapping', args: [mapping] },
    ]);
    expect(has(view, 'taught-lists')).toBe(false);
  });

  test('stand nowhere while there are none', () => {
    expect(has(show().view, 'export-lists')).toBe(false);
  });
});
