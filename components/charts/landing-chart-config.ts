import type { ChartConfiguration, ChartDataset } from 'chart.js';
import { axes, tooltip } from './chart-style';
import type { ChartLook } from './ChartCanvas';

/** A period's days and money, as the chart shows them. */
export interface LandingFigures {
  /** Name of each day of the period, in order. */
  readonly days: readonly string[];
  /** Won by the end of each day up to today; empty for a period that has not begun. */
  readonly won: readonly number[];
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly target: number | null;
}

/** Everything that the chart says in words or figures, already in the user's language. */
export interface LandingWords {
  readonly won: string;
  readonly p10: string;
  readonly p50: string;
  readonly p90: string;
  readonly target: string;
  readonly axis: (minor: number) => string;
  readonly tip: (minor: number) => string;
}

/**
 * Won value rising day by day, and from today the fan to the period's end: a path to the landing, not a forecast of each
 * day. Pure: the same figures give the same chart.
 */
export function landingChartConfig(
  figures: LandingFigures,
  words: LandingWords,
  look: ChartLook,
): ChartConfiguration<'line'> {
  const { days, won, target } = figures;
  const line = { pointRadius: 0, pointHitRadius: 8, borderWidth: 2, spanGaps: false } as const;
  const fan = (label: string, landing: number, style: Partial<ChartDataset<'line'>>) => ({
    ...line,
    label,
    data: pathTo(landing, won, days.length),
    borderColor: look.bandEdge,
    borderDash: [3, 3],
    borderWidth: 1,
    ...style,
  });
  return {
    type: 'line',
    data: {
      labels: [...days],
      datasets: [
        {
          ...line,
          label: words.won,
          data: [...won],
          borderColor: look.won,
          stepped: 'before',
        },
        fan(words.p90, figures.p90, { fill: '+2', backgroundColor: look.band }),
        fan(words.p50, figures.p50, { borderColor: look.accent, borderDash: [], borderWidth: 2 }),
        fan(words.p10, figures.p10, {}),
        ...(target === null
          ? []
          : [
              {
                ...line,
                label: words.target,
                data: days.map(() => target),
                borderColor: look.reference,
                borderDash: [6, 4],
                borderWidth: 1.5,
              },
            ]),
      ],
    },
    options: {
      responsive: true,
      maintainAspectRatio: false,
      animation: false,
      interaction: { mode: 'index', intersect: false },
      plugins: {
        // Under all lines: else the band hides the middle.
        filler: { propagate: false, drawTime: 'beforeDatasetsDraw' },
        tooltip: {
          ...tooltip(look),
          displayColors: true,
          // Between today and the end the path is drawn, not computed.
          filter: ({ datasetIndex, dataIndex }) =>
            datasetIndex === 0 || datasetIndex === 4 || dataIndex === days.length - 1,
          callbacks: { label: (item) => `${item.dataset.label ?? ''}: ${words.tip(item.parsed.y ?? 0)}` },
        },
      },
      scales: axes(look, { y: words.axis, gap: 24 }),
    },
  };
}

/** A straight line from what is won today to a landing on the last day; nothing before today. */
function pathTo(landing: number, won: readonly number[], days: number): (number | null)[] {
  const from = Math.max(0, won.length - 1);
  const start = won[from] ?? 0;
  const steps = days - 1 - from;
  return Array.from({ length: days }, (_, day) => {
    if (day < from) return null;
    return steps <= 0 ? landing : start + ((landing - start) * (day - from)) / steps;
  });
}
