import type { ChartConfiguration } from 'chart.js';
import { useCallback } from 'react';
import { ChartCanvas, type ChartLook } from './ChartCanvas';
import { landingChartConfig, type LandingFigures, type LandingWords } from './landing-chart-config';

/** The fan of a period. Its figures and words are to stay the same objects while they say the same: each new one is drawn. */
export function LandingChart(props: { label: string; figures: LandingFigures; words: LandingWords }) {
  const { figures, words } = props;
  const config = useCallback(
    // Chart.js types a configuration by its kind; the canvas takes any.
    (look: ChartLook) => landingChartConfig(figures, words, look) as ChartConfiguration,
    [figures, words],
  );
  return <ChartCanvas config={config} label={props.label} />;
}
