import { describe, expect, test } from 'vitest';
import type { ChartLook } from '../../../../components/charts/ChartCanvas';
import { errorChartConfig, mostOf } from '../../../../components/charts/error-chart-config';
import { recordChartConfig } from '../../../../components/charts/record-chart-config';
import { reliabilityChartConfig } from '../../../../components/charts/reliability-chart-config';

const names = [
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
];
const look = Object.fromEntries(
  [...names, 'ground', 'onSurface', 'font'].map((name) => [name, name]),
) as unknown as ChartLook;

describe('the chart of forecasts against what landed', () => {
  const bar = { name: 'May', p10: 10, p50: 20, p90: 30, landed: 25, isFrozen: false, isInside: true };
  const words = { range: String, middle: 'P50', landed: 'Landed', axis: String, tip: String };

  test('has each range as a bar, and tells inside from outside by shape and frozen by its edge', () => {
    const { datasets } = recordChartConfig(
      [bar, { ...bar, landed: 40, isInside: false, isFrozen: true }],
      words,
      look,
    ).data;
    expect(datasets.map(({ data }) => data)).toEqual([
      [25, 40],
      [20, 20],
      [
        [10, 30],
        [10, 30],
      ],
    ]);
    expect(datasets[0]).toMatchObject({ pointStyle: ['circle', 'crossRot'] });
    expect(datasets[2]).toMatchObject({ borderWidth: [0, 1.5] });
  });
});

describe('the chart of errors', () => {
  const own = { name: 'Own', errors: [0.2, 0.1], isOwn: true };
  const words = { moments: ['start', 'half'], percent: String };

  test('gives each line a mark of its own, and leaves a gap where a way said nothing', () => {
    const other = { name: 'Other', errors: [null, 0.3], isOwn: false };
    const { datasets } = errorChartConfig([own, other], words, look).data;
    expect(datasets.map(({ data }) => data)).toEqual([
      [0.2, 0.1],
      [null, 0.3],
    ]);
    expect(new Set(datasets.map(({ pointStyle }) => pointStyle)).size).toBe(2);
  });

  test('ends where the forecast’s own errors can still be read', () => {
    expect(mostOf([own, { name: 'Near', errors: [0.4, 0.3], isOwn: false }])).toEqual({});
    // Two and a half times 20 %, up to the next fifth.
    expect(mostOf([own, { name: 'Far', errors: [3, 2], isOwn: false }]).most).toBeCloseTo(0.6);
  });
});

test('chances stand over what happened, each interval apart from the next', () => {
  const point = { chance: 0.4, happened: 0.5, low: 0.3, high: 0.7, n: 10 };
  const { datasets } = reliabilityChartConfig([point], { percent: String, point: String }, look).data;
  expect(datasets.map(({ data }) => data)).toEqual([
    [{ x: 0.4, y: 0.5 }],
    [
      { x: 0.4, y: 0.3 },
      { x: 0.4, y: 0.7 },
      { x: 0.4, y: NaN },
    ],
    [
      { x: 0, y: 0 },
      { x: 1, y: 1 },
    ],
  ]);
});
