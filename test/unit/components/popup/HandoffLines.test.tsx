import { handle, has, render, text } from '../render';
import { describe, expect, test } from 'vitest';
import { HandoffLines } from '../../../../components/popup/HandoffLines';
import type { HandoffGlance } from '../../../../lib/pipeline/handoff-glance';
import { aGlance, fakePlatform } from '../fake-platform';

const found: HandoffGlance = {
  uuid: 'u',
  generation: 1,
  day: '2026-05-19',
  madeAt: '2026-05-19T08:00:00.000Z',
  scope: 'all',
  period: { start: '2026-04-01', end: '2026-07-01' },
  passes: 39,
  accepted: 27,
  waiting: 7,
  returned: 5,
  lapsed: 0,
  hoursToAccept: 9.04,
  complete: 0.74,
  trend: [
    { month: '2026-03', share: 0.8, maturing: false },
    { month: '2026-04', share: undefined, maturing: false },
    { month: '2026-05', share: 0.83, maturing: true },
  ],
  missing: [],
};
const show = (handoffGlance?: HandoffGlance, glance = aGlance) =>
  render(
    <HandoffLines glance={glance} />,
    fakePlatform(handoffGlance === undefined ? {} : { handoffGlance }),
  );

describe('handoffs in the popup', () => {
  test('are accepted, waiting and returned, how fast, how complete, and the trend', () => {
    const popup = show(found);
    expect(text(handle(popup, 'handoffs-accepted'))).toBe('27');
    expect(text(handle(popup, 'handoffs-waiting'))).toBe('7');
    expect(text(handle(popup, 'handoffs-returned'))).toBe('5');
    expect(has(popup, 'handoffs-lapsed')).toBe(false);
    expect(text(handle(popup, 'time-to-accept'))).toBe('9 working h');
    expect(text(handle(popup, 'handoffs-complete'))).toBe('74%');
    expect(text(handle(popup, 'handoffs-trend'))).toBe('83%');
    expect(handle(popup, 'handoffs-waiting').getAttribute('href')).toContain('#/handoffs?show=undecided');
  });

  test.each([
    ['another day', { day: '2026-05-18' }],
    ['another scope', { scope: 'team:North' }],
    ['another period', { period: { start: '2026-01-01', end: '2026-04-01' } }],
  ])('of %s are not shown', (_, change) => {
    const popup = show({ ...found, ...change });
    expect(has(popup, 'handoffs-accepted')).toBe(false);
  });

  test('are not shown before they are known, and what is unknown is no nought', () => {
    expect(has(show(), 'handoffs-accepted')).toBe(false);
    const popup = show({ ...found, hoursToAccept: undefined, complete: undefined, trend: [] });
    expect(text(handle(popup, 'time-to-accept'))).toBe('–');
    expect(text(handle(popup, 'handoffs-complete'))).toBe('–');
    expect(has(popup, 'handoffs-trend')).toBe(false);
  });

  test('say what is missing where none can be found', () => {
    const popup = show({
      ...found,
      passes: 0,
      accepted: 0,
      waiting: 0,
      returned: 0,
      missing: ['roles', 'passes'],
    });
    expect(has(popup, 'handoffs-accepted')).toBe(false);
    expect(text(handle(popup, 'handoffs-none'))).toContain('Set roles');
  });

  test('open the choice of their scope', () => {
    const popup = show({ ...found, scope: 'person:Ida' }, { ...aGlance, scope: 'person:Ida' });
    expect(handle(popup, 'handoffs-accepted').getAttribute('href')).toContain(
      '#/handoffs?person=Ida&show=accepted',
    );
  });
});
