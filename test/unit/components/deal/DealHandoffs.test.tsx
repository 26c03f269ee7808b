import { click, handle, has, render, submit, text, type } from '../render';
import { expect, test } from 'vitest';
import { DealHandoffs } from '../../../../components/handoff/pass/DealHandoffs';
import { defaultProcess } from '../../../../lib/deal/default-process';
import { defaultSettings } from '../../../../lib/deal/settings';
import type { HandoffRow } from '../../../../lib/handoff/handoff-row';
import { REST_CODES } from '../../../../lib/handoff/rests';
import { refusalOf } from '../../../../lib/messages/check-own';
import { handoffRow } from '../../store/handoff-row';
import { aDeal } from '../a-deal';
import { fakePlatform, type FakeStore } from '../fake-platform';

const deal = aDeal(7);
const row: HandoffRow = {
  ...handoffRow,
  key: `${deal.key}|1`,
  deal: deal.key,
  from: 'Ida Krog',
  to: 'Maja Lind',
  passedNotBefore: '2026-05-11T10:00:00.000Z',
  passedAt: '2026-05-11T10:00:00.000Z',
  seenAt: deal.seenAt,
  until: '2026-06-10T10:00:00.000Z',
  audit: [
    { check: 'contact-influence', answer: 'yes', rests: { code: 'filled', fields: ['authority'] } },
    {
      check: 'fields-filled',
      answer: 'no',
      rests: { code: 'empty', fields: ['need', 'nextStep', 'budget'] },
    },
    { check: 'notes-by-both', answer: 'unknown', rests: { code: 'notes-not-read' } },
  ],
};
const show = (given: FakeStore = {}, of = deal) => {
  const platform = fakePlatform({ handoffs: [row], ...given });
  return { platform, view: render(<DealHandoffs deal={of} />, platform) };
};

test('a handoff says who, by which rule, and what each answer of the audit rests on', () => {
  const { view } = show();
  const shown = text(handle(view, 'pass'));
  expect(shown).toContain('Ida Krog to Maja Lind');
  expect(shown).toContain('Waiting');
  expect(shown).toContain('Passed May 11');
  expect(shown).toContain('Found by: the owner changed from an SDR to an AE.');
  expect(shown).toContain('1 yes · 1 no · 1 not known');
  expect([...view.querySelectorAll('li')].map(text)).toEqual([
    'Contact has influenceyesFilled at the handoff: Authority',
    'Qualification fields fillednoEmpty at the handoff: Need, Next step, budget',
    'Notes by bothnot knownNotes are not read',
  ]);
  expect(shown).not.toContain('read again since');
});

test('what every answer can rest on has its words', () => {
  const audit = REST_CODES.map((code) => ({
    check: 'truly-new' as const,
    answer: 'no' as const,
    rests: { code, fields: ['need'], reason: 'not fit', by: 'Maja Lind' },
  }));
  for (const item of audit) {
    const { view } = show({ handoffs: [{ ...row, audit: [item] }] });
    expect(text(view.querySelector('small')!).length, item.rests.code).toBeGreaterThan(5);
  }
});

test('a decided one says when and after how many working hours; a deal read since is said to be so', () => {
  const decided: HandoffRow = {
    ...row,
    attempt: 2,
    key: `${deal.key}|2`,
    decision: 'accepted',
    decidedNotBefore: '2026-05-13T10:00:00.000Z',
    decidedAt: '2026-05-13T10:00:00.000Z',
    hoursToAccept: { low: 8, high: 9.2 },
  };
  const { view } = show({ handoffs: [decided] }, { ...deal, seenAt: '2026-05-19T10:00:00.000Z' });
  const shown = text(handle(view, 'pass'));
  expect(shown).toContain('Passed May 11, accepted May 13, after 8 – 9 working hours (attempt 2)');
  expect(shown).toContain('the deal was read again since');
});

test('one that was found though somebody has no role says of whom; one decided nobody knows when says that', () => {
  const rules = (people: readonly (readonly [string, readonly ('sdr' | 'ae')[]])[]) => ({
    ...defaultProcess('2020-01-01', 'UTC'),
    people: people.map(([name, roles]) => ({ name, roles, aliases: [] })),
  });
  const accepted = { ...row, rule: 3 as const, decision: 'accepted' as const };
  const both = [rules([['Maja Lind', ['ae']]]), rules([['Ida Krog', ['sdr']]])];
  const of = (processes: FakeStore['processes'] & object, some: HandoffRow) =>
    text(handle(show({ processes, handoffs: [some] }).view, 'pass'));
  const shown = of(
    [
      rules([
        ['Maja Lind', ['ae']],
        ['Ida Krog', []],
      ]),
    ],
    accepted,
  );
  expect(shown).toContain('No role is set for Ida Krog.');
  expect(shown).toContain('No history tells when: the deal as it stands decides.');
  expect(of(both, accepted)).not.toContain('No role is set');
  expect(of(both, row)).not.toContain('No history tells when');
  expect(of([], { ...accepted, from: null })).toContain('No role is set for Maja Lind.');
});

