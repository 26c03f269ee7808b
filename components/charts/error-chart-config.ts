import type { ChartConfiguration } from 'chart.js';
import { axes, tooltip } from './chart-style';
import type { ChartLook } from './ChartCanvas';

/** The errors of one way, from the earliest moment to the latest; `null`: it said nothing then. */
export interface ErrorLine {
  readonly name: string;
  readonly errors: readonly (number | null)[];
  readonly isOwn: boolean;
}

export interface ErrorWords {
  /** Names of the moments. */
  readonly moments: readonly string[];
  readonly percent: (share: number) => string;
}

/** A line leaves the chart above so many times the forecast's own largest error, lest nothing else be seen. */
const MOST_TIMES = 2.5;
const MARKS = ['circle', 'rect', 'triangle', 'rectRot', 'crossRot'] as const;
const DASHES = [[], [6, 3], [2, 3], [8, 3, 2, 3], [1, 2]] as const;

/** Errors of the forecast and of the usual ways as the period goes on. Each line has a mark of its own. */
export function errorChartConfig(
  lines: readonly ErrorLine[],
  words: ErrorWords,
  look: ChartLook,
): ChartConfiguration<'line'> {
  return {
    type: 'line',
    data: {
      labels: [...words.moments],
      datasets: lines.map(({ name, errors, isOwn }, nth) => ({
        label: name,
        data: [...errors],
        borderColor: isOwn ? look.accent : look.text,
        backgroundColor: isOwn ? look.accent : look.ground,
        borderWidth: isOwn ? 3 : 1.5,
        borderDash: [...(DASHES[nth % DASHES.length] ?? [])],
        pointStyle: MARKS[nth % MARKS.length] ?? 'circle',
        pointRadius: isOwn ? 4 : 3.5,
        pointHitRadius: 10,
        spanGaps: false,
      })),
    },
    options: {
      responsive: true,
      maintainAspectRatio: false,
      animation: false,
      interaction: { mode: 'index', intersect: false },
      plugins: {
        tooltip: {
          ...tooltip(look),
          callbacks: { label: (item) => `${item.dataset.label ?? ''}: ${words.percent(item.parsed.y ?? 0)}` },
        },
      },
      scales: axes(look, { y: words.percent, ...mostOf(lines) }),
    },
  };
}

/** Where the chart ends, if something leaves it. */
export function mostOf(lines: readonly ErrorLine[]): { readonly most?: number } {
  const topOf = (some: readonly ErrorLine[]) =>
    Math.max(0, ...some.flatMap(({ errors }) => errors.map((error) => error ?? 0)));
  const most = MOST_TIMES * topOf(lines.filter(({ isOwn }) => isOwn));
  const step = most > 1 ? 0.5 : 0.2;
  const limit = Math.ceil(most / step) * step;
  return limit > 0 && topOf(lines) > limit ? { most: limit } : {};
}
