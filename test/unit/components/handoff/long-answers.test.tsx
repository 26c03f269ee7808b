import { click, handle, render, text } from '../render';
import { expect, it } from 'vitest';
import { GroupTable } from '../../../../components/handoff/GroupTable';
import { PassesPanel } from '../../../../components/handoff/PassesPanel';
import { WaitingSection } from '../../../../components/handoff/WaitingSection';
import { defaultProcess } from '../../../../lib/deal/default-process';
import { handoffReport, type HandoffReport } from '../../../../lib/handoff/handoff-report';
import { passesInMaking } from '../../../../lib/handoff/passes-in-making';
import type { PassList } from '../../../../lib/handoff/passes-shown';
import { rulesOf } from '../../../../lib/handoff/rules-of';
import { fakePlatform } from '../fake-platform';

const today = '2026-05-19';
const asOf = Date.parse('2026-05-19T12:00:00Z');
const query = { period: { start: '2026-01-01', end: '2026-07-01' }, filter: {} };

/** The report of a store without any pass. */
function emptyReport(): HandoffReport {
  const nameOf = (name: string) => name;
  const rules = [rulesOf(defaultProcess('2025-01-01', 'UTC'), { nameOf, teams: [], ends: [], asOf })];
  const book = passesInMaking({ asOf, today, rules, nameOf, verdicts: new Map() }).result();
  const leads = { today: 0, leads: [], deals: [], partly: [] };
  return handoffReport({ book, rules, isSet: true, asOf, today, leads }, query);
}

const pass = (nth: number) => ({
  deal: `x|t|${nth}`,
  name: `Deal ${nth}`,
  attempt: 1,
  rule: 1 as const,
  from: 'Ana',
  to: 'Ben',
  passedAt: { from: asOf, to: asOf },
  touch: { kind: 'unknown' } as const,
});
const rows = (table: Element) => table.querySelectorAll('tbody tr').length;

it('a table of many groups shows a hundred and how many more there are, and all of them when asked', async () => {
  const { measures } = emptyReport();
  const groups = Array.from({ length: 150 }, (_, nth) => ({ name: `Pair ${nth}`, of: {}, measures }));
  const drawn = (some: typeof groups) =>
    render(
      <GroupTable label="Pair" rows={some} drawn="acceptance" isMaturing={false} open={() => '#'} />,
      fakePlatform(),
    );
  const few = drawn(groups.slice(0, 100));
  expect([rows(few), few.querySelector('button')]).toEqual([100, null]);
  const table = drawn(groups);
  expect(rows(table)).toBe(100);
  const more = table.querySelector('button');
  expect(more && text(more)).toContain('50 more');
  if (more !== null) await click(more);
  expect([rows(table), table.querySelector('button')]).toEqual([150, null]);
});

it('a list of a figure that was cut says how many it has, beside how many there are', () => {
  const list = (n: number): PassList => ({
    query: { ...query, show: 'passes' },
    rows: [1, 2, 3].map((nth) => ({
      ...pass(nth),
      decision: 'undecided',
      reason: null,
      hoursToAccept: null,
      share: undefined,
    })),
    n,
    working: undefined,
  });
  const panel = render(<PassesPanel list={list(1200)} onClose={() => {}} />, fakePlatform());
  expect(text(panel)).toContain('1,200');
  expect(text(panel)).toContain('The 3 latest are shown.');
  expect(text(render(<PassesPanel list={list(3)} onClose={() => {}} />, fakePlatform()))).not.toContain(
    'are shown',
  );
});

it('a list of who waits that was cut says so once all that came is shown', async () => {
  const waiting = (n: number): HandoffReport['waiting'] => ({
    rows: Array.from({ length: 12 }, (_, nth) => ({
      ...pass(nth),
      hours: { low: 1, high: 1 },
      agreedHours: 160,
      isOver: false,
      isTouchLate: null,
      complete: undefined,
    })),
    n,
    over: 0,
    decideWithinDays: 30,
    touchWithinHours: 4,
  });
  const section = render(
    <WaitingSection report={{ ...emptyReport(), waiting: waiting(1200) }} />,
    fakePlatform(),
  );
  const list = handle(section, 'waiting-list');
  const more = list.querySelector('button');
  expect([rows(list), more && text(more)]).toEqual([10, expect.stringContaining('1,190 more')]);
  if (more !== null) await click(more);
  expect(rows(list)).toBe(12);
  expect(text(list)).toContain('The 12 oldest are shown.');
});
