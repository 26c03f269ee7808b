import { click, handle, render, submit, text, type } from '../../render';
import { expect, test } from 'vitest';
import { ProcessSection } from '../../../../../components/settings/process/ProcessSection';
import { defaultProcess } from '../../../../../lib/deal/default-process';
import { refusalOf } from '../../../../../lib/messages/check-own';
import { fakePlatform, type FakeStore } from '../../fake-platform';

const show = (given: FakeStore = {}) => {
  const platform = fakePlatform(given);
  return { platform, view: render(<ProcessSection />, platform) };
};
const save = (view: HTMLElement) => submit(handle(view, 'process-save').closest('form')!);

test('what is agreed is saved from today on; on another day it is another version', async () => {
  const { view, platform } = show();
  expect((handle(view, 'process-decide') as HTMLInputElement).value).toBe('30');
  await type(handle(view, 'process-decide'), '14');
  await type(handle(view, 'process-touch'), '2,5');
  await save(view);
  expect(platform.processes.get()).toMatchObject([
    { from: '2026-05-19', decideWithinDays: 14, touchWithinHours: 2.5 },
  ]);
  expect(text(view)).toContain('Saved');
  await type(handle(view, 'process-decide'), '10');
  await save(view);
  await type(handle(view, 'process-from'), '2026-07-01');
  await save(view);
  expect(platform.processes.get()?.map(({ from, decideWithinDays }) => [from, decideWithinDays])).toEqual([
    ['2026-05-19', 10],
    ['2026-07-01', 10],
  ]);
  expect(refusalOf('process', platform.processes.get())).toBeUndefined();
});

test('a number that cannot be kept is said beside its field, and nothing is saved', async () => {
  const { view, platform } = show();
  await type(handle(view, 'process-decide'), '0');
  await type(handle(view, 'process-touch'), 'soon');
  await type(handle(view, 'process-from'), '');
  await save(view);
  expect(text(view)).toContain('Whole days from 1 to 365.');
  expect(text(view)).toContain('Hours above 0, up to 1000.');
  expect(text(view)).toContain('Choose a day.');
  expect(platform.calls).toEqual([]);
});

test('a version is removed after a question', async () => {
  const rules = defaultProcess('2026-01-01', 'Europe/Copenhagen');
  const { view, platform } = show({ processes: [rules, { ...rules, from: '2026-04-01' }] });
  const rows = [...view.querySelectorAll('[data-testid="process-version"]')];
  expect(rows.map(text)).toEqual(['From Apr 1, 2026Remove', 'From Jan 1, 2026Remove']);
  await click(rows[0]!.querySelector('button')!);
  expect(text(view)).toContain('Remove the rules from Apr 1, 2026?');
  expect(platform.calls).toEqual([]);
  await click(handle(view, 'process-remove'));
  expect(platform.processes.get()).toEqual([rules]);
});
