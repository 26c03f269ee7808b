import type { ChartConfiguration } from 'chart.js';
import { axes, tooltip } from './chart-style';
import type { ChartLook } from './ChartCanvas';
import type { MonthSum } from '../../lib/pipeline/list/deal-list';

/** Everything that the chart says in words or figures, already in the user's language. */
export interface MonthsWords {
  readonly open: string;
  readonly won: string;
  readonly month: (month: string) => string;
  /** An amount in minor units on the axis and in the tip. */
  readonly axis: (minor: number) => string;
  readonly tip: (minor: number) => string;
}

/** Two bars a month from zero up, on one scale of money. Pure: the same months give the same chart. */
export function monthsChartConfig(
  months: readonly MonthSum[],
  words: MonthsWords,
  look: ChartLook,
): ChartConfiguration<'bar'> {
  const bar = { borderRadius: 2, categoryPercentage: 0.7, barPercentage: 0.9, maxBarThickness: 28 } as const;
  return {
    type: 'bar',
    data: {
      labels: months.map(({ month }) => words.month(month)),
      datasets: [
        { ...bar, label: words.won, data: months.map(({ wonMinor }) => wonMinor), backgroundColor: look.won },
        {
          ...bar,
          label: words.open,
          data: months.map(({ openMinor }) => openMinor),
          backgroundColor: look.open,
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
          displayColors: true,
          callbacks: { label: (item) => `${item.dataset.label ?? ''}: ${words.tip(item.parsed.y ?? 0)}` },
        },
      },
      scales: axes(look, { y: words.axis, gap: 8 }),
    },
  };
}
