import { expect, test } from 'vitest';
import { scopeTotal } from '../../../lib/pipeline/scope-total';

test('a total speaks of everything: of a team something is known only where all was read', () => {
  const having = (openRead: number, openTotal: number | undefined) => ({
    openRead,
    openTotal,
    oldestSeenAt: undefined,
    unidentified: 0,
    uncounted: 0,
    unlisted: 0,
  });
  const of = (openRead: number, openTotal: number | undefined) =>
    ['all', 'person:Ada'].map((scope) => scopeTotal(scope, having(openRead, openTotal)));
  expect(of(40, 60)).toEqual([60, null]);
  expect(of(40, 40)).toEqual([undefined, undefined]);
  expect(of(40, undefined)).toEqual([null, null]);
  // Another list was meant, or an older day.
  expect(of(40, 30)).toEqual([null, null]);
});
