import { click, handle, render, submit, text, type } from '../../render';
import { expect, test } from 'vitest';
import { ProcessSection } from '../../../../../components/settings/process/ProcessSection';
import type { DealChange } from '../../../../../lib/deal/deal';
import { defaultProcess } from '../../../../../lib/deal/default-process';
import { refusalOf } from '../../../../../lib/messages/check-own';
import { aDeal } from '../../a-deal';
import { fakePlatform, type FakeStore } from '../../fake-platform';

const show = (given: FakeStore = {}) => {
  const platform = fakePlatform(given);
  return { platform, view: render(<ProcessSection />, platform) };
};
const line = (view: HTMLElement, what: 'person' | 'stage', name: string) => {
  const lines = [...view.querySelectorAll(`[data-testid="process-${what}"]`)];
  const found = lines.find((one) => text(one).startsWith(name));
  if (found === undefined) throw new Error(`no ${what} ${name}`);
  return found;
};
const button = (within: Element, words: string) => {
  const found = [...within.querySelectorAll('button')].find((one) => text(one).startsWith(words));
  if (found === undefined) throw new Error(`no button ${words}`);
  return found;
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
  expect(rows.map(text)).toEqual(['From Apr 1, 2026ShowRemove', 'From Jan 1, 2026ShowRemove']);
  await click(rows[0]!.querySelectorAll('button')[1]!);
  expect(text(view)).toContain('Remove the rules from Apr 1, 2026?');
  expect(platform.calls).toEqual([]);
  await click(handle(view, 'process-remove'));
  expect(platform.processes.get()).toEqual([rules]);
});

/** Three deals that Ida gave to Bo, in a qualified stage, and one of Bo's other name that is new. */
function passed(): Pick<FakeStore, 'stored' | 'changes'> {
  const stored = [1, 2, 3].map((id) =>
    aDeal(id, { owner: 'Bo', outcome: 'open', stage: 'Qualified', qualification: { budget: 'yes' } }),
  );
  const changes = stored.map(({ key }): DealChange => {
    const at = '2026-03-01T10:00:00.000Z';
    return { key, field: 'owner', from: 'Ida', to: 'Bo', at, notBefore: at, source: 'history' };
  });
  const other = aDeal(4, { owner: 'bo@example.com', outcome: 'open', stage: 'New' });
  return { stored: [...stored, other], changes };
}

test('roles are suggested with their reason, and taken over one by one or all', async () => {
  const { view, platform } = show(passed());
  expect(text(line(view, 'person', 'Ida'))).toContain('first owner of 3');
  expect(text(line(view, 'person', 'Ida'))).toContain(
    'Suggested: SDR (3 of 3 deals first owned now belong to others)',
  );
  expect(text(line(view, 'person', 'Bo'))).toContain('Suggested: AE (owns 3 deals in or past Qualified)');
  await save(view);
  expect(platform.processes.get()?.[0]?.people).toEqual([]);
  await click(button(line(view, 'person', 'Ida'), 'Take over'));
  expect(line(view, 'person', 'Ida').querySelector('select')?.value).toBe('sdr');
  expect(text(line(view, 'person', 'Ida'))).not.toContain('Suggested');
  expect(text(view)).toContain('Not saved yet.');
  await click(handle(view, 'process-take-roles'));
  await click(handle(view, 'process-take-stages'));
  await save(view);
  expect(platform.processes.get()?.[0]).toMatchObject({
    people: [
      { name: 'Ida', roles: ['sdr'], aliases: [] },
      { name: 'Bo', roles: ['ae'], aliases: [] },
    ],
    stages: [
      { name: 'New', role: 'sdr', isQualified: false, isNurture: false },
      { name: 'Qualified', role: 'ae', isQualified: true, isNurture: false },
    ],
  });
});

