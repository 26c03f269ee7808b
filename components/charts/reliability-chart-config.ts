import type { ChartConfiguration } from 'chart.js';
import { axes, tooltip } from './chart-style';
import type { ChartLook } from './ChartCanvas';

/** Chances of like size, and how often what they spoke of happened, with its interval. */
export interface ReliabilityPoint {
  readonly chance: number;
  readonly happened: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

export interface ReliabilityWords {
  readonly percent: (share: number) => string;
  readonly point: (point: ReliabilityPoint) => string;
}

/** Points on the slope are chances that held; the lines through them are intervals, parted by a point that is none. */
export function reliabilityChartConfig(
  points: readonly ReliabilityPoint[],
  words: ReliabilityWords,
  look: ChartLook,
): ChartConfiguration<'line', { x: number; y: number }[]> {
  return {
    type: 'line',
    data: {
      datasets: [
        {
          data: points.map(({ chance, happened }) => ({ x: chance, y: happened })),
          showLine: false,
          clip: false,
          pointRadius: 5,
          pointHitRadius: 10,
          pointBackgroundColor: look.accent,
          pointBorderColor: look.ground,
        },
        {
          data: points.flatMap(({ chance, low, high }) => [
            { x: chance, y: low },
            { x: chance, y: high },
            { x: chance, y: NaN },
          ]),
          borderColor: look.bandEdge,
          borderWidth: 1.5,
          pointRadius: 0,
          pointHitRadius: 0,
          spanGaps: false,
        },
        {
          data: [
            { x: 0, y: 0 },
            { x: 1, y: 1 },
          ],
          borderColor: look.reference,
          borderDash: [4, 4],
          borderWidth: 1,
          pointRadius: 0,
          pointHitRadius: 0,
        },
      ],
    },
    options: {
      responsive: true,
      maintainAspectRatio: false,
      animation: false,
      interaction: { mode: 'nearest', intersect: true },
      plugins: {
        tooltip: {
          ...tooltip(look),
          filter: ({ datasetIndex }) => datasetIndex === 0,
          callbacks: {
            title: () => '',
            label: ({ dataIndex }) => {
              const point = points[dataIndex];
              return point === undefined ? '' : words.point(point);
            },
          },
        },
      },
      scales: axes(look, { y: words.percent, x: words.percent, most: 1, mostX: 1 }),
    },
  };
}
