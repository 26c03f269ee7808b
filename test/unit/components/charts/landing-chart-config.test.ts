import { expect, test } from 'vitest';
import { landingChartConfig, type LandingFigures } from '../../../../components/charts/landing-chart-config';

const words = {
  won: 'Won',
  p10: 'P10',
  p50: 'P50',
  p90: 'P90',
  target: 'Target',
  axis: String,
  tip: String,
};
const look = Object.fromEntries(
  [
    'open',
    'won',
    'accent',
    'band',
    'bandEdge',
    'reference',
    'grid',
    'baseline',
    'text',
    'surface',
    'onSurface',
    'ground',
    'font',
  ].map((name) => [name, name]),
) as unknown as Parameters<typeof landingChartConfig>[2];
const figures = { days: ['1', '2', '3', '4', '5'], won: [0, 10, 20], p10: 24, p50: 30, p90: 40, target: 35 };
const series = (given: Partial<LandingFigures> = {}) =>
  Object.fromEntries(
    landingChartConfig({ ...figures, ...given }, words, look).data.datasets.map(({ label, data }) => [
      label,
      data,
    ]),
  );

test('rises to what is won, and fans out from there to the landing on the last day', () => {
  expect(series()).toEqual({
    Won: [0, 10, 20],
    P90: [null, null, 20, 30, 40],
    P50: [null, null, 20, 25, 30],
    P10: [null, null, 20, 22, 24],
    Target: [35, 35, 35, 35, 35],
  });
});

test('of a period that has not begun begins at nothing; on its last day it ends at the landing', () => {
  expect(series({ won: [], target: null })).toMatchObject({ Won: [], P50: [0, 7.5, 15, 22.5, 30] });
  expect(series({ won: [0, 0, 0, 0, 20] })['P50']).toEqual([null, null, null, null, 30]);
});
