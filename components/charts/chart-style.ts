import type { ChartLook } from './ChartCanvas';

/** A tooltip that floats as all that floats here. */
export function tooltip(look: ChartLook) {
  return {
    backgroundColor: look.surface,
    titleColor: look.onSurface,
    bodyColor: look.onSurface,
    borderColor: look.baseline,
    borderWidth: 1,
    displayColors: false,
    titleFont: { family: look.font },
    bodyFont: { family: look.font },
  };
}

interface AxisTexts {
  readonly y: (value: number) => string;
  /** Absent: the labels stand as they are. */
  readonly x?: (value: number) => string;
  /** Highest value that the chart shows. */
  readonly most?: number;
  /** Highest value along the bottom, where that is a number. */
  readonly mostX?: number;
  /** Room between two labels along the bottom; absent: 16 px. */
  readonly gap?: number;
}

/** Quiet axes: a base line, faint lines across, few figures. */
export function axes(look: ChartLook, { y, x, most, mostX, gap = 16 }: AxisTexts) {
  const ticks = { color: look.text, font: { size: 11, family: look.font } };
  return {
    x: {
      ...(x === undefined
        ? {}
        : {
            type: 'linear' as const,
            min: 0,
            ...(mostX === undefined ? {} : { max: mostX }),
          }),
      grid: { display: false },
      border: { color: look.baseline },
      ticks: {
        ...ticks,
        maxRotation: 0,
        autoSkipPadding: gap,
        ...(x === undefined
          ? {}
          : { maxTicksLimit: 6, callback: (value: number | string) => x(Number(value)) }),
      },
    },
    y: {
      beginAtZero: true,
      ...(most === undefined ? {} : { max: most }),
      grid: { color: look.grid },
      border: { display: false },
      ticks: { ...ticks, maxTicksLimit: 5, callback: (value: number | string) => y(Number(value)) },
    },
  };
}
