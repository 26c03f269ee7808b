import { expect, test } from 'vitest';
import { timeGone } from '../../../../components/pipeline/time-gone';
import { aGlance } from '../fake-platform';

test.each([
  ['2026-03-31', 0],
  ['2026-04-01', 1 / 91],
  ['2026-05-19', 49 / 91],
  ['2026-06-30', 1],
  ['2026-08-01', 1],
])('on %s', (today, share) => {
  expect(timeGone(aGlance.period, today)).toBeCloseTo(share, 12);
});
