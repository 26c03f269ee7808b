import type { ChartConfiguration } from 'chart.js';
import { useCallback } from 'react';
import { ChartCanvas, type ChartLook } from './ChartCanvas';
import {
  reliabilityChartConfig,
  type ReliabilityPoint,
  type ReliabilityWords,
} from './reliability-chart-config';

/** Chances against what happened. Points and words are to stay the same objects while they say the same. */
export function ReliabilityChart(props: {
  label: string;
  points: readonly ReliabilityPoint[];
  words: ReliabilityWords;
}) {
  const { points, words } = props;
  const config = useCallback(
    // Chart.js types a configuration by its kind, and its points by it; the canvas takes any.
    (look: ChartLook) => reliabilityChartConfig(points, words, look) as unknown as ChartConfiguration,
    [points, words],
  );
  return <ChartCanvas config={config} label={props.label} />;
}
