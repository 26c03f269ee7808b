import { expect, test } from 'vitest';
import { monthsChartConfig } from '../../../../components/charts/months-chart-config';

test('the chart starts at zero and holds the same figures as the months', () => {
  const look = {
    open: 'o',
    won: 'w',
    accent: 'accent',
    band: 'band',
    bandEdge: 'band-edge',
    reference: 'reference',
    grid: 'g',
    baseline: 'b',
    text: 't',
    surface: 's',
    onSurface: 'x',
    ground: 'x',
    font: 'f',
  };
  const words = { open: 'Open', won: 'Won', month: (m: string) => m, axis: String, tip: String };
  const config = monthsChartConfig(
    [{ month: '2026-04', openMinor: 5, open: 1, wonMinor: 7, won: 1 }],
    words,
    look,
  );
  expect(config.data.labels).toEqual(['2026-04']);
  expect(config.data.datasets.map(({ label, data }) => [label, data])).toEqual([
    ['Won', [7]],
    ['Open', [5]],
  ]);
  expect(config.options?.scales?.['y']).toMatchObject({ beginAtZero: true });
});
