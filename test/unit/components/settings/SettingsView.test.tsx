import { click, handle, has, render, submit, text, type } from '../render';
import { act } from 'react';
import { describe, expect, test } from 'vitest';
import { SettingsView } from '../../../../components/settings/SettingsView';
import { fakePlatform, type FakeStore } from '../fake-platform';

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