test('a verdict is given with its reason and note, stays in Stafet, and is taken back', async () => {
  const { view, platform } = show({ settings: { ...defaultSettings, me: 'Maja Lind' } });
  expect(text(view)).toContain('Stays in Stafet');
  await click(handle(view, 'verdict-add'));
  expect(has(view, 'verdict-reason')).toBe(false);
  await click(view.querySelector('input[value="recycled"]')!);
  await type(handle(view, 'verdict-reason'), 'timing');
  await type(handle(view, 'verdict-note'), ' Budget in May ');
  await submit(handle(view, 'verdict-form'));
  const [verdict] = platform.verdicts.get() ?? [];
  expect(verdict).toEqual({
    deal: deal.key,
    attempt: 1,
    passedAt: row.passedAt,
    at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*\.\d{3}Z$/) as string,
    by: 'Maja Lind',
    decision: 'recycled',
    reason: 'timing',
    note: 'Budget in May',
  });
  expect(refusalOf('verdicts', [verdict])).toBeUndefined();
  expect(text(handle(view, 'verdict'))).toContain('Sent back, timing, says Maja Lind');
  expect(has(view, 'verdict-form')).toBe(false);
  await click(handle(view, 'verdict-drop'));
  expect(platform.verdicts.get()).toEqual([]);
});

test('what was said stands at its pass, though an earlier one has become known since', () => {
  const earlier = {
    ...row,
    passedNotBefore: '2026-05-04T00:00:00.000Z',
    passedAt: '2026-05-04T23:59:59.999Z',
  };
  const { view } = show({
    handoffs: [earlier, { ...row, key: `${deal.key}|2`, attempt: 2 }],
    verdicts: [{ deal: deal.key, attempt: 1, at: '2026-05-12T10:00:00.000Z', decision: 'accepted' }],
  });
  const said = (attempt: number) => text(view.querySelector(`[data-attempt="${attempt}"]`)!);
  expect(said(1)).not.toContain('said here');
  expect(said(2)).toContain('Accepted, said here');
});

test('an acceptance has no reason, whatever was chosen before; one that is refused says so', async () => {
  const { view, platform } = show({ answers: { saveVerdict: { refused: '0.note: too_big' } } });
  await click(handle(view, 'verdict-add'));
  await click(view.querySelector('input[value="rejected"]')!);
  await type(handle(view, 'verdict-reason'), 'duplicate');
  await click(view.querySelector('input[value="accepted"]')!);
  await submit(handle(view, 'verdict-form'));
  const [saved] = platform.calls.filter(({ name }) => name === 'saveVerdict');
  expect(saved?.args[0]).not.toHaveProperty('reason');
  expect(text(view)).toContain('Not saved, because Stafet cannot keep such a value');
});

test('whether it was hot is said with one click, by whom, and is asked again once it is taken back', async () => {
  const { view, platform } = show({ settings: { ...defaultSettings, me: 'Maja Lind' } });
  expect(text(handle(view, 'hot'))).toContain('Passed live, or with a slot booked?');
  await click(handle(view, 'hot-yes'));
  const [verdict] = platform.verdicts.get() ?? [];
  expect(verdict).toEqual({
    deal: deal.key,
    attempt: 1,
    passedAt: row.passedAt,
    at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*\.\d{3}Z$/) as string,
    by: 'Maja Lind',
    hot: true,
  });
  expect(refusalOf('verdicts', [verdict])).toBeUndefined();
  expect(text(handle(view, 'verdict'))).toContain('Hot handoff, says Maja Lind');
  expect(has(view, 'hot')).toBe(false);
  await click(handle(view, 'verdict-drop'));
  await click(handle(view, 'hot-no'));
  expect(platform.verdicts.get()).toMatchObject([{ hot: false }]);
  expect(text(handle(view, 'verdict'))).toContain('Not a hot handoff, says Maja Lind');
});

test('a verdict alone leaves open whether it was hot; a word that is refused says so', async () => {
  const { view } = show({
    verdicts: [{ deal: deal.key, attempt: 1, at: '2026-05-12T10:00:00.000Z', decision: 'accepted' }],
    answers: { saveVerdict: { refused: '0.hot: invalid_type' } },
  });
  await click(handle(view, 'hot-no'));
  expect(text(handle(view, 'hot'))).toContain('Not saved, because Stafet cannot keep such a value');
});

test('after the agreed days a verdict says that it no longer decides', async () => {
  const { view } = show({ handoffs: [{ ...row, until: '2026-05-18T10:00:00.000Z' }] });
  await click(handle(view, 'verdict-add'));
  expect(text(view)).toContain('no longer decides the handoff');
});

test('without a handoff it says what is missing, and what was said before is not lost', () => {
  const { view } = show({ handoffs: [] });
  expect(text(view)).toContain('before Settings say who is an SDR and who an AE');
  expect(view.querySelector('a')?.getAttribute('href')).toBe('#/settings?at=process');
  const people = [
    { name: 'Ida Krog', roles: ['sdr' as const], aliases: [] },
    { name: 'Maja Lind', roles: ['ae' as const], aliases: [] },
  ];
  const { view: other } = show({
    handoffs: [],
    processes: [{ ...defaultProcess('2026-01-01', 'UTC'), people }],
    verdicts: [{ deal: deal.key, attempt: 3, at: '2026-05-12T10:00:00.000Z', decision: 'accepted' }],
  });
  expect(text(other)).toContain('No handoff of this deal has been found');
  expect(text(handle(other, 'verdict'))).toContain('Accepted, said here');
});
