import type { ChartConfiguration } from 'chart.js';
import { axes, tooltip } from './chart-style';
import type { ChartLook } from './ChartCanvas';

/** One period's forecast and what it landed. */
export interface RecordBar {
  readonly name: string;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly landed: number;
  readonly isFrozen: boolean;
  readonly isInside: boolean;
}

/** Everything that the chart says in words or figures, already in the user's language. */
export interface RecordWords {
  readonly range: (bar: RecordBar) => string;
  readonly middle: string;
  readonly landed: string;
  readonly axis: (minor: number) => string;
  readonly tip: (minor: number) => string;
}

/**
 * Each period's range as a bar, its middle as a dash in it, and what landed as a dot: filled inside the range, a cross
 * outside. A range that was frozen on the day has an edge. Pure: the same bars give the same chart.
 */
export function recordChartConfig(
  bars: readonly RecordBar[],
  words: RecordWords,
  look: ChartLook,
): ChartConfiguration<'bar' | 'line'> {
  const few = bars.length <= 10;
  return {
    type: 'bar',
    data: {
      labels: bars.map(({ name }) => name),
      datasets: [
        {
          type: 'line',
          label: words.landed,
          data: bars.map(({ landed }) => landed),
          showLine: false,
          pointStyle: bars.map(({ isInside }) => (isInside ? 'circle' : 'crossRot')),
          pointRadius: 5,
          pointHoverRadius: 6,
          pointHitRadius: 10,
          pointBorderWidth: bars.map(({ isInside }) => (isInside ? 1.5 : 2.5)),
          pointBackgroundColor: look.won,
          pointBorderColor: bars.map(({ isInside }) => (isInside ? look.ground : look.won)),
        },
        {
          type: 'line',
          label: words.middle,
          data: bars.map(({ p50 }) => p50),
          showLine: false,
          pointStyle: 'line',
          pointRadius: few ? 14 : 8,
          pointHoverRadius: few ? 14 : 8,
          pointBorderWidth: 2,
          pointBorderColor: look.accent,
        },
        {
          type: 'bar',
          label: '',
          data: bars.map(({ p10, p90 }): [number, number] => [p10, p90]),
          backgroundColor: look.band,
          borderColor: look.bandEdge,
          borderWidth: bars.map(({ isFrozen }) => (isFrozen ? 1.5 : 0)),
          borderSkipped: false,
          borderRadius: 3,
          maxBarThickness: 36,
          categoryPercentage: 0.8,
        },
      ],
    },
    options: {
      responsive: true,
      maintainAspectRatio: false,
      animation: false,
      interaction: { mode: 'index', intersect: false },
      plugins: {
        tooltip: {
          ...tooltip(look),
          callbacks: {
            label: ({ datasetIndex, dataIndex, dataset, parsed }) => {
              const bar = bars[dataIndex];
              if (datasetIndex === 2) return bar === undefined ? '' : words.range(bar);
              return `${dataset.label ?? ''}: ${words.tip(parsed.y ?? 0)}`;
            },
          },
        },
      },
      scales: axes(look, { y: words.axis }),
    },
  };
}
