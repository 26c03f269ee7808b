import type { ChartConfiguration } from 'chart.js';
import { useCallback } from 'react';
import { ChartCanvas, type ChartLook } from './ChartCanvas';
import { type RecordBar, recordChartConfig, type RecordWords } from './record-chart-config';

/** Forecasts against what landed. Its bars and words are to stay the same objects while they say the same: each new one is drawn. */
export function RecordChart(props: { label: string; bars: readonly RecordBar[]; words: RecordWords }) {
  const { bars, words } = props;
  const config = useCallback(
    // Chart.js types a configuration by its kind; the canvas takes any.
    (look: ChartLook) => recordChartConfig(bars, words, look) as ChartConfiguration,
    [bars, words],
  );
  return <ChartCanvas config={config} label={props.label} />;
}
