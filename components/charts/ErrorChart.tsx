import type { ChartConfiguration } from 'chart.js';
import { useCallback } from 'react';
import { ChartCanvas, type ChartLook } from './ChartCanvas';
import { errorChartConfig, type ErrorLine, type ErrorWords } from './error-chart-config';

/** Errors as a period goes on. Lines and words are to stay the same objects while they say the same. */
export function ErrorChart(props: { label: string; lines: readonly ErrorLine[]; words: ErrorWords }) {
  const { lines, words } = props;
  const config = useCallback(
    // Chart.js types a configuration by its kind; the canvas takes any.
    (look: ChartLook) => errorChartConfig(lines, words, look) as ChartConfiguration,
    [lines, words],
  );
  return <ChartCanvas config={config} label={props.label} />;
}