test('two names are said to be one person, whose deals count together, and are parted again', async () => {
  const { view, platform } = show(passed());
  const join = async () => {
    await click(button(line(view, 'person', 'bo@example.com'), 'Same person'));
    return line(view, 'person', 'bo@example.com').querySelectorAll('select')[1]!;
  };
  expect(text(await join())).toBe('First say the other person’s role');
  await type(line(view, 'person', 'Bo').querySelector('select')!, 'both');
  await type(line(view, 'person', 'bo@example.com').querySelectorAll('select')[1]!, 'Bo');
  expect(text(line(view, 'person', 'Bo'))).toContain('owns 4');
  await save(view);
  expect(platform.processes.get()?.[0]?.people).toEqual([
    { name: 'Bo', roles: ['sdr', 'ae'], aliases: ['bo@example.com'] },
  ]);
  await click(line(view, 'person', 'Bo').querySelector('[aria-label="bo@example.com is somebody else"]')!);
  expect(text(line(view, 'person', 'bo@example.com'))).toContain('owns 1');
  await type(line(view, 'person', 'Bo').querySelector('select')!, 'unsaid');
  await save(view);
  expect(platform.processes.get()?.[0]?.people).toEqual([]);
});

test('a stage is somebody’s, and either qualified or nurture', async () => {
  const { view, platform } = show(passed());
  const stage = () => line(view, 'stage', 'New');
  const [qualified, nurture] = [0, 1].map((nth) => () => stage().querySelectorAll('input')[nth]!);
  await type(stage().querySelector('select')!, 'ae');
  await click(qualified!());
  await click(nurture!());
  await save(view);
  expect(platform.processes.get()?.[0]?.stages).toEqual([
    { name: 'New', role: 'ae', isQualified: false, isNurture: true },
  ]);
});

test('fields that deals have are offered beside the usual ones; one without weight is not asked for', async () => {
  const { view, platform } = show(passed());
  await type(handle(view, 'process-field-budget'), '2');
  await type(handle(view, 'process-field-trigger'), '0');
  await type(handle(view, 'process-field-need'), 'much');
  await save(view);
  expect(text(view)).toContain('A number from 0 to 100.');
  expect(platform.calls).toEqual([]);
  await type(handle(view, 'process-field-need'), '1,5');
  await save(view);
  expect(text(view)).not.toContain('A number from 0 to 100.');
  const fields = platform.processes.get()?.[0]?.fields.map(({ id, weight }) => [id, weight]);
  expect(fields).toEqual([
    ['authority', 1],
    ['need', 1.5],
    ['urgency', 1],
    ['money', 1],
    ['nextStep', 1],
    ['contact', 1],
    ['budget', 2],
  ]);
});

test('a holiday that is none is said with its line; midnight ends a day', async () => {
  const { view, platform } = show();
  await type(handle(view, 'process-holidays'), '2026-12-24\n\n24 Dec');
  await type(handle(view, 'process-opens'), '18:00');
  await save(view);
  expect(text(view)).toContain('Line 3: “24 Dec” is no date. Write it as 2026-12-24.');
  expect(text(view)).toContain('The day must end after it begins.');
  await type(handle(view, 'process-holidays'), '2026-12-24\n2026-12-24');
  await type(handle(view, 'process-closes'), '00:00');
  await type(handle(view, 'process-zone'), 'Europe/Copenhagen');
  await save(view);
  expect(platform.processes.get()?.[0]?.calendar).toEqual({
    timeZone: 'Europe/Copenhagen',
    weekdays: [1, 2, 3, 4, 5],
    from: '18:00',
    to: '24:00',
    holidays: ['2026-12-24'],
  });
  expect((handle(view, 'process-closes') as HTMLInputElement).value).toBe('00:00');
});

test('an earlier version is shown in the form, and replaced when it is saved again', async () => {
  const rules = { ...defaultProcess('2026-01-01', 'Europe/Copenhagen'), decideWithinDays: 21 };
  const { view, platform } = show({
    processes: [rules, { ...rules, from: '2026-04-01', decideWithinDays: 7 }],
  });
  expect((handle(view, 'process-decide') as HTMLInputElement).value).toBe('7');
  await click([...view.querySelectorAll('[data-testid="process-version"]')][1]!.querySelector('button')!);
  expect((handle(view, 'process-decide') as HTMLInputElement).value).toBe('21');
  expect((handle(view, 'process-from') as HTMLInputElement).value).toBe('2026-01-01');
  await type(handle(view, 'process-decide'), '20');
  await save(view);
  expect(platform.processes.get()?.map(({ decideWithinDays }) => decideWithinDays)).toEqual([20, 7]);
});
